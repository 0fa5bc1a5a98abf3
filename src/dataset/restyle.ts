import type { CompiledDataset, StyledReferences } from './compiled.js';

/** The dataset with the references of a side file in place of its own. A source that the file lacks keeps its own. */
export function withReferences(data: CompiledDataset, styled: StyledReferences): CompiledDataset {
  const { style, language, slots } = styled;
  const sources = Object.create(null) as CompiledDataset['sources'];
  for (const [id, source] of Object.entries(data.sources)) {
    const own = Object.hasOwn(styled.sources, id) ? styled.sources[id] : undefined;
    sources[id] = own
      ? {
          ...source,
          entry: { [language]: own.entry },
          note: { [language]: own.note },
          again: { [language]: own.again },
        }
      : source;
  }
  const references = { styles: [], languages: [], ...data.references };
  return {
    ...data,
    sources,
    references: { ...references, style, slots: { ...references.slots, [language]: slots } },
  };
}
