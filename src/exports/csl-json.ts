import type { CompiledDataset } from '../dataset/compiled.js';
import type { Id } from '../dataset/types.js';
import { itemsOf } from './item.js';

/** These sources as CSL-JSON, for Zotero, Pandoc and every CSL processor; abstracts are left out. */
export const cslJson = (data: CompiledDataset, ids: Iterable<Id>): string =>
  `${JSON.stringify(itemsOf(data, ids), null, 2)}\n`;
