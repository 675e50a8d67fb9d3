/**
 * The words of reports of results. A sentence is named by its English, with `{}` for each part; what follows `@` tells it
 * from a sentence that other languages say in another way.
 */
import type { CovarianceKind } from '../../details/covariance.js';
import type { OfAudits } from './audits.js';
import type { Common } from './common.js';
import type { OfData } from './data.js';
import type { OfFits } from './fits.js';
import type { Reason } from './reasons.js';
import type { OfStudies } from './studies.js';
import type { Term } from './terms.js';
import type { OfTests } from './tests.js';

/** Sentences that each language has. */
export type Translated = Common | OfAudits | OfData | OfFits | Reason | OfStudies | OfTests;
export type Sentence = Term | Translated;
/** A sentence without parts. */
export type Word = Exclude<Sentence, `${string}{}${string}`>;

/** A covariance. */
export interface CovarianceDetail extends CovarianceKind {
  /** True for the errors of a dynamic panel, which are clustered by unit. */
  readonly ofUnits?: boolean;
  readonly twoStep?: boolean;
  /** The word of Stata's option. */
  readonly ofStata?: string | undefined;
}

export interface DocumentWords {
  /** By their English. `{2}` stands for the second part. */
  readonly sentences: Readonly<Record<Translated, string>>;
  readonly covariance: (detail: CovarianceDetail) => string;
}
