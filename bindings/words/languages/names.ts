/** The names of the languages, apart from their words. */
export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];
