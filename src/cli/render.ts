import { parseArgs } from 'node:util';
import { isCompiled } from '../dataset/is-compiled.js';
import { nearest } from '../dataset/nearest.js';
import { quoted } from '../dataset/problem.js';
import { compileFile, tell } from './build.js';
import { withMetadata } from './export.js';
import { type Command, CommandError, only, readJson } from './io.js';
import { hasErrors } from './problems.js';
import { formatterFor, isKnown, restyled } from './references.js';

const FORMS = { element: 'element', data: 'data-attribute', static: 'static' } as const;

/** The elements that can be rendered, each with the attributes that say what it shows. */
const ELEMENTS: { [tag: string]: readonly string[] } = {
  'event-card': ['event'],
  'source-cite': [
    'source',
    'locator',
    'label',
    'prefix',
    'suffix',
    'via',
    'quotation',
    'quotation-lang',
    'translation',
    'translation-lang',
    'translator',
  ],
  'source-list': ['all'],
  'contested-claim': ['claim'],
  'conference-timeline': ['from', 'to', 'group-by'],
  'claim-matrix': ['status', 'event', 'stance', 'source-kind', 'sort'],
  'person-card': ['person', 'organisation'],
  'place-map': ['place', 'event', 'from', 'to'],
};

const isForm = (value: string): value is keyof typeof FORMS => Object.hasOwn(FORMS, value);

/** `attested render` */
export const renderCommand: Command = {
  summary: 'write an element as plain HTML, for pages without scripts',
  help: `attested render FILE --element TAG [--event ID …] [--form element|data|static] [--lang LANGUAGE]

Writes one element with its content as plain semantic HTML inside, on one line, so
that a page without scripts, a crawler and a printer get the content too. FILE may be
the authors' file or a compiled one.

  $ attested render dataset.json --element event-card --event zakopane-1939-12

  --element        event-card, source-cite, source-list, contested-claim, conference-timeline,
                   claim-matrix, person-card or place-map
  --event, --claim, --source, --locator, --label, --prefix, --suffix, --via, --quotation,
  --quotation-lang, --translation, --translation-lang, --translator, --from, --to, --group-by,
  --status, --stance, --source-kind, --sort, --person, --organisation, --place, --all,
  --src, --heading-level, --citation-style
                   the element's attributes
  --form           element (default), data: a div or span that the loader upgrades, for hosts that
                   strip elements, or static: the content alone
  --lang           the language of its words
  --metadata       with what Zotero and search engines read: COinS and JSON-LD, inside the element
`,
  async run(args, io) {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        element: text,
        form: text,
        lang: text,
        event: text,
        claim: text,
        source: text,
        locator: text,
        label: text,
        prefix: text,
        suffix: text,
        via: text,
        quotation: text,
        'quotation-lang': text,
        translation: text,
        'translation-lang': text,
        translator: text,
        from: text,
        to: text,
        'group-by': text,
        status: text,
        stance: text,
        'source-kind': text,
        sort: text,
        person: text,
        organisation: text,
        place: text,
        all: { type: 'boolean' },
        metadata: { type: 'boolean' },
        src: text,
        'heading-level': text,
        'citation-style': text,
      },
    });
    const { element, form = 'element', lang, metadata, ...rest } = values;
    const name = only(positionals, 'file', 'render');
    const tags = Object.keys(ELEMENTS);
    if (element === undefined)
      throw new CommandError(`Say which element with --element: ${tags.join(', ')}.`);
    if (!Object.hasOwn(ELEMENTS, element)) {
      const near = nearest(element, tags);
      throw new CommandError(
        `There is no element ${quoted(element)}${near ? `; did you mean ${quoted(near)}?` : `. There are ${tags.join(', ')}.`}`,
      );
    }
    if (!isForm(form))
      throw new CommandError(`There is no form ${quoted(form)}: choose element, data or static.`);
    const attributes: Record<string, string> = {};
    for (const [attribute, value] of Object.entries(rest)) {
      if (value === false) continue;
      if (!['src', 'heading-level', 'citation-style', ...ELEMENTS[element]!].includes(attribute)) {
        throw new CommandError(`<${element}> has no attribute ${quoted(attribute)}.`);
      }
      attributes[attribute] = value === true ? '' : value;
    }
    const [subject] = ELEMENTS[element]!;
    if (subject && ['event', 'claim', 'source'].includes(subject) && !attributes[subject])
      throw new CommandError(`Say which ${subject} with --${subject} ID.`);
    const file = await readJson(name, io);
    const style = values['citation-style'];
    const { problems, ...compiled } = compileFile(
      file,
      isCompiled(file.value)
        ? undefined
        : await formatterFor(file, io, { style, languages: lang && isKnown(lang) ? [lang] : [] }),
    );
    const dataset = isCompiled(file.value)
      ? await restyled(compiled.dataset, file.name, io, style, lang)
      : compiled.dataset;
    tell(problems, io);
    if (hasErrors(problems)) io.err('What is broken is left out.\n');
    for (const [attribute, map] of Object.entries({
      event: dataset.events,
      claim: dataset.claims,
    })) {
      const id = attributes[attribute];
      if (id === undefined || Object.hasOwn(map, id)) continue;
      const near = nearest(id, Object.keys(map));
      throw new CommandError(
        `There is no ${attribute} ${quoted(id)} in ${name}${near ? `; did you mean ${quoted(near)}?` : '.'}`,
      );
    }
    const { renderStatic } = await import('../elements/static.js');
    try {
      const html = renderStatic(dataset, element, attributes, { form: FORMS[form], lang });
      io.out(`${metadata ? withMetadata(dataset, element, attributes, form, html) : html}\n`);
    } catch (error) {
      if (error instanceof RangeError) throw new CommandError(error.message);
      throw error;
    }
    return 0;
  },
};
