/** What the compiler infers of a call: which options it has, and what the result has by them. */
import type { CovarianceText, CovarianceWord } from '../../models/covariances/registry.js';
import type { DpdFollows, DpdResult } from '../../models/dpd/model.js';
import type { Given } from '../../models/functions/call.js';
import type { GmmFollows, GmmResult } from '../../models/gmm/model.js';
import type { IvFollows, IvResult } from '../../models/iv/model.js';
import type { ArrayFit, ArrayRegression } from './result.js';
import type { ArrayOptions } from './sample.js';

export type { Noted } from '../../models/functions/call.js';

export type DpdFit<Written> = ArrayFit<DpdResult & DpdFollows<Given<Written>>>;
export type GmmFit<Written> = ArrayRegression<GmmResult & GmmFollows<Given<Written>>>;
export type IvFit<Written> = ArrayRegression<IvResult & IvFollows<Given<Written>>>;

/** Words that are no covariance alone. */
type OfClusters = Exclude<CovarianceWord, CovarianceText>;

/** What is noted of a call: covariances of clusters need their labels. */
export type Clustered<Written> = Written extends {
  readonly vcov: OfClusters | { readonly type: OfClusters };
}
  ? Required<Pick<ArrayOptions, 'cluster'>>
  : unknown;
