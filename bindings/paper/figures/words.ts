/** All words of figures, in each language. */
import type { Language } from '../tables/paper/words/words.js';
import { chinese } from './words/chinese.js';
import { english } from './words/english.js';
import type { FigureWords } from './words/words.js';

export type { FigureWords };

export function figureWords(language: Language): FigureWords {
  return { en: english, zh: chinese }[language];
}
