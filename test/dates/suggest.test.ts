import { expect } from '@open-wc/testing';
import { suggest } from '../../src/dates/suggest.js';

const MEANT: Record<string, string> = {
  '12 June 1897': '1897-06-12',
  '12th of June, 1897': '1897-06-12',
  'June 12, 1897': '1897-06-12',
  'Sept. 1939': '1939-09',
  '7.12.1939': '1939-12-07',
  '1939/12/7': '1939-12-07',
  '1939-9': '1939-09',
  'c. 1897': '1897~',
  'ca 1897': '1897~',
  'about June 1897': '1897-06~',
  'possibly 1940': '1940?',
  'spring 1940': '1940-21',
  '1890s': '189X',
  '19th century': '18XX',
  '44 BC': '-0043',
  '1 BCE': '0000',
  '1939-11-21..1939-11-30': '[1939-11-21..1939-11-30]',
  'between 1939 and 1940': '[1939..1940]',
  '1939 or 1941': '[1939,1941]',
  '1939–1940': '1939/1940',
  '1939-1940': '1939/1940',
  '6 December 1939 – 7 December 1939': '1939-12-06/1939-12-07',
  'before 1940': '[..1940]',
  'after 1940': '[1940..]',
  'since 1940': '1940/..',
  'until June 1941': '../1941-06',
  '193x': '193X',
  '12000': 'Y12000',
};

describe('what a date by habit may have meant', () => {
  for (const [written, edtf] of Object.entries(MEANT))
    it(`${written} is ${edtf}`, () => expect(suggest(written)).to.equal(edtf));

  it('says nothing where it can be read in two ways, or in none', () => {
    for (const written of ['6/7/1939', 'yesterday', '', '31 June 1939', 'x'.repeat(100_000)])
      expect(suggest(written)).to.equal(undefined);
  });
});
