/**
 * The page around an iframe: gives each frame that shows an `embed.html` the height of its content. Without
 * this script the frame keeps the height that its snippet gave it, and scrolls.
 */
import { HEIGHTS, type FrameMessage } from './frame-message.js';

const frames = (): HTMLIFrameElement[] => [
  ...document.querySelectorAll<HTMLIFrameElement>('iframe[src*="/embed.html"]'),
];

if (globalThis.document) {
  addEventListener('message', ({ data, source }: MessageEvent<FrameMessage | undefined>) => {
    if (data?.attested !== 'height' || !Number.isFinite(data.height)) return;
    for (const frame of frames())
      // Only the frame itself may say how high it is.
      if (frame.contentWindow === source)
        frame.style.height = `${Math.min(HEIGHTS[1], Math.max(HEIGHTS[0], data.height))}px`;
  });
  for (const { contentWindow } of frames())
    contentWindow?.postMessage({ attested: 'ask' } satisfies FrameMessage, '*');
}
