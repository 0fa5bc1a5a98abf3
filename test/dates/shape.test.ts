import { expect } from '@open-wc/testing';
import { doubt, extent, parse, shape } from '../../src/dates/index.js';

describe('shape', () => {
  const table: Record<string, string> = {
    '1939-09-01T04:45': 'time',
    '1939-12-06': 'day',
    '1939-12-06?': 'day',
    '1939-12': 'month',
    '1939-12-XX': 'month',
    '1939-24': 'span',
    '1939': 'span',
    '193X': 'span',
    '156X-12-25': 'span',
    '1950S2': 'span',
    'XXXX-12-25': 'undated',
    '1939-12-06/1939-12-07': 'interval',
    '1939-12/1940-03-01': 'blurred',
    '1939-12-06~/1940-03-01': 'blurred',
    '../1940': 'open-start',
    '1940/..': 'open-end',
    '/1940': 'unknown-start',
    '1940/': 'unknown-end',
    '[1939-11-21..1939-11-30]': 'one-of',
    '[1667,1668]': 'one-of',
    '[1939-12-06]': 'day',
    '[..1984]': 'or-earlier',
    '[1984..]': 'or-later',
    '[..1984,1990..]': 'one-of',
    '{1667,1668}': 'all-of',
    '{..1984}': 'all-of',
  };
  for (const [text, expected] of Object.entries(table)) {
    it(`${text} is ${expected}`, () => expect(shape(parse(text))).to.equal(expected));
  }

  it('blurs an interval of which an end is partly qualified', () => {
    expect(shape(parse('1939-12-~06/1939-12-07'))).to.equal('blurred');
  });

  it('finds doubt anywhere', () => {
    expect(doubt(parse('1939'))).to.equal(null);
    expect(doubt(parse('1939-12-~06'))).to.equal('approximate');
    expect(doubt(parse('../1939?'))).to.equal('uncertain');
    expect(doubt(parse('[1939?,1940~..]'))).to.equal('both');
    expect(doubt(parse('1939%/1940'))).to.equal('both');
  });
});

describe('extent', () => {
  const day = (text: string): number => parse(text).earliest as number;
  const table: [string, ReturnType<typeof extent>][] = [
    ['1939-12-06', {}],
    ['1939-09-01T04:45', { minute: 285 }],
    [
      '{1939-12-06,1940-03..}',
      {
        members: [
          [day('1939-12-06'), day('1939-12-06')],
          [day('1940-03-01'), null],
        ],
      },
    ],
    [
      '[1667,1669]',
      {
        members: [
          [day('1667-01-01'), day('1667-12-31')],
          [day('1669-01-01'), day('1669-12-31')],
        ],
      },
    ],
    [`[${Array.from({ length: 30 }, (_, i) => 1900 + 2 * i).join()}]`, {}],
    ['1939-12-06/1939-12-07', {}],
    ['1939-12/1940-03-01', { sure: [day('1939-12-31'), day('1940-03-01')] }],
    ['1939-12/1939-12', {}],
    ['1939-11~/1940-03', {}],
    ['1940/..', {}],
  ];
  for (const [text, expected] of table)
    it(`of ${text}`, () => expect(extent(parse(text))).to.deep.equal(expected));
});
