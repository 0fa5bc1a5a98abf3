import { lookup } from '../dataset/lookup.js';
import type { Dictionary } from './en.js';

const FILES: Record<string, () => Promise<Dictionary>> = {
  en: async () => (await import('./en.js')).en,
  pl: async () => (await import('./pl.js')).pl,
};

/** The interface in a language, if we have it in that language. */
export const dictionary = async (language: string): Promise<Dictionary | undefined> =>
  lookup(FILES, language.split('-')[0])?.();
