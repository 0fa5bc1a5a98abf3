import { nearest } from '../dataset/nearest.js';

/**
 * Says that a `data-attested` names no element: on the console, and in `data-attested-error` where an
 * author who inspects the page finds it. What the page wrote there stays as it is.
 * @param host the element with the attribute
 * @param tags the elements that there are, set apart by commas
 */
export function misspelt(host: Element, tags: string): void {
  const name = host.getAttribute('data-attested') ?? '';
  const near = nearest(name, tags.split(','));
  const message = `There is no element “${name}”.${near ? ` The nearest is “${near}”.` : ''}`;
  if (host.getAttribute('data-attested-error') === message) return;
  host.setAttribute('data-attested-error', message);
  console.warn(`attested: ${message}`, host);
}
