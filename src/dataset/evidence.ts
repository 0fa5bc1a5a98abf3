/** How far the evidence for a claim reaches, in plain words made from its positions. */
import { lookup } from './lookup.js';
import type { CompiledPerson, CompiledPosition, CompiledSource, Localized } from './compiled.js';
import type { Id, SourceKind, Stance } from './types.js';

/** Kinds of voices, in the order in which they are named. */
type Voice =
  | 'document'
  | 'historian'
  | 'scholar'
  | 'institution'
  | 'memoir'
  | 'eyewitness'
  | 'author'
  | 'journalist'
  | 'press'
  | 'tertiary'
  | 'unsourced';

/** What a voice goes by, where its kind does not say so. */
type Ground = 'documents' | 'hearsay' | 'inference';

interface Phrases {
  voice: Record<Voice, (count: number) => string>;
  ground: Record<Ground, string>;
  /** Before a ground that only so many of the voices have. */
  some: (count: number) => string;
  none: string;
  and: string;
  /** The whole, from the voices of each stance; an absent one is ''. Never are all of them ''. */
  sentence: (by: Record<Stance, string>) => string;
}

const ENGLISH_NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const english =
  (one: string, many: string) =>
  (count: number): string =>
    `${ENGLISH_NUMBERS[count] ?? count} ${count === 1 ? one : many}`;

/** Words for Polish numbers from 1 to 6: of men, of feminine and of neuter things, of things plural in form. */
const POLISH_NUMBERS = {
  men: ['jeden', 'dwóch', 'trzech', 'czterech', 'pięciu', 'sześciu'],
  feminine: ['jedna', 'dwie', 'trzy', 'cztery', 'pięć', 'sześć'],
  masculine: ['jeden', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć'],
  neuter: ['jedno', 'dwa', 'trzy', 'cztery', 'pięć', 'sześć'],
};

/** Polish has three forms: of one, of two to four (but not twelve to fourteen), and of all others. */
const polish =
  (gender: keyof typeof POLISH_NUMBERS, one: string, few: string, many: string) =>
  (count: number): string => {
    const isFew = [2, 3, 4].includes(count % 10) && ![12, 13, 14].includes(count % 100);
    return `${POLISH_NUMBERS[gender][count - 1] ?? count} ${count === 1 ? one : isFew ? few : many}`;
  };

const PHRASES: { [language: string]: Phrases } & { en: Phrases } = {
  en: {
    voice: {
      document: english('document', 'documents'),
      historian: english('historian', 'historians'),
      scholar: english('scholar', 'scholars'),
      institution: english('institution', 'institutions'),
      memoir: english('memoir', 'memoirs'),
      eyewitness: english('eyewitness', 'eyewitnesses'),
      author: english('author', 'authors'),
      journalist: english('journalist', 'journalists'),
      press: english('press report', 'press reports'),
      tertiary: english('tertiary source', 'tertiary sources'),
      unsourced: english('voice that gives no source', 'voices that give no source'),
    },
    ground: { documents: 'from documents', hearsay: 'at second hand', inference: 'by inference' },
    some: (count) => `${ENGLISH_NUMBERS[count] ?? count} of them `,
    none: 'no source given',
    and: ' and ',
    sentence: ({ supports, disputes, qualifies, reports }) => {
      const main = supports
        ? supports + (disputes && `${supports.includes(',') ? ',' : ''} against ${disputes}`)
        : disputes && `disputed by ${disputes}`;
      const only = main || qualifies ? '' : 'only ';
      return [
        main,
        qualifies && `qualified by ${qualifies}`,
        reports && `${only}passed on by ${reports}`,
      ]
        .filter(Boolean)
        .join('; ');
    },
  },
  pl: {
    voice: {
      document: polish('masculine', 'dokument', 'dokumenty', 'dokumentów'),
      historian: polish('men', 'historyk', 'historyków', 'historyków'),
      scholar: polish('men', 'badacz', 'badaczy', 'badaczy'),
      institution: polish('feminine', 'instytucja', 'instytucje', 'instytucji'),
      memoir: polish(
        'feminine',
        'relacja wspomnieniowa',
        'relacje wspomnieniowe',
        'relacji wspomnieniowych',
      ),
      eyewitness: polish('men', 'naoczny świadek', 'naocznych świadków', 'naocznych świadków'),
      author: polish('men', 'autor', 'autorów', 'autorów'),
      journalist: polish('men', 'dziennikarz', 'dziennikarzy', 'dziennikarzy'),
      press: polish('feminine', 'relacja prasowa', 'relacje prasowe', 'relacji prasowych'),
      tertiary: polish(
        'neuter',
        'opracowanie trzeciorzędne',
        'opracowania trzeciorzędne',
        'opracowań trzeciorzędnych',
      ),
      unsourced: polish(
        'masculine',
        'głos bez podania źródła',
        'głosy bez podania źródła',
        'głosów bez podania źródła',
      ),
    },
    ground: {
      documents: 'na podstawie dokumentów',
      hearsay: 'z drugiej ręki',
      inference: 'na podstawie wnioskowania',
    },
    some: (count) => `w tym ${count} `,
    none: 'nie podano źródła',
    and: ' i ',
    sentence: ({ supports, disputes, qualifies, reports }) =>
      [
        supports,
        disputes && `przeciw: ${disputes}`,
        qualifies && `z zastrzeżeniem: ${qualifies}`,
        reports && `za innymi: ${reports}`,
      ]
        .filter(Boolean)
        .join('; '),
  },
};

/** What the evidence sentence needs to know of the dataset. */
export interface EvidenceContext {
  sources: Record<Id, CompiledSource>;
  people: Record<Id, CompiledPerson>;
}

const SCHOLARLY = new Set<SourceKind>(['monograph', 'edited-volume', 'article', 'proceedings']);

/** Whether the dataset says of a person what they are, and that it is something else than a historian. */
function isOther(person: CompiledPerson | undefined): boolean {
  const titles = (person?.roles ?? []).flatMap(({ title }) =>
    typeof title === 'string' ? [title] : Object.values(title),
  );
  return titles.length > 0 && !titles.some((title) => /histor|істори|истори/i.test(title));
}

function voiceOf(
  position: CompiledPosition,
  { sources, people }: EvidenceContext,
): [Voice, Ground?] {
  const { basis, holder, cites = [] } = position;
  const kinds = cites.flatMap(({ source }) => lookup(sources, source)?.kind ?? []);
  const scholar = (): Voice =>
    holder.organisation
      ? 'institution'
      : isOther(lookup(people, holder.person))
        ? 'scholar'
        : 'historian';
  const witness = kinds.includes('memoir');
  switch (basis) {
    case 'document':
      if (witness) return ['memoir', 'documents'];
      return kinds.some((kind) => SCHOLARLY.has(kind)) &&
        !kinds.includes('archival-document') &&
        !kinds.includes('document-edition')
        ? [scholar(), 'documents']
        : ['document'];
    case 'eyewitness':
      return [witness ? 'memoir' : 'eyewitness'];
    case 'hearsay':
      return [witness ? 'memoir' : 'author', 'hearsay'];
    case 'scholarship':
      return [scholar()];
    case 'journalism':
      return [holder.person ? 'journalist' : 'press'];
    case 'inference':
      return ['author', 'inference'];
    default:
      return [basis];
  }
}

/** The voices of one stance, each kind counted: `two historians, one of them from documents, and one memoir`. */
function voices(
  positions: readonly CompiledPosition[],
  context: EvidenceContext,
  phrases: Phrases,
): string {
  const kinds = new Map<Voice, { all: Set<string>; by: Map<Ground, Set<string>> }>();
  for (const position of positions) {
    const [voice, ground] = voiceOf(position, context);
    const kind = kinds.get(voice) ?? { all: new Set<string>(), by: new Map<Ground, Set<string>>() };
    const holder = JSON.stringify(position.holder);
    kinds.set(voice, kind);
    kind.all.add(holder);
    if (ground) kind.by.set(ground, (kind.by.get(ground) ?? new Set<string>()).add(holder));
  }
  const parts = [...kinds].map(([voice, { all, by }]) =>
    [
      phrases.voice[voice](all.size),
      ...[...by].map(
        ([ground, some]) =>
          (some.size < all.size ? phrases.some(some.size) : '') + phrases.ground[ground],
      ),
    ].join(', '),
  );
  const last = parts.pop() ?? '';
  if (!parts.length) return last;
  return `${parts.join(', ')}${parts.some((part) => part.includes(',')) ? ',' : ''}${phrases.and}${last}`;
}

/**
 * How far the evidence for a claim reaches, such as `one historian, from documents, against one
 * memoir`: the kinds of voices for it and against it, then those that qualify it and those that only
 * pass it on. A holder with several positions of one kind is one voice. A language without phrases
 * gets them in English. Counts voices to say who there is; they are not weights (design, §5.3).
 */
export function evidence(
  positions: readonly CompiledPosition[],
  context: EvidenceContext,
  languages: readonly string[],
): Localized<string> {
  const all: Localized<string> = {};
  for (const language of languages) {
    const own = language.toLowerCase().split('-')[0]!;
    const phrases = (Object.hasOwn(PHRASES, own) && PHRASES[own]) || PHRASES.en;
    const by = (stance: Stance): string =>
      voices(
        positions.filter((position) => position.stance === stance),
        context,
        phrases,
      );
    all[language] = positions.every(({ basis }) => basis === 'unsourced')
      ? phrases.none
      : phrases.sentence({
          supports: by('supports'),
          disputes: by('disputes'),
          qualifies: by('qualifies'),
          reports: by('reports'),
        });
  }
  return all;
}
