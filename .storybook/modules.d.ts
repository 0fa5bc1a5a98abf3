/** Built, and so not there where types are checked on a fresh clone. */
declare module '*/custom-elements.json' {
  const manifest: { modules: { path: string; declarations: unknown[] }[] };
  export default manifest;
}

declare module '*.css';
