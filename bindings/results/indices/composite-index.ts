import type { Telling } from '../../words/phrase.js';
import type { Built } from '../../data/index.js';
import type { ByName, Labelled, Warning } from '../common.js';

/** `+` if more of an indicator is better, `-` if less is. */
export type Direction = '+' | '-';

/** How weights of indicators are found. */
export type WeightingMethod = 'entropy' | 'topsis' | 'equal' | 'given' | 'critic' | 'cv';

interface IndexBase extends Labelled {
  readonly kind: 'index';
  /** Indicators with their directions; principal components have none. */
  readonly columns: ByName<Direction>;
  /** Rows of the data. */
  readonly nrows: number;
  /** Rows with a value in every indicator. */
  readonly nobs: number;
  /** Changes made to the data before. */
  readonly built?: Built;
  readonly warnings: readonly Warning[];
}

/** Entropies and weights of the rows of one group. */
export interface GroupWeights {
  readonly entropy?: ByName;
  readonly redundancy?: ByName;
  readonly weights: ByName;
}

/** The rank of a row, 1 for the highest score, and its range over all variants. */
export interface RankRange {
  /** The row as messages count it: the line of a text file, the row of a sheet, or a number from 1. */
  readonly row: number;
  readonly rank: number;
  readonly low: number;
  readonly high: number;
}

/** An alternative construction of the same index. */
export interface IndexVariant {
  readonly normalise: string;
  readonly weights: string;
  readonly aggregate: string;
  /** The indicator that is left out. */
  readonly without?: string;
  /** Spearman's correlation of its scores with those of the index. */
  readonly rankCorrelation: number | null;
  /** Why it could not be computed. */
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** An index of weighted indicators. */
export interface WeightedIndex extends IndexBase {
  readonly method: WeightingMethod;
  /** `minmax`, `zscore`, `vector`, `target`, or `base:` and a period. */
  readonly normalise: string;
  readonly aggregate: 'arithmetic' | 'geometric';
  readonly shift: number;
  /** The requested faulty rule. */
  readonly compat?: 'ln-periods';
  /** -sum p ln p / ln n of each indicator. */
  readonly entropy?: ByName;
  /** 1 - entropy. */
  readonly redundancy?: ByName;
  /** Weights that sum to 1; with `by` those of each group are in `byGroup`. */
  readonly weights?: ByName;
  readonly by?: string;
  readonly byGroup?: ByName<GroupWeights>;
  /** A score for each row of the data, null where an indicator is missing. */
  readonly scores: readonly (number | null)[];
  /** The same numbers as `scores`, for TOPSIS: 1 at the best values, 0 at the worst. */
  readonly closeness?: readonly (number | null)[];
  readonly ranks?: readonly RankRange[];
  readonly variants?: readonly IndexVariant[];
}

/** Principal components and their composite. */
export interface ComponentIndex extends IndexBase {
  readonly method: 'pca';
  readonly matrix: 'correlation' | 'covariance';
  /** Variances of the components, from the largest down. */
  readonly eigenvalues: readonly number[];
  /** Shares of the variance. */
  readonly explained: readonly number[];
  readonly cumulative: readonly number[];
  /** Unit eigenvectors, as `{PC1: {x: 0.6, …}}`. */
  readonly loadings: ByName<ByName>;
  /** Number of components in the composite. */
  readonly components: number;
  /** The rule by which they were chosen. */
  readonly keep: string;
  /** The 95% quantiles of eigenvalues of independent normal columns, for `keep: parallel`. */
  readonly parallel?: readonly number[];
  readonly score: 'variance-share' | 'first' | 'unit-variance';
  /** Scores on all components for each row of the data; null if an indicator is missing. */
  readonly scores: readonly (readonly number[] | null)[];
  /** The kept components weighted by their shares of variance, for each row of the data. */
  readonly composite: readonly (number | null)[];
  /** Share of the variance of each indicator that the kept components explain. */
  readonly communalities: ByName;
  /** Kaiser-Meyer-Olkin measure of sampling adequacy; null if the correlations are singular. */
  readonly kmo: number | null;
  readonly kmoByColumn: ByName | null;
  /** Bartlett's test that all correlations are zero; null if they are singular. */
  readonly bartlett: { readonly stat: number; readonly df: number; readonly pValue: number } | null;
  /** Why there are no measures of adequacy. */
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

export type CompositeIndex = WeightedIndex | ComponentIndex;
