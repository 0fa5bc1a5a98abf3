import { expect } from '@open-wc/testing';
import { evidence } from '../../src/dataset/evidence.js';
import type {
  CompiledPerson,
  CompiledPosition,
  CompiledSource,
} from '../../src/dataset/compiled.js';
import type { Basis, SourceKind, Stance } from '../../src/dataset/types.js';

const source = (kind: SourceKind): CompiledSource => ({
  title: 'T',
  short: 'T',
  kind,
  verification: 'confirmed',
  entry: {},
  note: {},
});
const sources = {
  memoir: source('memoir'),
  book: source('monograph'),
  paper: source('archival-document'),
  site: source('website'),
};
const people: Record<string, CompiledPerson> = {
  professor: { label: 'P', roles: [{ title: 'Professor of English' }] },
  historian: { label: 'H', roles: [{ title: 'Military historian' }] },
};
let number = 0;
const at = (
  stance: Stance,
  basis: Basis,
  cited?: keyof typeof sources,
  holder?: CompiledPosition['holder'],
): CompiledPosition => ({
  holder: holder ?? { name: `N${number++}` },
  stance,
  basis,
  says: {},
  ...(cited && { cites: [{ source: cited }] }),
});
const say = (...positions: CompiledPosition[]): string =>
  evidence(positions, { sources, people }, ['en'])['en']!;

describe('evidence', () => {
  it('says what there is, in plain words', () => {
    expect(
      say(at('supports', 'document', 'book'), at('disputes', 'eyewitness', 'memoir')),
    ).to.equal('one historian, from documents, against one memoir');
    expect(say(at('supports', 'eyewitness', 'memoir'))).to.equal('one memoir');
    expect(say(at('supports', 'eyewitness', 'site'))).to.equal('one eyewitness');
    expect(say(at('supports', 'hearsay', 'memoir'))).to.equal('one memoir, at second hand');
    expect(say(at('supports', 'document', 'paper'), at('supports', 'document', 'paper'))).to.equal(
      'two documents',
    );
    expect(
      say(
        at('supports', 'scholarship'),
        at('supports', 'scholarship'),
        at('supports', 'document', 'book'),
      ),
    ).to.equal('three historians, one of them from documents');
    expect(
      say(at('supports', 'journalism'), at('supports', 'tertiary'), at('supports', 'inference')),
    ).to.equal('one press report, one tertiary source and one author, by inference');
    expect(say(at('disputes', 'scholarship'))).to.equal('disputed by one historian');
    expect(say(at('reports', 'tertiary'), at('reports', 'tertiary'))).to.equal(
      'only passed on by two tertiary sources',
    );
    expect(
      say(at('supports', 'scholarship'), at('qualifies', 'scholarship'), at('reports', 'tertiary')),
    ).to.equal('one historian; qualified by one historian; passed on by one tertiary source');
  });

  it('says openly that there is none', () => {
    expect(say()).to.equal('no source given');
    expect(say(at('supports', 'unsourced'), at('reports', 'unsourced'))).to.equal(
      'no source given',
    );
    expect(say(at('supports', 'unsourced'), at('disputes', 'scholarship'))).to.equal(
      'one voice that gives no source against one historian',
    );
  });

  it('counts a holder once and calls nobody a historian who is said to be something else', () => {
    const holder = { name: 'P', person: 'professor' };
    expect(
      say(
        at('supports', 'scholarship', 'book', holder),
        at('supports', 'scholarship', 'book', holder),
      ),
    ).to.equal('one scholar');
    expect(say(at('supports', 'scholarship', 'book', { name: 'H', person: 'historian' }))).to.equal(
      'one historian',
    );
    expect(say(at('supports', 'scholarship', 'book', { name: 'I', organisation: 'i' }))).to.equal(
      'one institution',
    );
  });

  it('speaks Polish, and English where it has no words', () => {
    const positions = [
      ...Array.from({ length: 5 }, () => at('supports', 'scholarship')),
      ...Array.from({ length: 22 }, () => at('disputes', 'document', 'paper')),
    ];
    expect(evidence(positions, { sources, people }, ['pl', 'xx', 'constructor'])).to.deep.equal({
      pl: 'pięciu historyków; przeciw: 22 dokumenty',
      xx: 'five historians against 22 documents',
      constructor: 'five historians against 22 documents',
    });
  });
});
