import type { OwnKeys } from '../../covariances/registry.js';
import type { LinearCovarianceType } from '../../covariances/traits.js';
import type { Vars } from '../../schema/common.js';

export type { LinearCovarianceType };

export type Kernel = 'bartlett' | 'parzen' | 'qs';

/** Which covariance matrix a linear model reports. */
export interface LinearCovariance extends OwnKeys {
  readonly type: LinearCovarianceType;
  /** Columns whose values are the clusters, for CV1 to CV3. */
  readonly cluster?: readonly string[] | undefined;
  /** Kernel of hac and driscoll-kraay, as the two below. */
  readonly kernel?: Kernel | undefined;
  /** Number of lags. */
  readonly bandwidth?: number | 'auto' | undefined;
  /** Column that orders the rows. */
  readonly order?: string | undefined;
  /**
   * Use t and F instead of z and chi-squared and, for types other than HC, Stata's small-sample factor. HC1 always has
   * n / (n - k), and HC0, HC2, HC3 and HC4 never have a factor.
   */
  readonly small: boolean;
}

export interface LinearCovarianceInput extends Omit<
  LinearCovariance,
  'type' | 'cluster' | 'small'
> {
  /** `robust` is HC1 with `small`, else HC0; `cluster` is CV1. */
  readonly type?: LinearCovarianceType | 'robust' | 'cluster' | undefined;
  /** Columns whose values are the clusters. */
  readonly cluster?: Vars | undefined;
  /** Use t and F instead of z and chi-squared, with the small-sample factor of the type. */
  readonly small?: boolean | undefined;
}

export type WeightType = 'analytic' | 'frequency' | 'probability';

/**
 * Weights of rows, in Stata's sense. `analytic` weights are inverse variances up to a factor; they are scaled to sum to
 * the number of rows. `frequency` weights are numbers of identical rows, `probability` weights inverse sampling
 * probabilities.
 */
export interface Weights {
  /** Column of the weights. */
  readonly column: string;
  /** What the weights mean. */
  readonly type: WeightType;
}

/** When the iterations that absorb several effects end. */
export interface Absorption {
  /** Stop when the root mean square of the level means in a column is below this share of the column's. */
  readonly tolerance: number;
  /** Most iterations that absorb several effects. */
  readonly maxIterations: number;
}
