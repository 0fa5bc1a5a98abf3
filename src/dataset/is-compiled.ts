import type { CompiledDataset } from './compiled.js';

/** Whether a value is a compiled dataset, by the mark that `compile` sets. It is not looked into further. */
export function isCompiled(value: unknown): value is CompiledDataset {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'attested') &&
    (value as { attested: unknown }).attested === 1
  );
}
