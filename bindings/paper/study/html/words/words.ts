/** The languages of reports. */
import type { Language } from '../../../tables/paper/index.js';
import { chinese } from './chinese.js';
import { english } from './english.js';
import type { ReportWords } from './vocabulary.js';

export type { ReportWords };

export function wordsOf(language: Language): ReportWords {
  return { en: english, zh: chinese }[language];
}
