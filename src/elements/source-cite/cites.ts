import type { Cite } from '../../dataset/compiled.js';
import type { LocatorLabel } from '../../dataset/types.js';

/** What `<source-cite>` can be told, in its element and its data-attribute form alike. */
export interface CiteAttributes {
  source?: string;
  locator?: string;
  label?: string;
  prefix?: string;
  suffix?: string;
  via?: string;
  quotation?: string;
  quotationLang?: string;
  translation?: string;
  translationLang?: string;
  translator?: string;
}

/** Puts a bare locator and what it counts into words, such as `pp. 188–191`. */
export type Locate = (locator: string, label: LocatorLabel | undefined) => string;

/** Whether a locator does not already say what it counts. */
export const isBare = ({ locator = '', label }: CiteAttributes): boolean =>
  Boolean(label) || /(?:^|;)\s*\d/.test(locator);

/**
 * The citations that the attributes name: several sources stand apart by spaces, their locators,
 * labels, prefixes, suffixes and vias by semicolons in the same order. A quotation belongs to the first.
 */
export function citesOf(attributes: CiteAttributes, locate: Locate = (locator) => locator): Cite[] {
  const { source = '', quotation, translation } = attributes;
  const each = (list = ''): (string | undefined)[] =>
    list.split(';').map((it) => it.trim() || undefined);
  const [at, label, prefix, suffix, via] = [
    each(attributes.locator),
    each(attributes.label),
    each(attributes.prefix),
    each(attributes.suffix),
    each(attributes.via),
  ];
  return source
    .split(/[\s;,]+/)
    .filter(Boolean)
    .map((id, i) => ({
      source: id,
      at: at[i] && locate(at[i], label[i] as LocatorLabel | undefined),
      ...(label[i] && { locator: at[i], label: label[i] as LocatorLabel }),
      prefix: prefix[i],
      suffix: suffix[i],
      via: via[i],
      quotation:
        quotation && !i
          ? {
              text: quotation,
              language: attributes.quotationLang ?? 'und',
              translations: translation
                ? [
                    {
                      text: translation,
                      language: attributes.translationLang ?? 'und',
                      translator: attributes.translator ?? '',
                    },
                  ]
                : undefined,
            }
          : undefined,
    }));
}
