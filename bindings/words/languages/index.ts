/** The languages of papers. A language is a folder of words and a line here. */
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { english } from '../en/index.js';
import { chinese } from '../zh/index.js';

const vocabularies = { en: english, zh: chinese } satisfies Readonly<Record<string, Vocabulary>>;

export type Language = keyof typeof vocabularies;

export const languages = Object.keys(vocabularies) as readonly Language[];

export function vocabularyOf(language: Language): Vocabulary {
  return vocabularies[language];
}
