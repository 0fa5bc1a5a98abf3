import { expect } from '@open-wc/testing';
import { lookup } from '../../src/dataset/lookup.js';
import { nearest } from '../../src/dataset/nearest.js';

describe('nearest', () => {
  const ids = [
    'zakopane-1939-12',
    'zakopane-1940-02',
    'krakow-1939-12',
    'krakow-1940-03',
    'lwow-1939-10',
  ];
  const table: Record<string, string | undefined> = {
    'zakopane-1939-11': 'zakopane-1939-12',
    'zakopnae-1939-12': 'zakopane-1939-12',
    'Zakopane 1939-12': 'zakopane-1939-12',
    zakopane: 'zakopane-1939-12',
    lwow: 'lwow-1939-10',
    'krakow-1940-3': 'krakow-1940-03',
    'something-else-entirely': undefined,
    '': undefined,
    x: undefined,
  };
  for (const [id, expected] of Object.entries(table)) {
    it(id || 'nothing', () => expect(nearest(id, ids)).to.equal(expected));
  }
  it('counts swapped neighbours as one slip', () =>
    expect(nearest('ab', ['ba', 'xx'])).to.equal('ba'));
  it('wastes no time on what is nobody’s slip', () => {
    const start = performance.now();
    expect(nearest('a'.repeat(1_000_000), ['b'.repeat(1_000_000), 'a'])).to.equal(undefined);
    expect(performance.now() - start).to.be.below(200);
  });
});

describe('lookup', () => {
  it('sees own members alone', () => {
    expect(lookup({ a: 1 }, 'a')).to.equal(1);
    for (const id of ['constructor', '__proto__', 'toString', '', null, undefined])
      expect(lookup({ a: 1 }, id)).to.equal(undefined);
    expect(lookup(undefined, 'a')).to.equal(undefined);
  });
});
