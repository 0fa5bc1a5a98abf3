import type { CslItem } from '../dataset/types.js';

const TYPES: Record<string, string> = {
  book: 'book',
  chapter: 'bookSection',
  'entry-encyclopedia': 'encyclopediaArticle',
  entry: 'encyclopediaArticle',
  'entry-dictionary': 'dictionaryEntry',
  'article-journal': 'journalArticle',
  review: 'journalArticle',
  'review-book': 'journalArticle',
  'article-magazine': 'magazineArticle',
  'article-newspaper': 'newspaperArticle',
  'paper-conference': 'conferencePaper',
  thesis: 'thesis',
  report: 'report',
  manuscript: 'manuscript',
  map: 'map',
  patent: 'patent',
  legal_case: 'case',
  legislation: 'statute',
  bill: 'bill',
  hearing: 'hearing',
  motion_picture: 'film',
  interview: 'interview',
  personal_communication: 'letter',
  speech: 'presentation',
  graphic: 'artwork',
  webpage: 'webpage',
  post: 'forumPost',
  'post-weblog': 'blogPost',
  dataset: 'dataset',
  software: 'computerProgram',
};

/** What Zotero calls the type of a CSL item. */
export const zoteroType = ({ type }: CslItem): string =>
  (Object.hasOwn(TYPES, type) && TYPES[type]) || 'document';
