/** The timeline's words, a group of the dictionary. Plain strings; `{}` stands for what is put in. */
export const timeline = {
  label: 'Timeline: {}',
  events: 'Events in order of time',
  /** Said after each pan and zoom: the time in view, how many events of how many. */
  inView: '{}: {} of {} in view',
  none: 'There is no event to show.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  fitAll: 'Show the whole time',
  filter: 'Filter',
  legend: 'Legend',
  details: 'Event',
  close: 'Close',
  moreShort: '+{}',
  more: '{} more, {}',
  undated: '{} without a date',
  kinds: 'Kind',
  statuses: 'Did it happen?',
  search: 'Search title, place, people and kind',
  /** Said after a search: how many were found of how many. */
  found: '{} of {} found',
  reset: 'Show all',
  other: 'Other',
  noPlace: 'No place given',
  also: 'also dated {}',
  showMore: 'Show {} more',
  whole: 'Show the events of the whole time',
  when: 'When: how much of the date is known',
  whether: 'Whether it took place',
  alternative: 'Another date given for the same event, tied to the one shown first',
  /** How a date is doubted. */
  doubts: {
    uncertain: 'Broken: the date itself is uncertain',
    approximate: 'Faded at short intervals: the date is approximate',
    both: 'Dash and dot: the date is uncertain and approximate',
  },
  part: 'Broken below: only a part of the date is doubted, such as its day or one end',
  /** What tells drawings of one shape apart. */
  forms: {
    season: 'Some time within a season or a part of a year',
    digits: 'Some time within these: digits of the date are not given',
    members:
      'Several dates, each in its place: solid if all are meant, hatched if it was one of them',
  },
  julian: 'Days are Gregorian; of the events shown, {} have a source with the Julian calendar',
  keys: 'Arrow keys go from event to event, letters to the next title with a word that begins so, Page Up and Page Down through time; + and − zoom, 0 shows all, Enter opens.',
  /** The strip with the whole time. */
  overview: {
    label: 'The whole time, {}: when events begin, and what of it is in view',
    window: 'Time in view',
    from: 'Beginning of the time in view',
    to: 'End of the time in view',
  },
  /** What each drawing of a date says. */
  shapes: {
    day: 'One known day',
    time: 'A known day and hour',
    interval: 'All of it, from one known day to another',
    blurred: 'All of it, with an end not known to the day',
    'one-of': 'One of these days',
    month: 'Some time within a month',
    span: 'Some time within a season, a year or longer',
    'open-end': 'From a known start on, without an end',
    'open-start': 'Up to a known end, without a beginning',
    'unknown-end': 'From a known start; nobody says until when',
    'unknown-start': 'Until a known end; nobody says since when',
    'or-later': 'This date or one after it',
    'or-earlier': 'This date or one before it',
    'all-of': 'Several dates within this time',
  },
  /** What each status says. */
  statusMeaning: {
    established: 'established: nothing speaks against it',
    attested: 'attested by a source',
    reported: 'reported, from a distance',
    contested: 'contested: sources stand against each other',
    unconfirmed: 'unconfirmed: said, not yet shown',
  },
};

/** The words of a timeline in any language. */
export type TimelineWords = typeof timeline;
