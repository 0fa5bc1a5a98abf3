/** Every element's class. Importing this registers nothing. */
export { ConferenceTimeline } from './elements/conference-timeline/conference-timeline.js';
export { ContestedClaim } from './elements/contested-claim/contested-claim.js';
export { EventCard } from './elements/event-card/event-card.js';
export { HistoryDataset } from './elements/history-dataset/history-dataset.js';
export { SourceCite } from './elements/source-cite/source-cite.js';
export { SourceList } from './elements/source-list/source-list.js';
export { define } from './ui/define.js';
export * from './ui/events.js';
