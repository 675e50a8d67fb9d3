/** The languages of papers. A language is a folder of words, a name, and a line here. */
import type { Vocabulary } from '../en/vocabulary.js';
import { english } from '../en/index.js';
import { chinese } from '../zh/index.js';
import type { Language } from './names.js';

export { type Language, languages } from './names.js';

const vocabularies: Readonly<Record<Language, () => Vocabulary>> = {
  en: () => english,
  zh: chinese,
};

export function vocabularyOf(language: Language): Vocabulary {
  return vocabularies[language]();
}
