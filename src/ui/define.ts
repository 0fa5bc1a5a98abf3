/** A class of ours, which a registry can be asked about. */
type Definable = { new (): HTMLElement; readonly attested: number };

/**
 * Registers an element, never twice and never over somebody else's.
 * @param tag the name wanted
 * @param element its class
 * @param registry where; default: the page's own
 * @returns the name that it has: `tag`, or `attested-TAG` where the page has another element of that name
 */
export function define(
  tag: string,
  element: Definable,
  registry = globalThis.customElements,
): string {
  if (!registry) return tag;
  const known = registry.get(tag) as Partial<Definable> | undefined;
  if (known) return known.attested ? tag : define(`attested-${tag}`, element, registry);
  // A class can be registered once only, so each name has a class of its own.
  registry.define(tag, class extends element {});
  return tag;
}
