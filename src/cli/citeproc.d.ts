/** What is used here of citeproc-js, which has no types of its own. */
declare module 'citeproc' {
  /** How one kind of mark-up is written: around `%%STRING%%`, by a function, or not at all. */
  type Mark = string | false | ((state: unknown, text: string) => string);

  interface System {
    retrieveLocale(language: string): string | false;
    retrieveItem(id: string): unknown;
  }

  interface CitationItem {
    id: string;
    locator?: string;
    label?: string;
    /** 0: cited for the first time; 1: cited before. */
    position?: number;
  }

  interface Engine {
    opt: {
      xclass: string;
      'page-range-format'?: string;
      /** `wrap_url_and_doi`: whether addresses are marked. */
      development_extensions: { wrap_url_and_doi: boolean };
    };
    bibliography: { opt: Record<string, unknown> };
    setOutputFormat(name: string): void;
    updateItems(ids: string[]): void;
    makeCitationCluster(items: CitationItem[]): string;
    makeBibliography(): [info: { entry_ids: [string][] }, entries: string[]] | false;
  }

  const CSL: {
    Engine: new (system: System, style: string, language: string, force: boolean) => Engine;
    Output: {
      Formats: Record<string, Record<string, Mark | ((text: string) => string)>>;
    };
    debug: (text: string) => void;
  };
  export = CSL;
}
