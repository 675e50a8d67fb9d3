/**
 * The questions that every analysis asks a fitted model. An estimator answers them in its folder; nobody else asks which
 * estimator it is. What an estimator leaves out, its fits do not have, and an analysis that needs it refuses and says so.
 */
import type { Engine } from '../core/engine/engine.js';
import type { Margins } from '../data/formula/coding.js';
import type { Term } from '../data/formula/term.js';
import type { DataInput, PanelIndex, Table } from '../data/index.js';
import type { FitResult } from '../results/fit.js';
import type { Augmented } from '../results/postestimation/augmented.js';
import type { DpdFitted } from './dpd/fit.js';
import type { DpdSample } from './dpd/design/design.js';
import type { LinearFit, LinearRows } from './linear/fitted.js';
import type { StreamedEstimator } from './streamed/streamable.js';
import type { Methods } from './multiverse/draft.js';

/** The rows that a result counts. */
export interface CountedRows {
  readonly table: Table;
  readonly panel: PanelIndex | undefined;
  /** Their places in the order of the panel, or of the table without one. */
  readonly positions: Int32Array;
  /** Their rows in the table. */
  readonly rows: Int32Array;
  /** Their weights, if the model has some. */
  readonly weights: Float64Array | undefined;
}

/** The terms of the regressors, and the margins by which their i(x) are coded. */
export interface CodedTerms {
  readonly terms: readonly Term[];
  readonly margins: Margins;
  /** Names of period dummies that the model adds to its formula. */
  readonly periods?: readonly string[] | undefined;
}

/** Outcome and coefficients of a model on a table, before it is estimated. */
export interface Design {
  readonly depvar: string;
  readonly names: readonly string[];
}

/** Numbers of a coefficient whose sum of squares is its robust variance. */
export interface Influence {
  /** A row of the table for each value: the row itself, or the first row of the unit. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** Rows of the data that each value stands for, if they are not one each. */
  readonly counts: Float64Array | undefined;
}

/** The expected outcome as a function of eta = x'b, with its derivative. Absent where it is eta itself. */
export interface MeanFunction {
  mean(eta: number): number;
  slope(eta: number): number;
}

/** A model on other data without the regressors that its estimate left out. It has the part that its fits have. */
export interface Resampled {
  readonly linear?: LinearRows | undefined;
  readonly moments?: DpdSample | undefined;
}

/** What replicates estimate: the coefficients with rows that count as often as their weights say. */
export type WeightedEstimate = (weights: Float64Array) => Float64Array;

/** The columns of a covariance or a weighting matrix. */
export interface NamedDependence {
  readonly cluster?: readonly string[] | undefined;
  readonly order?: string | undefined;
}

/** What keys of an estimator's own name: terms as texts, and columns of clusters and order. */
export interface NamedKeys {
  readonly terms?: readonly string[];
  readonly dependence?: readonly NamedDependence[];
}

/** Estimates one model after another. */
export interface Sequence<Fit, Model> {
  fit(model: Model): Fit;
}

export interface FittedModel<Fit, Model> {
  /** The table that the fit read. */
  table(fit: Fit): Table;
  /** The rows of the table that enter the estimate, in its order. */
  rows(fit: Fit): Int32Array;
  /** The rows that the result counts, of which predictions and effects are averages. */
  counted(fit: Fit): CountedRows;
  regressors(fit: Fit): CodedTerms;
  /** Throws as the estimate would for the design of a model on a table. */
  design(engine: Engine, model: Model, data: DataInput): Design;
  /** What keys name that other estimators do not have. */
  named?(model: Model): NamedKeys;
  /** What sums over rows determine. */
  linear?(fit: Fit): LinearFit;
  /** What sums over the moments of units determine. */
  unitMoments?(fit: Fit): DpdFitted;
  /** Estimates with other weights of the rows, prepared once. For estimates that no sums determine. */
  refit?(engine: Engine, fit: Fit): WeightedEstimate;
  /** Influence functions of a coefficient. */
  influence?(engine: Engine, fit: Fit, coefficient: string): Influence | Promise<Influence>;
  mean?: MeanFunction;
  /** Outcome, fitted values and kinds of residuals of the counted rows. */
  columns?(fit: Fit, result: FitResult): Augmented;
  /** Makes the sample again on a table in which built columns have other values, with the coefficients `names`. */
  resampled?(engine: Engine, model: Model, table: Table, names: readonly string[]): Resampled;
  /** Estimates models of one table one after another, sharing what they have in common, with the bits of `fit`. */
  fits?(engine: Engine, table: Table): Sequence<Fit, Model>;
  /** Estimates from rows that come in parts, for estimators whose sums are over single rows. */
  streamed?(): Promise<StreamedEstimator<Model>>;
  /** Methods of estimation that a multiverse can choose. */
  readonly methods?: Methods<Model>;
  /** Equal for models that share most when `fits` estimates them one after another. */
  sharedKey?(model: Model): string;
}
