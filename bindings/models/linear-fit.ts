/** A regression as analyses see it: its rows, how they are transformed, and its instruments where it has some. */
import type { FitResult } from '../results/fit.js';
import type { GmmModel } from './gmm/model.js';
import type { InstrumentProblem } from './instruments/problem.js';
import type { InstrumentEstimate } from './instruments/records.js';
import type { InstrumentSample } from './instruments/sample.js';
import type { OlsModel } from './ols/model.js';
import type { LinearSample } from './linear/design/sample.js';
import type { LinearEstimate } from './linear/estimate/records.js';
import type { TransformedEstimate } from './linear/estimate/transformed.js';
import type { Transformation } from './linear/estimate/transformation.js';

/** The keys that models of regressions share. */
export type LinearKeys = Pick<
  OlsModel,
  'formula' | 'vcov' | 'weights' | 'absorb' | 'panel' | 'collinear' | 'level' | 'where'
>;

/** Endogenous regressors, and how instruments identify them. */
export interface Instrumented extends Pick<
  InstrumentSample,
  'endogenous' | 'exogenous' | 'instruments'
> {
  readonly problem: InstrumentProblem;
}

/** The rows and the problem of a regression: of a fit, or of its model on other data. */
export interface LinearRows {
  readonly estimator: string;
  readonly model: LinearKeys;
  readonly rows: LinearSample;
  /** `absorbed` without effects if the rows are used unchanged. */
  readonly transformation: Transformation;
  readonly instruments?: Instrumented | undefined;
  /** How moments are weighted, where the model chooses it. */
  readonly moments?: Pick<GmmModel, 'method' | 'weight'> | undefined;
  /** Why sums over rows or units do not determine the estimate, and what to use instead. */
  readonly unsummable?: readonly [reason: string, instead: string] | undefined;
}

/** A regression that was estimated. */
export interface LinearFit extends LinearRows {
  readonly estimate: LinearEstimate | TransformedEstimate | InstrumentEstimate;
  readonly result: FitResult;
}

/** Whether a regression has instruments. */
export function isInstrumented<Rows extends LinearRows>(
  rows: Rows,
): rows is Rows & { readonly instruments: Instrumented } {
  return rows.instruments !== undefined;
}

/** Names of the coefficients in the order of the core, which has the endogenous regressors first. */
export function coefficientNames({ rows, instruments }: LinearRows): readonly string[] {
  return instruments === undefined
    ? rows.names
    : [...instruments.endogenous, ...instruments.exogenous];
}

/** Whether the rows of the estimate are means of units. */
export function isOfMeans({ transformation }: Pick<LinearRows, 'transformation'>): boolean {
  return transformation.kind === 'between';
}

/** The transformation of rows that are used unchanged, apart from absorbed effects. */
export function absorbing({ absorbed }: Pick<LinearSample, 'absorbed'>): Transformation {
  return { kind: 'absorbed', absorbed };
}
