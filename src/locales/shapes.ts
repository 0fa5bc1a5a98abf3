/**
 * A shape for each status of an event or a claim, from the surest to the refuted, so that no status is
 * told by colour alone. They travel with the words: a page loads those of its dataset only.
 */
export const shapes = {
  established: '●',
  documented: '◉',
  attested: '◐',
  reported: '○',
  inferred: '◔',
  unconfirmed: '◌',
  contested: '◈',
  unsupported: '□',
  refuted: '✕',
};
