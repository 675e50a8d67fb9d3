/** A regression as analyses see it: its rows, how they are transformed and, if there are any, its instruments. */
import type { Unsummable } from '../../words/errors/bootstrap/unavailable.js';
import type { FitResult } from '../../results/fit.js';
import type { CommonModel, PanelSpec } from '../schema/common.js';
import type { LinearSample } from './design/sample.js';
import type { InstrumentProblem } from './estimate/instrument-problem.js';
import type { LinearEstimate } from './estimate/records.js';
import type { Transformation } from './estimate/transformation.js';
import type { Absorption, LinearCovariance, Weights } from './model/model.js';
import type { GmmMethod, WeightMatrix } from './model/weight.js';

/** The keys that models of regressions share. */
export interface LinearKeys extends CommonModel {
  readonly panel?: PanelSpec | undefined;
  readonly weights?: Weights | undefined;
  readonly vcov: LinearCovariance;
  readonly absorb: Absorption;
}

/** Endogenous regressors, and how instruments identify them. */
export interface Instrumented {
  readonly endogenous: readonly string[];
  readonly exogenous: readonly string[];
  readonly instruments: readonly string[];
  readonly problem: InstrumentProblem;
}

/** How the moments of a regression are weighted. */
export interface Moments {
  readonly method: GmmMethod;
  readonly weight: WeightMatrix;
}

/** The rows and the problem of a regression: those of a fit, or those of its model on other data. */
export interface LinearRows {
  readonly estimator: string;
  readonly model: LinearKeys;
  readonly rows: LinearSample;
  /** `absorbed` with an empty list of effects if the rows are used unchanged. */
  readonly transformation: Transformation;
  readonly instruments?: Instrumented | undefined;
  /** How moments are weighted, if the model has a choice. */
  readonly moments?: Moments | undefined;
  /** Why sums over rows or units do not determine the estimate, and what to use instead. */
  readonly unsummable?: Unsummable | undefined;
}

/** The numbers of an estimate; an estimator omits those that it does not compute. */
export interface LinearNumbers extends Pick<
  LinearEstimate,
  'params' | 'residuals' | 'nobs' | 'dfResid' | 'rss' | 'perfect' | 'bandwidth'
> {
  /** (X'WX)^-1 of least squares. */
  readonly bread?: Float64Array;
  /** Share of the unit mean that random effects subtract, by unit. */
  readonly theta?: Float64Array;
  readonly rankInstruments?: number;
}

/** A regression that was estimated. */
export interface LinearFit extends LinearRows {
  readonly estimate: LinearNumbers;
  readonly result: FitResult;
}

/** Whether a regression has instruments. */
export function isInstrumented<Rows extends LinearRows>(
  rows: Rows,
): rows is Rows & { readonly instruments: Instrumented } {
  return rows.instruments !== undefined;
}

/** Names of the coefficients in the order of the core, which puts endogenous regressors first. */
export function coefficientNames({ rows, instruments }: LinearRows): readonly string[] {
  return instruments === undefined
    ? rows.names
    : [...instruments.endogenous, ...instruments.exogenous];
}

/** Whether the rows of the estimate are means of units. */
export function isOfMeans({ transformation }: Pick<LinearRows, 'transformation'>): boolean {
  return transformation.kind === 'between';
}

/** Whether the estimate takes a share of each unit mean out of the rows, as with random effects. */
export function isPartial({ transformation }: Pick<LinearRows, 'transformation'>): boolean {
  return transformation.kind === 'random';
}

/** Whether only its two-way effects keep sums over units from determining an estimate. */
export function isOfTwoWays({ unsummable }: Pick<LinearRows, 'unsummable'>): boolean {
  return unsummable === 'twoway';
}

/** The transformation for rows that are used unchanged, except that effects are absorbed. */
export function absorbing({ absorbed }: Pick<LinearSample, 'absorbed'>): Transformation {
  return { kind: 'absorbed', absorbed };
}
