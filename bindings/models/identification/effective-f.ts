import type { Engine } from '../../core/engine/engine.js';
import { dot, type Vector } from '../../core/numerics/householder.js';
import { noncentralChi2Isf } from '../../core/numerics/noncentral.js';
import { symmetricEigen } from '../../core/numerics/quadratic-form.js';
import type { EffectiveF } from '../../results/fit.js';
import { leastValue, coefficientLine } from './confidence-sets/coefficient-line.js';
import { combine, type Equations } from './reduced-form.js';

/** Largest tolerated bias, in per cent of the worst case. */
const thresholds = [5, 10, 20, 30];
const level = 0.05;

/**
 * Montiel Olea and Pflueger's (2013) test of weak instruments for one endogenous variable: F = |C|^2 / tr W2, with C
 * the first-stage coefficients on orthonormal instruments and W2 their covariance. W2 has the small-sample factor, so
 * that F is the usual one under homoskedasticity. At 5 % the instruments are not weak if F exceeds the 95 % quantile
 * of chi-squared(K, xK) / K, with x = B / tau and K = (tr W2)^2 (1 + 2x) / (tr W2^2 + 2x tr W2 max eigenvalue of W2)
 * (their section 3.2). The simplified test has B = 1 and is conservative. In the generalised tests B is the largest
 * Nagar bias relative to the benchmark, over all coefficients and first stages.
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

/**
 * Largest |n(b, c0)| / sqrt(tr S1 / tr S2) over structural coefficients b and first-stage directions c0 (their
 * theorem 1).
 */
function largestBias(form: Equations): { readonly tsls: number; readonly liml: number } {
  const [y, x] = form.errors.map((error) => Math.sqrt(dot(error, error))) as [number, number];
  const line = coefficientLine(form, 1, { centre: 0, scale: y / x, fine: 64, coarse: 0 });
  const largest = (bias: (form: Equations, c: Vector) => number) =>
    -leastValue(line, (u) => -bias(form, line.weights(u)));
  return { tsls: largest(tslsBias), liml: largest(limlBias) };
}

/** |tr S12 - 2 c0' S12 c0| for the structural error c = (1, -b) and the worst direction c0, over the benchmark. */
function tslsBias(form: Equations, c: Vector): number {
  const s12 = symmetric(form.covariance(c, [0, 1]));
  const centre = traceOf(s12);
  return worst(centre, 2, s12) / benchmark(form, traceOf(form.covariance(c, c)));
}

/**
 * |tr S12 - r tr S1 - c0' (2 S12 - r S1) c0| over the benchmark, r the slope of the first-stage error on the
 * structural error.
 */
function limlBias(form: Equations, c: Vector): number {
  const error = combine(form.errors, c);
  const slope = dot(error, form.errors[1]!) / dot(error, error);
  const s1 = form.covariance(c, c);
  const s12 = symmetric(form.covariance(c, [0, 1]));
  const mixed = s12.map((row, i) => row.map((value, j) => 2 * value - slope * s1[i]![j]!));
  return worst(traceOf(s12) - slope * traceOf(s1), 1, mixed) / benchmark(form, traceOf(s1));
}

/** Largest |centre - factor v| over the eigenvalues v. */
function worst(centre: number, factor: number, matrix: readonly Vector[]): number {
  return Math.max(...symmetricEigen(matrix).values.map((v) => Math.abs(centre - factor * v)));
}

function benchmark(form: Equations, trace1: number): number {
  return Math.sqrt(trace1 * traceOf(form.covariance([0, 1], [0, 1])));
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
