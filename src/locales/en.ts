import { matrix, person, record } from './en-records.js';
import { map } from './en-map.js';
import { timeline } from './en-timeline.js';
import { shapes } from './shapes.js';

/**
 * The interface in English. Plain strings only, so that compile can write them into a dataset: a
 * browser then loads no dictionary for the dataset's own languages. `{}` stands for what is put in.
 */
export const en = {
  shapes,
  /** How surely an event took place. */
  occurrence: {
    established: 'Established',
    attested: 'Attested',
    reported: 'Reported',
    unconfirmed: 'Unconfirmed',
    contested: 'Contested',
  },
  /** How a claim stands. */
  status: {
    established: 'Established',
    documented: 'Documented',
    attested: 'Attested',
    reported: 'Reported',
    inferred: 'Inferred',
    contested: 'Contested',
    unsupported: 'Unsupported',
    refuted: 'Refuted',
  },
  /** What a holder does with a claim. */
  stance: {
    supports: 'Supports it',
    disputes: 'Disputes it',
    qualifies: 'Qualifies it',
    reports: 'Reports it',
  },
  /** What a position rests on. */
  basis: {
    document: 'from documents',
    eyewitness: 'as an eyewitness',
    hearsay: 'from hearsay',
    scholarship: 'from scholarship',
    journalism: 'as journalism',
    inference: 'by inference',
    tertiary: 'in a tertiary source',
    unsourced: 'without a source',
  },
  /** The kinds of evidence. */
  kind: {
    'archival-document': 'archival document',
    'document-edition': 'document edition',
    memoir: 'memoir',
    monograph: 'monograph',
    'edited-volume': 'edited volume',
    article: 'article',
    proceedings: 'proceedings',
    journalism: 'journalism',
    website: 'website',
    tertiary: 'tertiary source',
  },
  /** Whether a source has been seen. */
  verification: {
    confirmed: '',
    'locator-unverified': 'place in it not verified',
    uncertain: 'uncertain source',
    'not-found': 'not found',
  },
  /** References, and what is said of them. */
  source: {
    sources: 'Sources',
    readIn: 'read in',
    unsourced: 'no source given',
    translatedBy: 'translated by {}',
    archived: 'archived copy',
    unknown: 'unknown source “{}”',
    cited: 'Source cited',
    empty: 'No source is cited on this page.',
    back: 'Back to mark {} of source {}',
  },
  /** What is got out of a dataset: references in several formats, corrections, what changed. */
  get: {
    open: 'Cite or export',
    citation: 'Citation',
    format: 'Format',
    copy: 'Copy',
    copied: 'Copied.',
    selected: 'This page cannot copy: the text is selected, so that you can.',
    download: 'Download',
    report: 'Report an error',
    subject: 'Error in {}, version {}',
    correction: 'Correction',
    corrections: 'Corrections',
    changes: 'What changed',
  },
  /** An event. */
  event: {
    also: 'Also dated',
    wording: 'in the source’s words',
    lasting: 'said to have lasted',
    julian: 'Julian calendar in the source',
    then: 'then',
    now: 'now',
    present: 'Who was there, and on whose word',
    according: 'According to',
    nobody: 'No source given',
    supports: '',
    disputes: 'was not there',
    qualifies: 'with reservations',
    reports: 'passed on as a report',
    claims: 'Claims about it',
    partOf: 'Part of',
    parts: 'Includes',
    names: 'Also known as',
  },
  /** A claim. */
  claim: {
    undisputed: 'Not disputed',
    positions: 'Who says what',
    reach: 'How far it reaches',
    since: 'since',
    evidence: 'Evidence',
    settle: 'What would settle it',
    assessment: 'Assessment',
    reviewed: 'reviewed {}',
    about: 'About',
  },
  /** The map. */
  map,
  /** The timeline. */
  timeline,
  /** Claims against sources. */
  matrix,
  /** A person or an organisation. */
  person,
  /** What links records. */
  record,
};

/** What each language's file holds. */
export type Dictionary = typeof en;
