import type { Engine } from '../../core/engine.js';
import { type EconError, IdentificationError } from '../../core/errors.js';
import { fTest } from '../../stats/inference.js';
import { quadraticForm } from '../../stats/quadratic-form.js';
import type { Test } from '../fit-result.js';
import { estimateRows } from '../linear/estimate.js';
import type { LinearCovariance } from '../linear/model.js';
import type { LinearEstimate } from '../linear/records.js';
import type { LinearSample } from '../linear/sample.js';
import { estimateTransformed } from '../linear/transformed.js';
import type { Asked } from './problem.js';

/** The rows, and the instruments that are not collinear. */
interface Kept extends Asked {
  readonly kept: readonly string[];
}

/**
 * Robust regression test of exogeneity (Wooldridge 1995; Stata's `estat endogenous`): the residuals of the first stages
 * are added to the regression of the outcome, and F tests that their coefficients are 0.
 */
export function regressionEndogeneity(engine: Engine, asked: Kept, vcov: LinearCovariance): Test {
  const missing = (reason: string): Test => ({ stat: null, pValue: null, reason });
  const { sample } = asked;
  const { endogenous, exogenous, rows } = sample;
  const instruments = [...exogenous, ...asked.kept];
  try {
    const residuals = endogenous.map((name) => {
      const y = columnOf(rows, name) as Float64Array;
      return regress(engine, asked, { y, names: instruments }, vcov).residuals;
    });
    const regressors = { y: rows.y, names: [...endogenous, ...exogenous], residuals };
    const fit = regress(engine, asked, regressors, vcov);
    return waldOf(engine, fit, endogenous.length) ?? missing(singular);
  } catch (error) {
    if (!(error instanceof IdentificationError)) throw error;
    return missing(`the regression with the residuals of the first stages: ${problemOf(error)}`);
  }
}

const singular = 'the covariance of the added residuals is singular';

/** A regression on columns of the sample and further ones before them. */
interface Regression {
  readonly y: Float64Array;
  readonly names: readonly string[];
  readonly residuals?: readonly Float64Array[];
}

/** Least squares with the effects of the model taken out. The constant is one of the columns. */
function regress(
  engine: Engine,
  { problem, sample }: Asked,
  { y, names, residuals = [] }: Regression,
  vcov: LinearCovariance,
): LinearEstimate {
  const absorbs = problem.transformation.absorbed.length > 0;
  const own = absorbs ? names.filter((name) => name !== '_cons') : names;
  const { rows } = sample;
  const added = residuals.map((_, j) => `residuals of ${sample.endogenous[j]!}`);
  const changed: LinearSample = {
    ...rows,
    y,
    x: [...residuals, ...own.map((name) => columnOf(rows, name))],
    names: [...added, ...own],
    intercept: false,
    xLow: undefined,
    yLow: undefined,
  };
  return absorbs
    ? estimateTransformed(engine, { ...problem, vcov }, changed)
    : estimateRows(engine, { ...problem, vcov }, changed);
}

function columnOf({ names, x }: LinearSample, name: string): Float64Array | number {
  return x[names.indexOf(name)]!;
}

/** F of the hypothesis that the first q coefficients are 0; undefined where their covariance is singular. */
function waldOf(engine: Engine, fit: LinearEstimate, q: number): Test | undefined {
  const { params, vcov, dfReference } = fit;
  const k = params.length;
  const block = Array.from({ length: q }, (_, i) => [...vcov.subarray(i * k, i * k + q)]);
  const { value, rank, negative } = quadraticForm([...params.subarray(0, q)], block);
  if (rank < q || negative > 0) return undefined;
  return fTest(engine, value / q, q, dfReference);
}

/** The message without the estimator's name. */
function problemOf({ message }: EconError): string {
  return message.slice(message.indexOf(': ') + 2);
}
