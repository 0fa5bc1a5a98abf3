import { expect } from '@open-wc/testing';
import { format, formatParsed, parse, wordsLanguage } from '../../src/dates/index.js';

describe('format: English', () => {
  const table: Record<string, string> = {
    '1939': '1939',
    '1939-11': 'November 1939',
    '1940-02-20': '20 February 1940',
    '[1939-11-21..1939-11-30]': 'late November 1939',
    '[1939-11-01..1939-11-10]': 'early November 1939',
    '[1939-11-11..1939-11-20]': 'mid-November 1939',
    '[1940-02-21..1940-02-29]': 'late February 1940',
    '[1940-02-21..1940-02-28]': 'between 21 and 28 February 1940',
    '[1939-11-01..1939-11-30]': 'some day in November 1939',
    '1939-11-21/1939-11-30': '21–30 November 1939',
    '1939-12-06/1939-12-07': '6–7 December 1939',
    '1939-12-06/1939-12-06': '6 December 1939',
    '1939-11-06/1939-12-07': '6 November – 7 December 1939',
    '1939-12-30/1940-01-02': '30 December 1939 – 2 January 1940',
    '1939-11/1939-12': 'November–December 1939',
    '1939/1945': '1939–1945',
    '1939~/1945-05': 'around 1939 – May 1945',
    '1940-03~': 'around March 1940',
    '1940-03?': 'possibly March 1940',
    '1940-03%': 'possibly around March 1940',
    '194X~': 'around the 1940s',
    '1940-03/..': 'from March 1940 on',
    '../1940-03': 'until March 1940',
    '1940-03/': 'March 1940 to an unknown date',
    '/1940-03': 'an unknown date to March 1940',
    '[..1940-03]': 'March 1940 or earlier',
    '[1940-03-06..]': '6 March 1940 or later',
    '{..1984}': '1984 and earlier',
    '[1940-05-03,1940-05-05]': '3 or 5 May 1940',
    '{1940-05-03,1940-05-05,1940-05-06}': '3, 5 and 6 May 1940',
    '[1940-05,1940-07]': 'May or July 1940',
    '[1940-05-03..1940-05-09]': 'between 3 and 9 May 1940',
    '[1940-04-03..1940-05-09]': 'between 3 April and 9 May 1940',
    '[1939-04-03..1940-05-09]': 'between 3 April 1939 and 9 May 1940',
    '[1940-03..1940-05]': 'some time in March–May 1940',
    '[1667,1668,1670..1672]': 'one of: 1667, 1668 or 1670–1672',
    '{1667,1668,1670..1672}': '1667, 1668 and 1670–1672',
    '{1670..1672}': 'all of: 1670–1672',
    '1940-21': 'spring 1940',
    '1940-31': 'autumn 1940 (southern hemisphere)',
    '1940-34': '2nd quarter of 1940',
    '194X': '1940s',
    '19XX': '20th century',
    '0XXX': '1st millennium',
    '../0XXX': 'until the 1st millennium',
    '-01XX': '2nd century BCE',
    '-004X': 'some time in 50–41 BCE',
    XXXX: 'an unknown year',
    '1950S2': 'around 1950 (20th century)',
    '-0043': '44 BCE',
    '0000': '1 BCE',
    '-0001': '2 BCE',
    '0044': '44 CE',
    '-0043-03-15': '15 March 44 BCE',
    '-0043/0476': '44 BCE – 476 CE',
    '-0100/-0043': '101–44 BCE',
    'Y-13800000000': '13.8 billion years ago',
    'Y-17E7': '170 million years ago',
    Y170000002: '170,000,002 CE',
    '1939-11-XX': 'some day in November 1939',
    '1939-XX': 'some month in 1939',
    '1939-XX-XX': 'some day in 1939',
    '1939-XX-30': 'the 30th of some month in 1939',
    '1985-05-2X': 'between 20 and 29 May 1985',
    '1985-1X': 'some time in October–December 1985',
    '1985-0X-2X': '1985 (1985-0X-2X)',
    '156X-12-25': '25 December, 1560s',
    'XXXX-12-25': '25 December of an unknown year',
    '1939-09-01T04:45:00': '1 September 1939, 04:45',
    '1939-09-01T04:45:30+01:00': '1 September 1939, 04:45:30 UTC+1',
    '1939-09-01T04:45Z': '1 September 1939, 04:45 UTC',
    '1939?-12': 'December 1939 (year uncertain)',
    '?2004-06-~11': '11 June 2004 (year uncertain, day approximate)',
    '2004?-21': 'spring 2004 (year uncertain)',
  };
  for (const [text, expected] of Object.entries(table)) {
    it(`${text} is ${expected}`, () => expect(format(text, 'en')).to.equal(expected));
  }
});

describe('format: languages', () => {
  const strings = [
    '1939-12-06/1939-12-07',
    '1939-12',
    '[1939-11-21..1939-11-30]',
    '1940-03~',
    '1940-03-06/',
    '194X',
    '-0043',
    '1939-09-01',
    '[1940-05-03..1940-05-09]',
  ];
  const table: Record<string, string[]> = {
    'en-US': [
      'December 6–7, 1939',
      'December 1939',
      'late November 1939',
      'around March 1940',
      'March 6, 1940 to an unknown date',
      '1940s',
      '44 BCE',
      'September 1, 1939',
      'between May 3 and 9, 1940',
    ],
    pl: [
      '6–7 grudnia 1939',
      'grudzień 1939',
      'koniec listopada 1939',
      'około marca 1940',
      'od 6 marca 1940 do nieznanej daty',
      'lata 40. XX wieku',
      '44 p.n.e.',
      '1 września 1939',
      'między 3 a 9 maja 1940',
    ],
    de: [
      '6.–7. Dezember 1939',
      'Dezember 1939',
      'Ende November 1939',
      'ca. März 1940',
      '6. März 1940 bis zu einem unbekannten Datum',
      '1940er Jahre',
      '44 v. Chr.',
      '1. September 1939',
      'zwischen dem 3. und 9. Mai 1940',
    ],
    fr: [
      '6–7 décembre 1939',
      'décembre 1939',
      'fin novembre 1939',
      'aux environs de mars 1940',
      'du 6 mars 1940 à une date inconnue',
      'années 1940',
      '44 av. J.-C.',
      '1er septembre 1939',
      'entre le 3 et le 9 mai 1940',
    ],
    ru: [
      '6–7 декабря 1939 года',
      'декабрь 1939 года',
      'конец ноября 1939 года',
      'около марта 1940 года',
      'с 6 марта 1940 года до неизвестной даты',
      '1940-е годы',
      '44 год до н. э.',
      '1 сентября 1939 года',
      'между 3 и 9 мая 1940 года',
    ],
    uk: [
      '6–7 грудня 1939 року',
      'грудень 1939 року',
      'кінець листопада 1939 року',
      'близько березня 1940 року',
      'від 6 березня 1940 року до невідомої дати',
      '1940-ві роки',
      '44 рік до н. е.',
      '1 вересня 1939 року',
      'між 3 і 9 травня 1940 року',
    ],
  };
  for (const [lang, expected] of Object.entries(table)) {
    it(lang, () => expect(strings.map((text) => format(text, lang))).to.deep.equal(expected));
  }

  it('takes any region or script of a language, and English for one without a table', () => {
    expect(format('1939-12-06', 'PL-pl')).to.equal('6 grudnia 1939');
    expect(format('1939-12-06', 'uk-Cyrl-UA')).to.equal('6 грудня 1939 року');
    expect(format('1939-12-06', 'en_US')).to.equal('December 6, 1939');
    for (const lang of ['es', '', 'not a tag', 'constructor', '__proto__']) {
      expect(format('1939-12-06', lang)).to.equal('6 December 1939');
      expect(wordsLanguage(lang)).to.equal('en');
    }
    expect(wordsLanguage('de-AT')).to.equal('de');
  });

  it('begins with a capital for a heading', () => {
    const text = '[1939-11-21..1939-11-30]';
    expect(format(text, 'en', { capital: true })).to.equal('Late November 1939');
    expect(formatParsed(parse(text), 'ru', { capital: true })).to.equal('Конец ноября 1939 года');
  });

  it('throws what parse throws', () => {
    expect(() => format('1939-13', 'en')).to.throw(RangeError, 'month 13');
    expect(() => format(null as unknown as string, 'en')).to.throw(RangeError);
  });
});
