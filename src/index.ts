/** Every element's class. Importing this registers nothing. */
export { ClaimMatrix } from './elements/claim-matrix/claim-matrix.js';
export { ConferenceTimeline } from './elements/conference-timeline/conference-timeline.js';
export { ContestedClaim } from './elements/contested-claim/contested-claim.js';
export { EventCard } from './elements/event-card/event-card.js';
export { HistoryDataset } from './elements/history-dataset/history-dataset.js';
export { PersonCard } from './elements/person-card/person-card.js';
export { PlaceMap } from './elements/place-map/place-map.js';
export { SourceCite } from './elements/source-cite/source-cite.js';
export { SourceList } from './elements/source-list/source-list.js';
export { define } from './ui/define.js';
export * from './ui/events.js';
export * from './ui/select.js';
export * from './ui/window-event.js';
