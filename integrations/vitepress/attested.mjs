/**
 * Attested in VitePress: spread `attested({ library, dataset })` into the site's configuration. It adds the
 * script tag and tells Vue which elements are not its own.
 */

const TAGS =
  /^(history-dataset|event-card|source-cite|source-list|contested-claim|claim-matrix|person-card|conference-timeline|place-map)$/;

/**
 * @param {{library?: string, dataset: string}} options their addresses on the site
 */
export const attested = ({ library = '/attested/attested.js', dataset }) => ({
  head: [['script', { type: 'module', src: library, 'data-dataset': dataset }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => TAGS.test(tag) } } },
});
