import type { Engine } from '../../../core/engine.js';
import { dot } from '../../../stats/householder.js';
import { noncentralChi2Isf } from '../../../stats/noncentral-chi2.js';
import { symmetricEigen } from '../../../stats/quadratic-form.js';
import type { EffectiveF } from '../../fit-result.js';
import { least, projective } from './projective.js';
import { combine, type Equations, type Vector } from './reduced-form.js';

/** Largest tolerated bias, in per cent of the worst case's. */
const thresholds = [5, 10, 20, 30];
const level = 0.05;

/**
 * Montiel Olea and Pflueger's (2013) test of weak instruments for one endogenous variable: F = |C|^2 / tr W2, C the
 * first-stage coefficients on orthonormal instruments and W2 their covariance (with the small-sample factor, so that
 * F is the usual one under homoskedasticity). At 5 % the instruments are not weak where F exceeds the quantile of
 * chi-squared(K, xK) / K with x = B / tau and K = (tr W2)^2 (1 + 2x) / (tr W2^2 + 2x tr W2 max eigenvalue of W2)
 * (their section 3.2); B is 1 in the simplified test, which is conservative, and the largest Nagar bias relative to
 * the benchmark, over all coefficients and first stages, in the generalised ones.
 */
export function effectiveF(engine: Engine, form: Equations): EffectiveF {
  const c = [0, 1];
  const w2 = form.covariance(c, c);
  const values = symmetricEigen(w2).values;
  const trace = sum(values);
  const squares = dot(values, values);
  const largest = Math.max(...values);
  const critical = (bias: number) =>
    Object.fromEntries(
      thresholds.map((percent) => {
        const x = (100 * bias) / percent;
        const df = (trace * trace * (1 + 2 * x)) / (squares + 2 * x * trace * largest);
        return [percent, noncentralChi2Isf(engine, level, df, x * df) / df];
      }),
    );
  const bias = largestBias(form);
  return {
    stat: dot(form.coefficients[1]!, form.coefficients[1]!) / (form.form.factor * trace),
    dfEffective: (trace * trace) / squares,
    criticalValues: {
      simplified: critical(1),
      tsls: critical(bias.tsls),
      liml: critical(bias.liml),
    },
  };
}

/** Largest |n(b, c0)| / sqrt(tr S1 / tr S2) over structural coefficients and first-stage directions (their theorem 1). */
function largestBias(form: Equations): { readonly tsls: number; readonly liml: number } {
  const [y, x] = form.errors.map((error) => Math.sqrt(dot(error, error))) as [number, number];
  const line = projective(form, 1, { centre: 0, scale: y / x });
  const at = (u: number) => biases(form, line.weights(u));
  const search = (name: 'tsls' | 'liml') => -least(line, (u) => -at(u)[name]);
  return { tsls: search('tsls'), liml: search('liml') };
}

/** Both ratios for the structural error c = (1, -b), the worst direction of the first stage taken. */
function biases(form: Equations, c: Vector) {
  const endogenous = [0, 1];
  const trace1 = traceOf(form.covariance(c, c));
  const trace2 = traceOf(form.covariance(endogenous, endogenous));
  const s12 = symmetric(form.covariance(c, endogenous));
  const error = combine(form.errors, c);
  const slope = dot(error, form.errors[1]!) / dot(error, error);
  const benchmark = Math.sqrt(trace1 * trace2);
  const worst = (centre: number, values: Vector) =>
    Math.max(...values.map((value) => Math.abs(centre - value))) / benchmark;
  const trace12 = traceOf(s12);
  const tsls = symmetricEigen(s12).values.map((value) => 2 * value);
  const s1 = form.covariance(c, c);
  const liml = symmetricEigen(
    s12.map((row, i) => row.map((value, j) => 2 * value - slope * s1[i]![j]!)),
  ).values;
  return { tsls: worst(trace12, tsls), liml: worst(trace12 - slope * trace1, liml) };
}

function symmetric(a: readonly Vector[]): number[][] {
  return a.map((row, i) => row.map((value, j) => (value + a[j]![i]!) / 2));
}

function traceOf(a: readonly Vector[]): number {
  return a.reduce((total, row, i) => total + row[i]!, 0);
}

function sum(values: Vector): number {
  return values.reduce((total, value) => total + value, 0);
}
