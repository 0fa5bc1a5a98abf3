import { expect } from '@open-wc/testing';
import { compile, type Problem } from '../../src/dataset/compile.js';
import { sample } from '../dataset/sample.js';

/** Compiles the sample with a map's address, and what was said of it. */
function withMap(layer: unknown): { layer?: string | undefined; said: string } {
  const problems: Problem[] = [];
  const { map } = compile(
    { ...sample(), map: { layer } },
    { onProblem: (problem) => problems.push(problem) },
  );
  return { layer: map?.layer, said: problems.map(({ path, message }) => path + message).join() };
}

describe('the map of a dataset', () => {
  it('is a path below the dataset’s own', () => {
    for (const layer of ['map.json', 'maps/poland-1939.json', 'a/b/c_d.v2.json'])
      expect(withMap(layer)).to.deep.equal({ layer, said: '' });
  });

  it('is nobody else’s, and nothing above the dataset', () => {
    for (const layer of [
      'https://example.org/map.json',
      '//example.org/map.json',
      '/map.json',
      '../map.json',
      'maps/../../map.json',
      'data:application/json,{}',
      'a b.json',
      'map.json?x',
      '\\\\example.org\\map.json',
      '',
      5,
    ]) {
      const { layer: kept, said } = withMap(layer);
      expect(kept, String(layer)).to.equal(undefined);
      expect(said, String(layer)).to.contain('/map/layer');
    }
  });

  it('has names of its own for a place: then, and now', () => {
    const onMap = (value: unknown): unknown => {
      const data = sample();
      Object.assign(data.places?.['lviv'] as object, { onMap: value });
      return compile(data).places['lviv']?.onMap;
    };
    expect(onMap({ then: 'Lwów', now: { uk: 'Львів' } })).to.deep.equal({
      then: 'Lwów',
      now: { uk: 'Львів' },
    });
    expect(onMap({ then: 'Lwów' })).to.deep.equal({ then: 'Lwów' });
    expect(onMap({ now: 'Lviv' })).to.equal(undefined);
    expect(onMap(undefined)).to.equal(undefined);
  });
});
