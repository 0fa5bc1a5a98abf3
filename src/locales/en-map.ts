/** Words of `<place-map>`, a group of the dictionary. Plain strings; `{}` stands for what is put in. */
export const map = {
  label: 'Map: {}',
  places: 'Places',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'All places',
  keys: 'Plus and minus zoom, arrow keys move the map, 0 shows all places. The list of places says the same in words.',
  fingers: 'Two fingers move the map and zoom it.',
  today: 'Today’s borders',
  todayLine: 'Borders of today, not of that time',
  /** What the drawing of a place says of how surely its position is known. */
  certainty: {
    exact: 'exact position',
    approximate: 'approximate position',
    uncertain: 'uncertain position',
    none: 'not on the map: no position is given',
  },
  within: 'within {} km',
  outside: 'Outside this view: {}.',
  otherTime: 'An open ring: no event in the time shown.',
  doubt: 'A dashed circle: the position is not known exactly.',
  bare: 'The dataset has no map: no coast and no border is drawn.',
  failed: 'Coasts and borders could not be loaded; only the places are drawn.',
  names: 'Names',
  /** At a place: events outside of the time shown. */
  hidden: 'Outside the time shown: {}',
  none: 'No place is named.',
  noEvents: 'No event of the dataset is placed here.',
};
