import { expect } from '@open-wc/testing';
import { MAX_MEMBERS, daysToCivil, parse } from '../../src/dates/index.js';
import type { Edtf, EdtfDate, EdtfInterval, EdtfSet } from '../../src/dates/index.js';

const written = (days: number | null): string => {
  if (days === null || !Number.isFinite(days)) return String(days);
  const { year, month, day } = daysToCivil(days);
  const digits = String(Math.abs(year)).padStart(4, '0');
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(day)}`;
};
const bounds = ({ earliest, latest }: Edtf): string => `${written(earliest)} ${written(latest)}`;
const date = (text: string): EdtfDate => {
  const edtf = parse(text);
  if (edtf.kind !== 'date') throw new Error(`${text} is no date`);
  return edtf;
};
const refusal = (text: unknown): string => {
  try {
    parse(text as string);
  } catch (error) {
    expect(error).to.be.instanceOf(RangeError);
    return (error as RangeError).message;
  }
  throw new Error(`${String(text)} was read`);
};

describe('parse: bounds', () => {
  const table: Record<string, [level: number, earliest: string, latest: string]> = {
    '1985-04-12': [0, '1985-04-12', '1985-04-12'],
    '1985-04': [0, '1985-04-01', '1985-04-30'],
    '1985': [0, '1985-01-01', '1985-12-31'],
    '1940-02': [0, '1940-02-01', '1940-02-29'],
    '0000': [0, '0000-01-01', '0000-12-31'],
    '0000-02-29': [0, '0000-02-29', '0000-02-29'],
    '1939-09-01T04:45:00': [0, '1939-09-01', '1939-09-01'],
    '1939-09-01T23:45:00-05:00': [0, '1939-09-01', '1939-09-01'],
    '1964/2008': [0, '1964-01-01', '2008-12-31'],
    '2004-02-01/2005-02': [0, '2004-02-01', '2005-02-28'],
    '1940/1940': [0, '1940-01-01', '1940-12-31'],
    '1940-12/1940': [0, '1940-12-01', '1940-12-31'],
    Y12345: [1, '12345-01-01', '12345-12-31'],
    'Y-17E3': [2, '-17000-01-01', '-17000-12-31'],
    '-0043-03-15': [1, '-0043-03-15', '-0043-03-15'],
    '1940-21': [1, '1940-03-01', '1940-05-31'],
    '1940-22': [1, '1940-06-01', '1940-08-31'],
    '1940-23': [1, '1940-09-01', '1940-11-30'],
    '1939-24': [1, '1939-12-01', '1940-02-29'],
    '1984?': [1, '1984-01-01', '1984-12-31'],
    '2004-06~': [1, '2004-06-01', '2004-06-30'],
    '2004-06-11%': [1, '2004-06-11', '2004-06-11'],
    '201X': [1, '2010-01-01', '2019-12-31'],
    '20XX': [1, '2000-01-01', '2099-12-31'],
    '2004-XX': [1, '2004-01-01', '2004-12-31'],
    '1985-04-XX': [1, '1985-04-01', '1985-04-30'],
    '1985-XX-XX': [1, '1985-01-01', '1985-12-31'],
    '1985-04-12/..': [1, '1985-04-12', 'Infinity'],
    '../1985-04': [1, '-Infinity', '1985-04-30'],
    '1985/': [1, '1985-01-01', 'null'],
    '/1985-04-12': [1, 'null', '1985-04-12'],
    '1984~/2004-06': [1, '1984-01-01', '2004-06-30'],
    '-1985': [1, '-1985-01-01', '-1985-12-31'],
    '-01XX': [1, '-0199-01-01', '-0100-12-31'],
    '-00XX': [1, '-0099-01-01', '-0001-12-31'],
    '-XXX0': [2, '-9990-01-01', '-0010-12-31'],
    Y3388E2S3: [2, '338000-01-01', '338999-12-31'],
    Y171010000S3: [2, '171000000-01-01', '171999999-12-31'],
    '1950S2': [2, '1900-01-01', '1999-12-31'],
    '1950S4': [2, '1950-01-01', '1950-12-31'],
    '0850S2': [2, '0800-01-01', '0899-12-31'],
    '-0150S2': [2, '-0199-01-01', '-0100-12-31'],
    '-0050S2': [2, '-0099-01-01', '-0001-12-31'],
    '1940-25': [2, '1940-03-01', '1940-05-31'],
    '1939-28': [2, '1939-12-01', '1940-02-29'],
    '1940-29': [2, '1940-09-01', '1940-11-30'],
    '1940-30': [2, '1940-12-01', '1941-02-28'],
    '1940-31': [2, '1940-03-01', '1940-05-31'],
    '1940-32': [2, '1940-06-01', '1940-08-31'],
    '1940-33': [2, '1940-01-01', '1940-03-31'],
    '1940-36': [2, '1940-10-01', '1940-12-31'],
    '1940-37': [2, '1940-01-01', '1940-04-30'],
    '1940-39': [2, '1940-09-01', '1940-12-31'],
    '1940-40': [2, '1940-01-01', '1940-06-30'],
    '1940-41': [2, '1940-07-01', '1940-12-31'],
    '[1667,1668,1670..1672]': [2, '1667-01-01', '1672-12-31'],
    '[..1760-12-03]': [2, '-Infinity', '1760-12-03'],
    '[1760-12..]': [2, '1760-12-01', 'Infinity'],
    '[1760-01,1760-02,1760-12..]': [2, '1760-01-01', 'Infinity'],
    '[1950,1940]': [2, '1940-01-01', '1950-12-31'],
    '{1960,1961-12}': [2, '1960-01-01', '1961-12-31'],
    '{..1984}': [2, '-Infinity', '1984-12-31'],
    '2004-06~-11': [2, '2004-06-11', '2004-06-11'],
    '?2004-06-~11': [2, '2004-06-11', '2004-06-11'],
    '2004-06-~01/2004-06-~20': [2, '2004-06-01', '2004-06-20'],
    '2004-06-XX/2004-07-03': [1, '2004-06-01', '2004-07-03'],
    '156X-12-25': [2, '1560-12-25', '1569-12-25'],
    '15XX-12-25': [2, '1500-12-25', '1599-12-25'],
    'XXXX-12-XX': [2, '0000-12-01', '9999-12-31'],
    '1XXX-XX': [2, '1000-01-01', '1999-12-31'],
    '1XXX-12': [2, '1000-12-01', '1999-12-31'],
    '1984-1X': [2, '1984-10-01', '1984-12-31'],
    '1985-XX-30': [2, '1985-01-30', '1985-12-30'],
    '2001-XX-31': [2, '2001-01-31', '2001-12-31'],
    '2001-X2-XX': [2, '2001-02-01', '2001-12-31'],
    '20XX-02-29': [2, '2000-02-29', '2096-02-29'],
    '190X-02-29': [2, '1904-02-29', '1908-02-29'],
    '1939-11-3X': [2, '1939-11-30', '1939-11-30'],
    '1939-0X-X1': [2, '1939-01-01', '1939-09-21'],
  };
  for (const [text, [level, earliest, latest]] of Object.entries(table)) {
    it(text, () => {
      const edtf = parse(text);
      expect(bounds(edtf)).to.equal(`${earliest} ${latest}`);
      expect(edtf.level).to.equal(level);
      expect(edtf.text).to.equal(text);
    });
  }

  it('counts the days of the age of the universe without loss', () => {
    const { earliest, latest } = date('Y-13800000000');
    expect(latest - earliest).to.equal(365);
    expect(daysToCivil(earliest)).to.deep.equal({ year: -13_800_000_000, month: 1, day: 1 });
  });
});

describe('parse: parts', () => {
  it('says how finely a date is known, and how finely it is written', () => {
    const known: Record<string, [precision: string, unit: string]> = {
      '1939-09-01T04:45': ['time', 'time'],
      '1939-09-01': ['day', 'day'],
      '1939-09-XX': ['month', 'day'],
      '1939-09': ['month', 'month'],
      '1939-1X': ['year', 'month'],
      '1939-XX-30': ['year', 'day'],
      '1939-21': ['season', 'season'],
      '193X-21': ['decade', 'season'],
      '156X-12-25': ['decade', 'day'],
      '19XX': ['century', 'year'],
      '1XXX': ['millennium', 'year'],
      '1X5X': ['millennium', 'year'],
      'XXXX-12-25': ['unknown', 'day'],
      '1950S3': ['decade', 'year'],
      Y171010000S3: ['age', 'year'],
    };
    for (const [text, expected] of Object.entries(known)) {
      const { precision, unit } = date(text);
      expect([precision, unit], text).to.deep.equal(expected);
    }
  });

  it('keeps qualifiers of the whole and of parts', () => {
    expect(date('1984?')).to.deep.include({
      qualifier: 'uncertain',
      qualifiers: { year: 'uncertain' },
    });
    expect(date('2004-06-11%').qualifier).to.equal('both');
    expect(date('1940-21~')).to.deep.include({
      qualifier: 'approximate',
      qualifiers: { year: 'approximate', month: 'approximate' },
    });
    const parts: Record<string, object> = {
      '2004-06~-11': { year: 'approximate', month: 'approximate' },
      '2004?-06-11': { year: 'uncertain' },
      '?2004-06-~11': { year: 'uncertain', day: 'approximate' },
      '2004-%06-11': { month: 'both' },
      '2004?-06~-11': { year: 'both', month: 'approximate' },
      '2004-06-11': {},
    };
    for (const [text, qualifiers] of Object.entries(parts)) {
      expect(date(text), text).to.deep.include({ qualifier: null, qualifiers });
    }
    expect(date('?2004~').qualifier).to.equal('both');
  });

  it('keeps the digits of each component', () => {
    expect(date('-01XX-1X-2X')).to.deep.include({
      year: { text: '-01XX', min: -199, max: -100 },
      month: { text: '1X', min: 10, max: 12 },
      day: { text: '2X', min: 20, max: 29 },
    });
    expect(date('1950S2')).to.deep.include({ estimate: 1950, significant: 2 });
    expect(date('1940-34')).to.deep.include({ season: 34, month: null });
  });

  it('reads times and zones', () => {
    const time = (text: string): unknown => date(`1939-09-01T${text}`).time;
    expect(time('04:45')).to.deep.equal({ hour: 4, minute: 45, second: null, offset: null });
    expect(time('04:45:30Z')).to.deep.equal({ hour: 4, minute: 45, second: 30, offset: 0 });
    expect(time('04:45:00+01')).to.deep.equal({ hour: 4, minute: 45, second: 0, offset: 60 });
    expect(time('04:45:00-03:30')).to.deep.equal({ hour: 4, minute: 45, second: 0, offset: -210 });
  });

  it('tells open ends from unknown ones', () => {
    expect((parse('../1940') as EdtfInterval).start).to.equal('open');
    expect((parse('1940/') as EdtfInterval).end).to.equal('unknown');
  });

  it('keeps the members of a set in order', () => {
    const { members, of } = parse('{1667,1668,1670..1672}') as EdtfSet;
    expect(of).to.equal('all');
    expect(members.map(({ kind, text }) => `${kind} ${text}`)).to.deep.equal([
      'date 1667',
      'date 1668',
      'range 1670..1672',
    ]);
  });
});

describe('parse: refusals', () => {
  const table: Record<string, RegExp> = {
    '': /the end at position 1, expected a date/,
    '1939-13': /^"1939-13": month 13 at position 6 is not 01–12 or a season 21–41$/,
    '39': /expected four digits of a year/,
    '1939-1': /the end at position 7, expected two digits of a month/,
    '1939-11-31': /day 31 at position 9 is not 01–30/,
    '2001-02-29': /day 29 at position 9 is not 01–28/,
    '2000-02-3X': /day 3X at position 9/,
    '19X3-02-29': /day 29 at position 9/,
    '1939-09-32': /day 32 at position 9 is not 01–31/,
    '1939-00': /month 00 at position 6/,
    '1939-2X': /month 2X at position 6/,
    '1939-42': /month 42 at position 6/,
    '1939-21-01': /"-" at position 8: a season has no day/,
    '-0000': /-0000 at position 1/,
    '12345': /more than four digits/,
    Y1940: /only for years of more than four digits/,
    Y012345: /a digit 1 to 9/,
    'Y12345-06': /stands alone/,
    Y17E: /expected the digits of an exponent/,
    Y17E99: /as far as days can be counted/,
    '1950S5': /expected 1 to 4/,
    '1950S0': /expected 1 to 4/,
    '19XXS2': /unspecified digits/,
    '1939??': /"\?" at position 6/,
    '1939 ': /no spaces/,
    '1939-xx': /capital X/,
    '193u': /capital X/,
    '１９３９': /digits 0 to 9/,
    '−0043': /hyphen-minus/,
    '1939–1945': /hyphen-minus/,
    '(1939)?': /without brackets/,
    y17000: /capitals/,
    '1940/1939': /the end at position 6 is before the start/,
    '1940/1941/1942': /"\/" at position 10/,
    '/': /no date at either end/,
    '../..': /no date at either end/,
    '[]': /expected a year/,
    '[..]': /expected a year/,
    '[1940': /expected "," or "\]"/,
    '{1940]': /expected "," or "}"/,
    '[1940]?': /expected the end of the set/,
    '[1950..1940]': /before the start of its range/,
    '[1940,..1950]': /only the first member/,
    '[1940..,1950]': /nothing can follow an open end/,
    '1939-09-01T24:00:00': /midnight is 00:00:00 of the next day/,
    '1939-09-01T04': /expected ":"/,
    '1939-09-01T04:45:61': /second 61/,
    '1939-09-01T04:45+15:00': /00–14/,
    '1939-09-01T04:45-00:00': /does not exist/,
    '1939-09T04:45': /needs a whole day/,
    '1939-09-0XT04:45': /needs a whole day/,
    '1939-09-01T04:45/1939-09-02': /takes no time of day/,
  };
  for (const [text, expected] of Object.entries(table)) {
    it(text || 'an empty string', () => expect(refusal(text)).to.match(expected));
  }

  it('refuses what is not a string', () => {
    for (const value of [null, undefined, 1939, {}, ['1939'], Symbol('1939')]) {
      expect(refusal(value)).to.match(/is a string/);
    }
  });

  it('refuses hostile strings at once', () => {
    const began = performance.now();
    const many = (count: number): string => `[${Array(count).fill('1940').join(',')}]`;
    expect(refusal(many(MAX_MEMBERS + 1))).to.match(/too many/);
    expect(parse(many(MAX_MEMBERS)).kind).to.equal('set');
    for (const piece of ['X', '[', '9', '?', '/', '..', '1939-', 'Y9', '[1940,', 'Y1E']) {
      expect(refusal(piece.repeat(10_000)).length).to.be.below(300);
    }
    expect(refusal(`[${Array(MAX_MEMBERS).fill('XXX3-02-29').join(',')}]`)).to.match(/no month/);
    expect(performance.now() - began).to.be.below(2_000);
  });
});
