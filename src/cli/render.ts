import { parseArgs } from 'node:util';
import { nearest } from '../dataset/nearest.js';
import { quoted } from '../dataset/problem.js';
import { compileFile, tell } from './build.js';
import { type Command, CommandError, only, readJson } from './io.js';
import { hasErrors } from './problems.js';

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

  --element        event-card, source-cite, source-list, contested-claim or conference-timeline
  --event, --claim, --source, --locator, --label, --prefix, --suffix, --via, --quotation,
  --quotation-lang, --translation, --translation-lang, --translator, --from, --to, --group-by,
  --all, --src, --heading-level
                   the element's attributes
  --form           element (default), data: a div or span that the loader upgrades, for hosts that
                   strip elements, or static: the content alone
  --lang           the language of its words
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
        all: { type: 'boolean' },
        src: text,
        'heading-level': text,
      },
    });
    const { element, form = 'element', lang, ...rest } = values;
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
      if (!['src', 'heading-level', ...ELEMENTS[element]!].includes(attribute)) {
        throw new CommandError(`<${element}> has no attribute ${quoted(attribute)}.`);
      }
      attributes[attribute] = value === true ? '' : value;
    }
    const [subject] = ELEMENTS[element]!;
    if (subject && ['event', 'claim', 'source'].includes(subject) && !attributes[subject])
      throw new CommandError(`Say which ${subject} with --${subject} ID.`);
    const file = await readJson(name, io);
    const { dataset, problems } = compileFile(file);
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
      io.out(`${renderStatic(dataset, element, attributes, { form: FORMS[form], lang })}\n`);
    } catch (error) {
      if (error instanceof RangeError) throw new CommandError(error.message);
      throw error;
    }
    return 0;
  },
};
