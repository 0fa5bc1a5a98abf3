import { en, type Dictionary } from './en.js';
import { pl } from './pl.js';

/** The interface in every language that it is written in: for compile and the static form, not for elements. */
export const dictionaries: { [language: string]: Dictionary } = { en, pl };
