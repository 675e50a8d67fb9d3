/** The words of verdicts by language. */
import type { ClaimWords } from '../../../words/details/claims.js';
import { claimWords as english } from '../../../words/en/claims/index.js';
import { claimWords as chinese } from '../../../words/zh/claims/index.js';
import type { Language } from '../../tables/paper/index.js';

export const claimWordsOf = (language: Language = 'en'): ClaimWords =>
  ({ en: english, zh: chinese })[language];
