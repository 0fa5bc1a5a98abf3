import type { View } from './view.js';

/** A calendar day in words. @param iso `YYYY-MM-DD` */
export const day = (view: View, iso: string): string =>
  new Intl.DateTimeFormat(view.language === 'en' ? 'en-GB' : view.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(iso));
