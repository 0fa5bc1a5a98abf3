/**
 * What all copies of the library on one page have in common. Two copies, even of two versions, meet at
 * a well-known symbol, so that ten widgets from two scripts still make one request.
 * @param name what is shared; change it whenever its shape changes
 * @param make makes it, for the first copy that asks
 */
export function shared<T>(name: string, make: () => T): T {
  const key = Symbol.for(`attested.${name}`);
  const page = globalThis as unknown as Record<symbol, T | undefined>;
  return (page[key] ??= make());
}
