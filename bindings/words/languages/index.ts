/** The languages of papers: the build lists their folders. */
import type { Vocabulary } from '../en/vocabulary.js';
import { type Language, languages } from './names.js';
import { vocabularies } from './vocabularies.js';

export { type Language, languages };

export function vocabularyOf(language: Language): Vocabulary {
  return vocabularies[language]();
}

/** What standard errors are called in the languages, in lower case. */
export const standardErrorWords = (language: Language): readonly string[] =>
  [...new Set<Language>(['en', language])].map((one) => vocabularyOf(one).tables.standardError);
