import { de } from './de.js';
import { en, enUS } from './en.js';
import { fr } from './fr.js';
import { pl } from './pl.js';
import { ru } from './ru.js';
import { uk } from './uk.js';
import type { Words } from './words.js';

/** The phrases of each language that dates are worded in, by lower-case BCP 47 tag. */
export const words: Readonly<Record<string, Words>> = { en, 'en-us': enUS, pl, de, fr, ru, uk };
