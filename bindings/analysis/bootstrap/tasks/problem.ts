/** A linear estimate as its bootstrap sees it: rows, residuals in the place of the outcome, and the method. */
import type { FitContext } from '../../../models/estimators.js';
import type { CoreInstruments } from '../../../models/instruments/call.js';
import type { InstrumentProblem } from '../../../models/instruments/problem.js';
import type { LinearCovariance } from '../../../models/linear/model/model.js';
import type { LinearSample } from '../../../models/linear/design/sample.js';
import type { Refit } from '../../../models/refits/refit-model.js';
import { panelRows } from '../../../models/panel/units.js';
import { type Subject, noBootstrap } from '../refusal.js';

/** Estimates whose replicates come from sums over units. */
export type LinearContext = Extract<
  FitContext,
  { readonly estimator: 'ols' | 'panel' | 'iv' | 'gmm' }
>;

export interface LinearCase {
  readonly rows: LinearSample;
  /** The rows, with y - X b including effects as the outcome. */
  readonly design: CoreInstruments;
  readonly problem: InstrumentProblem;
  readonly params: Float64Array;
}

export function isLinear(context: FitContext): context is LinearContext {
  return context.estimator !== 'dpd';
}

/** What rows and problem of an estimate are read from: a fit, or a sample of a replicate. */
export type LinearRefit = Exclude<Refit, { readonly estimator: 'dpd' }>;

/** The same with the coefficients and residuals at which replicates start. */
type LinearEstimated = LinearRefit & {
  readonly estimate: { readonly params: Float64Array; readonly residuals: Float64Array };
};

export function rowsOf(context: LinearRefit): LinearSample {
  const instrumented = context.estimator === 'iv' || context.estimator === 'gmm';
  return instrumented ? context.sample.rows : context.sample;
}

/** Throws InputError `no-bootstrap` for estimates that sums over units do not determine. */
export function linearCase(context: LinearEstimated, subject?: Subject): LinearCase {
  const { params, residuals } = context.estimate;
  if (context.model.weights?.type === 'frequency') {
    throw noBootstrap(
      'a row with a frequency weight represents several rows, which cannot be drawn one by one; repeat the row in the data instead',
      subject,
    );
  }
  const instrumented = context.estimator === 'iv' || context.estimator === 'gmm';
  const parts = instrumented ? instrumentParts(context) : leastSquaresParts(context, subject);
  const { rows, problem, exogenous, endogenous, instruments } = parts;
  const effects = problem.transformation.absorbed.length > 0;
  const y = effects ? leftOver(rows, params) : residuals;
  const { nrows, names, intercept, x, xLow, weights, weighting, clusters, order } = rows;
  const core = { nrows, names, intercept, x, xLow, y, weights, weighting, clusters, order };
  return { rows, design: { rows: core, exogenous, endogenous, instruments }, problem, params };
}

type Parts = Omit<CoreInstruments, 'rows'> & {
  readonly rows: LinearSample;
  readonly problem: InstrumentProblem;
};

type Instrumented = Extract<LinearRefit, { estimator: 'iv' | 'gmm' }>;

function instrumentParts({ sample, problem }: Instrumented): Parts {
  const { rows, endogenous, exogenous, instruments } = sample;
  return { rows, endogenous, exogenous, instruments, problem };
}

/** Least squares are the k-class estimator without endogenous regressors. */
function leastSquaresParts(
  context: Exclude<LinearRefit, Instrumented>,
  subject: Subject | undefined,
): Parts {
  const { estimator, model, sample } = context;
  const { vcov, absorb, weights } = model;
  return {
    rows: sample,
    endogenous: [],
    exogenous: sample.names,
    instruments: [],
    problem: {
      estimator,
      weightType: weights?.type,
      vcov,
      absorb,
      transformation: { kind: 'absorbed', absorbed: absorbedOf(context, subject) },
      method: { kind: 'kclass' },
      tests: undefined,
    },
  };
}

/** Why sums over rows or units do not determine an estimate, and what to use instead. */
const unfit = {
  twoway: ['period effects are shared by all units', 'effects within with i(period)'],
  random: ['random effects weight rows by estimated variances', 'effects within or pooled'],
  between: ['the between estimator has one row per unit', 'unit means by ols'],
} as const;

function absorbedOf(context: Exclude<LinearRefit, Instrumented>, subject: Subject | undefined) {
  const { sample } = context;
  if (context.estimator === 'ols') return sample.absorbed;
  const { effects } = context.model;
  if (effects === 'pooled' || effects === 'first-difference') return [];
  if (effects !== 'within') {
    const [reason, other] = unfit[effects];
    const scheme = subject === undefined || subject === 'bootstrap' ? 'scheme cluster, or ' : '';
    throw noBootstrap(`${reason}; expected ${scheme}${other}`, subject);
  }
  return [panelRows(sample).units, ...sample.absorbed];
}

/** Computes y - X b, which includes the effects. */
export function leftOver({ x, y, nrows }: LinearSample, params: Float64Array): Float64Array {
  const left = y.slice(0, nrows);
  x.slice(0, params.length).forEach((column, j) => {
    const b = params[j]!;
    for (let i = 0; i < nrows; i++) {
      left[i]! -= b * (typeof column === 'number' ? column : column[i]!);
    }
  });
  return left;
}

/** Returns the covariance in the core's replicates: unadjusted if they return no standard errors. */
export function replicateCovariance(
  vcov: LinearCovariance,
  studentized: boolean,
): LinearCovariance {
  return studentized ? vcov : { type: 'unadjusted', small: false };
}
