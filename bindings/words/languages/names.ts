/** The names of the languages, apart from their words. Written by npm run build:schemas; do not edit. */
export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];
