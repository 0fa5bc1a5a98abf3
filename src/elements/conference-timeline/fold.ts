/** Letters that Unicode does not take apart into a base and a mark, as most people type them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
};

/** A text without case and accents, to be compared with another: `krakow` of `Kraków`. */
export const fold = (text: string): string =>
  // Most are plain, and those are a tenth of the work.
  /^[ -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[łđøħıßæœþð]/g, (it) => PLAIN[it] as string);
