/** The languages of tables. */
import { chinese } from './chinese.js';
import { english } from './english.js';
import type { Words } from './vocabulary.js';

export type { Words };

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

export function wordsOf(language: Language): Words {
  return { en: english, zh: chinese }[language];
}
