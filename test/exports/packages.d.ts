/** What these packages have no types for, as far as the tests use them. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: string, options?: { forceType?: string });
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'jsonld' {
  interface Options {
    base?: string;
    documentLoader(url: string): Promise<{ documentUrl: string; document: unknown }>;
  }
  type Quad = Record<
    'subject' | 'predicate' | 'object',
    { value: string; termType: string; datatype?: { value: string }; language?: string }
  >;
  const jsonld: {
    expand(
      document: object,
      options: Options & { safe?: boolean },
    ): Promise<Record<string, unknown>[]>;
    toRDF(document: object, options: Options & { safe?: boolean }): Promise<Quad[]>;
  };
  export default jsonld;
}
