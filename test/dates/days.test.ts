import { expect } from '@open-wc/testing';
import {
  MAX_YEAR,
  civilToDays,
  daysInMonth,
  daysToCivil,
  isLeapYear,
} from '../../src/dates/index.js';
import { seeded, whole } from './generate.js';

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect(civilToDays(1970, 1, 1)).to.equal(0);
    expect(civilToDays(1969, 12, 31)).to.equal(-1);
    expect(civilToDays(1939, 9, 1)).to.equal(Date.UTC(1939, 8, 1) / 864e5);
    expect(civilToDays(0, 3, 1)).to.equal(-719468);
    expect(daysToCivil(-719469)).to.deep.equal({ year: 0, month: 2, day: 29 });
  });

  it('agrees with Date for every day that Date has, sampled', () => {
    const random = seeded(1);
    for (let i = 0; i < 20_000; i++) {
      const days = whole(random, -100_000_000, 100_000_000);
      const date = new Date(days * 864e5);
      expect(daysToCivil(days), String(days)).to.deep.equal({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
    }
  });

  it('goes there and back over 40,000 years, a day at a time', () => {
    let last = civilToDays(-20_000, 1, 1) - 1;
    for (let year = -20_000; year <= 20_000; year++) {
      for (let month = 1; month <= 12; month++) {
        const length = daysInMonth(year, month);
        for (const day of [1, length]) {
          const days = civilToDays(year, month, day);
          const back = daysToCivil(days);
          if (back.year !== year || back.month !== month || back.day !== day) {
            expect(back).to.deep.equal({ year, month, day });
          }
          if (day === 1 && days !== last + 1) expect(days).to.equal(last + 1);
          last = days;
        }
      }
    }
  });

  it('goes there and back in very far years', () => {
    const random = seeded(2);
    for (let i = 0; i < 5_000; i++) {
      const year = Math.round((random() * 2 - 1) * 10 ** whole(random, 5, 13));
      const month = whole(random, 1, 12);
      const day = whole(random, 1, daysInMonth(year, month));
      const days = civilToDays(year, month, day);
      expect(Number.isSafeInteger(days)).to.equal(true);
      expect(daysToCivil(days)).to.deep.equal({ year, month, day });
    }
    expect(Number.isSafeInteger(civilToDays(MAX_YEAR, 12, 31))).to.equal(true);
  });

  it('runs over into the next month and year', () => {
    expect(civilToDays(1939, 13, 1)).to.equal(civilToDays(1940, 1, 1));
    expect(civilToDays(1940, 3, 0)).to.equal(civilToDays(1940, 2, 29));
    expect(civilToDays(1940, 0, 1)).to.equal(civilToDays(1939, 12, 1));
  });

  it('knows leap years, before year 1 too', () => {
    for (const year of [2000, 1940, 0, -4, -400])
      expect(isLeapYear(year), `${year}`).to.equal(true);
    for (const year of [1900, 1939, -1, -100]) expect(isLeapYear(year), `${year}`).to.equal(false);
  });
});
