/**
 * What the page in an iframe and the page around it say to one another. WordPress has a message of its
 * own for the same thing, which carries the secret that it put into the frame's address.
 */
export type FrameMessage =
  /** From the frame: how high its content is, in px. */
  | { attested: 'height'; height: number }
  /** From the page around: say your height again, for it has only now begun to listen. */
  | { attested: 'ask' };

/** The least and the greatest height in px that a frame is given, whatever it asks for. */
export const HEIGHTS = [32, 20_000] as const;
