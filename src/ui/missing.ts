import { nearest } from '../dataset/nearest.js';
import type { DatasetResource } from '../store/resource.js';

/** What is said where there is no dataset. */
export const NONE =
  'This element has no dataset: give it src, wrap it in <history-dataset>, or put data-dataset on the script tag.';

/**
 * What is said where a record does not exist.
 * @param type the kind of record, which is also the attribute that names it
 * @param id what the attribute says
 * @param records all there are
 * @param resource where they come from
 */
export function missing(
  type: string,
  id: string | undefined,
  records: object,
  resource?: DatasetResource,
): string {
  if (!id)
    return `This element does not say which ${type} to show: the attribute “${type}” is missing.`;
  const problem = resource?.problems.find((it) => it.id === id);
  if (problem)
    return `The ${type} “${id}” could not be read: ${resource?.name}: ${problem.path}: ${problem.message}`;
  const near = nearest(id, Object.keys(records));
  return `There is no ${type} “${id}” in ${resource?.name}.${near ? ` The nearest is “${near}”.` : ''}`;
}
