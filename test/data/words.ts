import { createHash } from 'node:crypto';

/** As long as a run of words may not be that stands on the page, too. */
export const RUN = 8;

/** The words of a text, however they are spelled, set apart and quoted. */
export const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Every run of eight words, each as a hash from which nobody reads the words again. */
export const shingles = (of: readonly string[]): { run: string; hash: string }[] =>
  of.slice(0, Math.max(0, of.length - RUN + 1)).map((_, i) => {
    const run = of.slice(i, i + RUN).join(' ');
    return { run, hash: createHash('sha256').update(run).digest('hex').slice(0, 12) };
  });
