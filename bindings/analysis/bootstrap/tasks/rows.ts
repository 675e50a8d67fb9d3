/**
 * Bootstraps of estimates that sums over units do not determine: two-way, crossing and random effects, the between
 * estimator, and GMM that iterates or absorbs effects. A replicate estimates the rows of the drawn clusters with the
 * code that estimates the sample. An effect, unit or cluster whose rows are all in one drawn cluster is separate in
 * each copy of that cluster. All copies share the others, such as periods.
 */
import type { SchemeResult } from '../../../results/fit.js';
import type { InstrumentProblem } from '../../../models/instruments/problem.js';
import type { CoreInstruments } from '../../../models/instruments/call.js';
import type { CoreRows } from '../../../models/linear/estimate/records.js';
import type { LinearSample } from '../../../models/linear/design/sample.js';
import type { LinearFit, LinearRows } from '../../../models/linear/fitted.js';
import type { LinearCovariance } from '../../../models/linear/model/model.js';
import { linearCase, replicateCovariance } from './problem.js';
import type { LinearTask } from './linear.js';
import type { LinearPlan } from './linear-refusals.js';
import type { Units } from './units.js';
import type { BootstrapOptions } from '../options.js';
import type { TransformedModel } from '../../../models/linear/estimate/transformation.js';

/** What a replicate estimates from the drawn rows. */
export type RowsProblem =
  | { readonly kind: 'least-squares'; readonly model: TransformedModel }
  | {
      readonly kind: 'instruments';
      readonly model: InstrumentProblem;
      readonly names: Omit<CoreInstruments, 'rows'>;
    };

export interface RowsTask {
  readonly kind: 'drawn-rows';
  readonly scheme: SchemeResult;
  readonly rows: CoreRows;
  readonly problem: RowsProblem;
  readonly units: Units;
  /** 1 if a replicate returns standard errors after the coefficients, or J for GMM; otherwise 0. */
  readonly statistics: number;
  /** Recentring of GMM, whose moments are not shifted. */
  readonly recenter?: false | 'brown-newey';
  /** Thresholds of the units' probabilities (see `implied-probabilities.ts`); null for equal probabilities. */
  readonly thresholds: Int32Array | null;
  readonly seed: number;
}

/** Makes the task of a checked plan whose replicates estimate the rows that they draw. */
export function rowsTask({ context, options, scheme, units, ci }: LinearPlan): RowsTask {
  const { moments } = context;
  const studentized = ci.includes('studentized');
  const problem = problemOf(context, studentized);
  const hansen = moments !== undefined && moments.method !== 'one-step';
  return {
    kind: 'drawn-rows',
    scheme,
    rows: coreRows(context.rows),
    problem,
    units,
    statistics: Number(studentized || hansen),
    ...(moments !== undefined && { recenter: recentres(context, options) }),
    thresholds: null,
    seed: options.seed ?? 1,
  };
}

/** Makes the task with sums over the same rows or clusters, which include the moments at the estimate. */
export function momentsTask(context: LinearFit, { scheme, units, seed }: RowsTask): LinearTask {
  const { design, problem, params } = linearCase(context);
  const withoutErrors = { ...problem, vcov: replicateCovariance(problem.vcov, false) };
  const task = {
    kind: 'unit-sums',
    scheme,
    design,
    problem: withoutErrors,
    units,
    statistics: 1,
  } as const;
  return { ...task, tests: undefined, params, recenter: false, thresholds: null, seed };
}

/** Moments are not shifted; `checkRows` refuses what would have to be. */
function recentres({ estimate }: LinearFit, { recenter }: BootstrapOptions): false | 'brown-newey' {
  const holds = estimate.rankInstruments === estimate.params.length;
  return !holds && recenter === 'brown-newey' && recenter;
}

/** Copies the part of a sample that a worker needs. It has no order, because drawn rows have none. */
export function coreRows(sample: LinearSample): CoreRows {
  const { names, intercept, nrows, x, y, xLow, yLow, weights, weighting, clusters } = sample;
  return { names, intercept, nrows, x, y, xLow, yLow, weights, weighting, clusters };
}

export function problemOf(linear: LinearRows, studentized: boolean): RowsProblem {
  return rowsProblem(linear, replicateCovariance(linear.model.vcov, studentized));
}

/** The problem of a regression with another covariance and, if given, another transformation. */
export function rowsProblem(
  { estimator, model, instruments, transformation: given }: LinearRows,
  vcov: LinearCovariance,
  transformation = given,
): RowsProblem {
  if (instruments !== undefined) {
    const { exogenous, endogenous, instruments: excluded, problem } = instruments;
    return {
      kind: 'instruments',
      model: { ...problem, transformation, vcov, tests: undefined },
      names: { exogenous, endogenous, instruments: excluded },
    };
  }
  const { weights, absorb } = model;
  const least = { estimator, weightType: weights?.type, vcov, absorb, transformation };
  return { kind: 'least-squares', model: least };
}
