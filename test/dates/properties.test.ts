import { expect } from '@open-wc/testing';
import {
  civilToDays,
  daysInMonth,
  doubt,
  format,
  formatParsed,
  parse,
  shape,
} from '../../src/dates/index.js';
import type { Edtf } from '../../src/dates/index.js';
import { forms, seeded, whole } from './generate.js';

const languages = ['en', 'en-US', 'pl', 'de', 'fr', 'ru', 'uk', 'eo'];

/** What parse makes of a string, or null where it is refused as it should be. */
function read(text: string): Edtf | null {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    expect(error.message, text).to.match(/position \d+/);
    return null;
  }
}

describe('whatever is read', () => {
  for (const [name, make] of forms) {
    it(`has ordered bounds, a shape and words: ${name}`, () => {
      const random = seeded(name.length);
      let accepted = 0;
      for (let i = 0; i < 150; i++) {
        const text = make(random);
        const edtf = read(text);
        if (!edtf) continue;
        accepted++;
        const { earliest, latest } = edtf;
        if (earliest !== null && latest !== null) expect(earliest, text).to.be.at.most(latest);
        for (const bound of [earliest, latest]) {
          expect(
            bound === null || Number.isSafeInteger(bound) || Math.abs(bound) === Infinity,
            text,
          ).to.equal(true);
        }
        expect(shape(edtf), text).to.be.a('string');
        expect([null, 'uncertain', 'approximate', 'both'], text).to.include(doubt(edtf));
        for (const lang of languages) {
          const words = formatParsed(edtf, lang);
          expect(words, text).to.equal(format(text, lang));
          expect(words.trim(), text).to.equal(words);
          expect(words, text).to.match(/\S/);
          expect(words, `${text} ${lang}`).not.to.match(
            /undefined|null|NaN|Infinity|\[object|=>|  |[\u2009\u202f]/,
          );
        }
      }
      expect(accepted, 'how many were read').to.be.above(20);
    });
  }
});

describe('bounds', () => {
  it('are the first and last of all days that a pattern can be, counted one by one', () => {
    const random = seeded(1940);
    const two = (n: number): string => String(n).padStart(2, '0');
    for (let i = 0; i < 400; i++) {
      const sign = random() < 0.3 ? '-' : '';
      const digits = `${whole(random, 0, 2) ? 19 : 0}${whole(random, 10, 99)}`.padStart(4, '0');
      const hide = (text: string): string => text.replace(/\d/g, (d) => (random() < 0.4 ? 'X' : d));
      const pattern = [
        sign + digits.slice(0, 2) + hide(digits.slice(2)),
        hide(two(whole(random, 1, 12))),
        hide(two(whole(random, 1, 31))),
      ]
        .slice(0, whole(random, 1, 3))
        .join('-');
      const matcher = new RegExp(`^${pattern.replaceAll('X', '\\d')}`);
      const from = Number(`${digits.slice(0, 2)}00`);
      const all: number[] = [];
      for (let size = from; size < from + 100; size++) {
        if (sign && !size) continue;
        const year = sign ? -size : size;
        for (let month = 1; month <= 12; month++) {
          for (let day = 1; day <= daysInMonth(year, month); day++) {
            const text = `${sign}${String(size).padStart(4, '0')}-${two(month)}-${two(day)}`;
            if (matcher.test(text)) all.push(civilToDays(year, month, day));
          }
        }
      }
      const edtf = read(pattern);
      expect(edtf ? [edtf.earliest, edtf.latest] : 'refused', pattern).to.deep.equal(
        all.length ? [Math.min(...all), Math.max(...all)] : 'refused',
      );
    }
  }).timeout(20_000);
});

describe('whatever is thrown at it', () => {
  it('only ever throws a RangeError', () => {
    const random = seeded(7);
    const alphabet = '0123456789012345678901234567890XXYEST--//..,[]{}?~%:+Z x\u0661\ud800é';
    for (let i = 0; i < 20_000; i++) {
      let text = '';
      for (let length = whole(random, 0, 14); length; length--) {
        text += alphabet[whole(random, 0, alphabet.length - 1)];
      }
      const edtf = read(text);
      if (edtf) expect(format(edtf, 'en'), text).to.match(/\S/);
    }
  });

  it('only ever throws a RangeError for good strings with one thing changed', () => {
    const random = seeded(8);
    for (const [, make] of forms) {
      for (let i = 0; i < 200; i++) {
        const text = make(random);
        const at = whole(random, 0, text.length);
        const inserted = '0X-/.,]?YST9'[whole(random, 0, 11)] ?? '';
        const edtf = read(text.slice(0, at) + inserted + text.slice(at + whole(random, 0, 1)));
        if (edtf) for (const lang of languages) expect(format(edtf, lang), text).to.match(/\S/);
      }
    }
  });
});
