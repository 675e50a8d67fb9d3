/**
 * The questions that every analysis asks a fitted model. Each estimator answers them in its own folder; no other code
 * asks which estimator it is. If an estimator omits an answer, its fits lack that property, and an analysis that needs
 * it refuses with a reason.
 */
import type { Arena } from '../core/engine/arena.js';
import type { Engine } from '../core/engine/engine.js';
import type { Margins } from '../data/formula/coding.js';
import type { Term } from '../data/formula/term.js';
import type { DataInput, PanelIndex, Table } from '../data/index.js';
import type { FitResult } from '../results/fit.js';
import type { Augmented } from '../results/postestimation/augmented.js';
import type { MomentSums, InfluenceByUnit } from './dynamic/estimate/estimate.js';
import type { DynamicEstimate } from './dynamic/estimate/read-estimate.js';
import type { DynamicFit } from './dynamic/fit.js';
import type { DynamicModel } from './dynamic/model/model.js';
import type { DynamicSample } from './dynamic/design/design.js';
import type { UnitMomentsTask } from './dynamic/replicates/task.js';
import type { LinearFit, LinearRows } from './linear/fitted.js';
import type { BootstrappedTest, DrawOptions } from './replicates/draw-options.js';
import type { StreamedEstimator } from './streamed/streamable.js';

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

/** The terms of the regressors, and the margins that determine how their i(x) are coded. */
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

/** Numbers whose sum of squares is the robust variance of a coefficient. */
export interface Influence {
  /** A row of the table for each value: the row itself, or the first row of the unit. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** The number of rows of the data that each value stands for; undefined if each stands for one row. */
  readonly counts: Float64Array | undefined;
}

/** The expected outcome as a function of eta = x'b, with its derivative. Absent if the expected outcome is eta. */
export interface MeanFunction {
  mean(eta: number): number;
  slope(eta: number): number;
}

/**
 * A model on other data without the regressors that its estimate left out. It has the same parts as the fits of the
 * model.
 */
export interface Resampled {
  readonly linear?: LinearRows | undefined;
  readonly moments?: DynamicSample | undefined;
}

/** The estimator that replicates run: returns the coefficients if each row counts as often as its weight says. */
export type WeightedEstimate = (weights: Float64Array) => Float64Array;

/** The columns of a covariance or a weighting matrix. */
export interface NamedDependence {
  readonly cluster?: readonly string[] | undefined;
  readonly order?: string | undefined;
}

/** What the estimator-specific keys name: terms as texts, and columns of clusters and order. */
export interface NamedKeys {
  readonly terms?: readonly string[];
  readonly dependence?: readonly NamedDependence[];
}

/** Estimates one model after another. */
export interface Sequence<Fit, Model> {
  fit(model: Model): Fit;
}

/** How the moments of drawn units give replicates of an estimate. */
export interface UnitDraws<Fit> {
  names(fit: Fit, units: Int32Array): readonly string[];
  /**
   * What replicates compute, as plain data.
   *
   * @throws InputError `no-bootstrap`, `bad-value`
   */
  task(fit: Fit, options: DrawOptions, tests: readonly BootstrappedTest[]): UnitMomentsTask;
  implied(fit: Fit): ImpliedProbabilities;
}

/** The same, and what comparisons of groups and indices built again need. */
export interface UnitReplicates<Fit> extends UnitDraws<Fit> {
  /** The column of the units. */
  column(fit: Fit): string;
  /** The rows of a unit in the table. */
  rowsOf(fit: Fit, unit: number): Int32Array;
  /** The unit of each row of the table, and the number of units. */
  unitsOfRows(fit: Fit): { readonly unitOf: Int32Array; readonly count: number };
  /** The task for coefficients and their standard errors, of units with given counts. Throws as `task`. */
  errorsTask(fit: Fit): UnitMomentsTask;
}

/** What analyses compute again from the moments of units, with a model or a sample that they change. */
export interface MomentAnalyses {
  /** Estimates a sample. Throws as the estimator. */
  estimate(engine: Engine, model: DynamicModel, sample: DynamicSample): DynamicEstimate;
  /** What a fit reports of the estimate of a sample without omitted regressors. */
  result(
    engine: Engine,
    model: DynamicModel,
    sample: DynamicSample,
    estimate: DynamicEstimate,
  ): FitResult;
  /**
   * Influence functions by unit whose outer products are the covariance of the fit.
   *
   * @throws InputError `no-influence` if its covariance has none
   */
  influence(engine: Engine, fit: DynamicFit): InfluenceByUnit;
  /**
   * Sums of the moments that are linear in the coefficients.
   *
   * @throws IdentificationError `nonlinear-moments` if others are used too
   */
  sums(engine: Engine, fit: DynamicFit): MomentSums;
}

/** Probabilities of the drawn units under which the moment conditions hold at the estimate. */
export interface ImpliedProbabilities {
  readonly nunits: number;
  readonly ninstruments: number;
  /** The units that are drawn, in words. */
  readonly units: string;
  /** Writes the probabilities to the address `out` and returns the status of the core. */
  fill(engine: Engine, arena: Arena, out: number): number;
}

export interface FittedModel<Fit, Model> {
  /** The table that the fit read. */
  table(fit: Fit): Table;
  /** The rows of the table that enter the estimate, in the order of the estimate. */
  rows(fit: Fit): Int32Array;
  /** The rows that the result counts. Predictions and effects are averages over these rows. */
  counted(fit: Fit): CountedRows;
  regressors(fit: Fit): CodedTerms;
  /** The design of a model on a table. Throws the errors that the estimate would throw. */
  design(engine: Engine, model: Model, data: DataInput): Design;
  /** The terms and columns named by keys that only this estimator has. */
  named?(model: Model): NamedKeys;
  /** The parts that sums over rows determine. */
  linear?(fit: Fit): LinearFit;
  /** The parts that sums over the moments of units determine. */
  unitMoments?(fit: Fit): DynamicFit;
  /** Analyses of estimates with `unitMoments`; their code is loaded on use. */
  momentAnalyses?(): Promise<MomentAnalyses>;
  /** Replicates of estimates with `unitMoments`. */
  readonly byUnit?: UnitReplicates<Fit>;
  /** Prepares, once, an estimator for other weights of the rows. For estimates that no sums determine. */
  refit?(engine: Engine, fit: Fit): WeightedEstimate;
  /** Influence functions of a coefficient. */
  influence?(engine: Engine, fit: Fit, coefficient: string): Influence | Promise<Influence>;
  mean?: MeanFunction;
  /** Outcome, fitted values and kinds of residuals of the counted rows. */
  columns?(fit: Fit, result: FitResult): Augmented;
  /** Makes the sample again on a table in which built columns have other values; keeps the coefficients in `names`. */
  resampled?(engine: Engine, model: Model, table: Table, names: readonly string[]): Resampled;
  /**
   * Estimates models of one table one after another, and shares what they have in common; the results have the bits of
   * `fit`.
   */
  fits?(engine: Engine, table: Table): Sequence<Fit, Model>;
  /** Estimates from rows that come in parts, for estimators whose sums are over single rows. */
  streamed?(): Promise<StreamedEstimator<Model>>;
  /** Equal for models that share the most if `fits` estimates them one after another. */
  sharedKey?(model: Model): string;
}
