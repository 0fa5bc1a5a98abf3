/**
 * The record of that id, or `undefined`. Asks only for the map's own members, so that an id such as
 * `constructor` finds no record where there is none. Every lookup by an id from a page goes this way.
 */
export function lookup<T>(
  map: { readonly [id: string]: T } | undefined,
  id: string | null | undefined,
): T | undefined {
  return map && id != null && Object.hasOwn(map, id) ? map[id] : undefined;
}
