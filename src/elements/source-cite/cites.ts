import type { Cite } from '../../dataset/compiled.js';

/** What `<source-cite>` can be told, in its element and its data-attribute form alike. */
export interface CiteAttributes {
  source?: string;
  locator?: string;
  prefix?: string;
  suffix?: string;
  via?: string;
  quotation?: string;
  quotationLang?: string;
  translation?: string;
  translationLang?: string;
  translator?: string;
}

/**
 * The citations that the attributes name: several sources stand apart by spaces, their locators,
 * prefixes, suffixes and vias by semicolons in the same order. A quotation belongs to the first.
 */
export function citesOf(attributes: CiteAttributes): Cite[] {
  const { source = '', quotation, translation } = attributes;
  const each = (list = ''): (string | undefined)[] =>
    list.split(';').map((it) => it.trim() || undefined);
  const [at, prefix, suffix, via] = [
    each(attributes.locator),
    each(attributes.prefix),
    each(attributes.suffix),
    each(attributes.via),
  ];
  return source
    .split(/[\s;]+/)
    .filter(Boolean)
    .map((id, i) => ({
      source: id,
      at: at[i],
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
