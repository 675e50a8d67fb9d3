import type { Word } from '../../../words/phrase.js';

/** How a program's numbers differ from xtabond2's for the same model. */
export interface Conventions {
  /** Factor of sigma2 in the Sargan test, and in an unadjusted one-step covariance. */
  readonly sigma2: number;
  readonly covariance: number;
  /** Why the test does not exist. */
  readonly withoutSargan?: Word;
  readonly withoutAr?: Word;
  /** True when the program reports the two-step J as Sargan's test, as plm does. */
  readonly sarganIsHansen: boolean;
}

/** The conventions of the core. */
export const xtabond2: Conventions = { sigma2: 1, covariance: 1, sarganIsHansen: false };
