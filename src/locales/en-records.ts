/** Words of `<claim-matrix>`, a group of the dictionary. Plain strings; `{}` stands for what is put in. */
export const matrix = {
  label: 'Claims and their sources',
  claim: 'Claim',
  source: 'Source',
  position: 'Position',
  /** Said once, so that no empty cell needs to say it. */
  reading:
    'Each row is a claim and each column a source; sources stand by kind of evidence, then by date. In an empty cell, the source says nothing of the claim.',
  keys: 'Arrow keys go from cell to cell, with Ctrl to the next that is not empty; Home and End go to the ends of a row, with Ctrl of the table; Enter opens.',
  filter: 'Filter and order',
  event: 'Event',
  status: 'Status',
  stance: 'Stance',
  sourceKind: 'Kind of source',
  order: 'Order of claims',
  all: 'All',
  given: 'As in the dataset',
  byClaim: 'By wording',
  byStatus: 'By status',
  byDate: 'By date of the event',
  bySource: 'By {}',
  down: '{}, reversed',
  /** How many claims and sources are shown, of how many. */
  shown: 'Claims: {} of {}. Sources: {} of {}.',
  none: 'No claim fits.',
  reset: 'Show all',
  more: 'Show {} more',
};

/** Words of `<person-card>`, a group of the dictionary. */
export const person = {
  person: 'Person',
  organisation: 'Organisation',
  names: 'Also known as',
  roles: 'Roles, and on whose word',
  people: 'People in it, and on whose word',
  events: 'Events, and who says so',
  /** What a voice says of somebody’s presence at an event. */
  attendance: {
    supports: 'was there',
    disputes: 'was not there',
    qualifies: 'was there, with reservations',
    reports: 'was there, passed on as a report',
  },
  disputed: 'Disputed',
  claims: 'Claims',
  positions: 'Positions taken',
  elsewhere: 'Elsewhere',
};

/** Words for what links records, a group of the dictionary. */
export const record = {
  /** Link from a source to what it supports and disputes. */
  uses: 'What it is cited for',
  /** The claims that a source is cited on, by what the voices that cite it do with them. */
  claims: {
    supports: 'Cited in support of',
    disputes: 'Cited against',
    qualifies: 'Cited to qualify',
    reports: 'Cited as a report of',
  },
  others: 'Cited on',
  unused: 'It is cited for nothing in this dataset.',
  place: 'Place',
  here: 'Events here',
  close: 'Close',
  claim: 'The claim with every position',
};
