/** Verdicts in the words of a language. */
import { coded } from '../../../words/warning.js';
import type { ClaimWords, JudgedDetail } from '../../../words/vocabulary/claims.js';

/** The sentences of a verdict. */
export interface Spoken {
  readonly test: string;
  readonly reason: string;
  readonly changes?: readonly string[];
}

export function spoken(words: ClaimWords, detail: JudgedDetail): Spoken {
  const { reasons, weakestOf, changes } = detail;
  const test = coded(words.tests, detail.test);
  return {
    test: weakestOf === undefined ? test : words.weakest(weakestOf, test),
    reason: words.reason(reasons),
    ...(changes.length > 0 && {
      changes: changes.map(({ place, change }) => {
        const sentence = coded(words.changes, change);
        return place === undefined ? sentence : words.placed(place, sentence);
      }),
    }),
  };
}
