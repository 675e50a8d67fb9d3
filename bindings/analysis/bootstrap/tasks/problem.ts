/** What the bootstrap of a linear estimate needs: its rows, with residuals instead of the outcome, and its method. */
import * as said from '../../../words/errors/bootstrap/unavailable.js';
import { covarianceTraits } from '../../../models/covariances/registry.js';
import type { CovarianceTraits } from '../../../models/covariances/traits.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { CoreInstruments } from '../../../models/instruments/call.js';
import type { InstrumentProblem } from '../../../models/instruments/problem.js';
import type { LinearCovariance } from '../../../models/linear/model/model.js';
import type { LinearSample } from '../../../models/linear/design/sample.js';
import {
  absorbing,
  type Instrumented,
  isOfTwoWays,
  type LinearRows,
} from '../../../models/linear/fitted.js';
import { type Subject, noBootstrap } from '../../../models/replicates/refusal.js';

export interface LinearCase {
  readonly rows: LinearSample;
  /** The rows, with y - X b including effects as the outcome. */
  readonly design: CoreInstruments;
  readonly problem: InstrumentProblem;
  readonly params: Float64Array;
}

/** Rows of a regression with the coefficients and residuals at which replicates start. */
type LinearEstimated = LinearRows & {
  readonly estimate: { readonly params: Float64Array; readonly residuals: Float64Array };
};

/**
 * Throws InputError `no-bootstrap` for estimates that sums over units do not determine, those of two-way effects
 * included unless replicates take `anyEffects` out.
 */
export function linearCase(
  context: LinearEstimated,
  subject?: Subject,
  anyEffects = false,
): LinearCase {
  const { params, residuals } = context.estimate;
  if (context.model.weights?.type === 'frequency') {
    throw noBootstrap(said.frequencyWeights(), subject);
  }
  const { rows } = context;
  const { problem, exogenous, endogenous, instruments } =
    context.instruments ?? leastSquaresParts(context, subject, anyEffects);
  const effects = problem.transformation.absorbed.length > 0;
  const y = effects ? leftOver(rows, params) : residuals;
  const { nrows, names, intercept, x, xLow, weights, weighting, clusters, order, columns } = rows;
  const core = {
    nrows,
    names,
    intercept,
    x,
    xLow,
    y,
    weights,
    weighting,
    clusters,
    order,
    columns,
  };
  return { rows, design: { rows: core, exogenous, endogenous, instruments }, problem, params };
}

/** Least squares as the k-class estimator without endogenous regressors. */
function leastSquaresParts(
  { estimator, model, rows, transformation, unsummable }: LinearRows,
  subject: Subject | undefined,
  anyEffects: boolean,
): Instrumented {
  const { vcov, absorb, weights } = model;
  if (unsummable !== undefined && !(anyEffects && isOfTwoWays({ unsummable }))) {
    const clusters = subject === undefined || subject === 'bootstrap';
    throw noBootstrap(said.unsummable({ why: unsummable, clusters }), subject);
  }
  return {
    endogenous: [],
    exogenous: rows.names,
    instruments: [],
    problem: {
      estimator,
      weightType: weights?.type,
      vcov,
      absorb,
      transformation: absorbing(transformation),
      method: { kind: 'kclass' },
      tests: undefined,
    },
  };
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

/** How replicates compute a covariance. */
export type ReplicateErrors = NonNullable<CovarianceTraits['replicates']>['tests'];

/** How replicates compute the covariance of a fit; undefined if the drawn units cannot give it. */
export function replicateErrors(
  { type, cluster }: LinearCovariance,
  drawn: SchemeResult,
): ReplicateErrors | undefined {
  const { scheme } = drawn;
  const { replicates, clusters } = covarianceTraits(type)!;
  if (replicates === undefined || (scheme !== 'pairs' && scheme !== 'cluster')) return undefined;
  if (!replicates.draws.includes(scheme === 'pairs' ? 'rows' : 'clusters')) return undefined;
  const same = cluster?.length === 1 && cluster[0] === drawn.cluster;
  return clusters === undefined || same ? replicates.tests : undefined;
}

/** Returns the covariance in the core's replicates: unadjusted if they return no standard errors. */
export function replicateCovariance(
  vcov: LinearCovariance,
  studentized: boolean,
): LinearCovariance {
  return studentized ? vcov : { type: 'unadjusted', small: false };
}
