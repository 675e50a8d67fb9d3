/** Long-run effects of the regressors: the final effect of a lasting change. */
import type { Engine } from '../../../core/engine/engine.js';
import type { Dual } from '../../../core/numerics/dual.js';
import { criticalValue, type Reference, twoSided } from '../../../core/numerics/inference.js';
import type { LongRunEffect } from '../../../results/dynamic.js';
import type { FitResult } from '../../../results/fit.js';
import type { DynamicSample } from '../design/design.js';
import type { ByName } from '../../../results/common.js';
import { lagPlaces, baseOf } from '../design/lags.js';

/** A long-run effect: a sum of coefficients over 1 minus the coefficients of the lagged outcome. */
export interface LongRunTerm {
  /** The regressor, or `w + L1.w` for all lags of a variable together. */
  readonly name: string;
  readonly numerator: readonly number[];
  readonly lags: readonly number[];
}

/**
 * Lists one effect per regressor except the lagged outcome, and the sum for a variable with several lags. There are
 * none without a lagged outcome, and none for the constant and time effects.
 */
export function longRunTerms({ design, lags, timeEffects }: DynamicSample): LongRunTerm[] {
  const names = design.params;
  const without = ['_cons', ...timeEffects];
  if (lags.length === 0) return [];
  const singles = names.flatMap((name, i) =>
    lags.includes(i) || without.includes(name) ? [] : [{ name, numerator: [i], lags }],
  );
  const byVariable = new Map<string, number[]>();
  for (const { name, numerator } of singles) {
    const base = baseOf(name);
    byVariable.set(base, [...(byVariable.get(base) ?? []), ...numerator]);
  }
  const several = [...byVariable.values()].filter((places) => places.length > 1);
  const sums = several.map((numerator) => ({
    name: numerator.map((i) => names[i]!).join(' + '),
    numerator,
    lags,
  }));
  return [...singles, ...sums];
}

/** Recovers the terms of the long-run effects of a result. */
export function reportedTerms({ depvar, params, longRun = {} }: FitResult): LongRunTerm[] {
  const names = Object.keys(params);
  const lags = lagPlaces(depvar, names);
  return Object.keys(longRun).map((name) => {
    const summands = names.includes(name) ? [name] : name.split(' + ');
    return { name, numerator: summands.map((summand) => names.indexOf(summand)), lags };
  });
}

/** Evaluates the effect at the coefficients in `values` from `first` on. */
export function longRunValue(
  { numerator, lags }: LongRunTerm,
  values: ArrayLike<number>,
  first: number,
): number {
  let rest = 1;
  for (const i of lags) rest -= values[first + i]!;
  let sum = 0;
  for (const i of numerator) sum += values[first + i]!;
  return sum / rest;
}

/** Computes the effects with standard errors by the delta method; `vcov` is column-major (k x k). */
export function longRunEffects(
  engine: Engine,
  terms: readonly LongRunTerm[],
  { params, vcov }: { readonly params: Float64Array; readonly vcov: Float64Array },
  reference: Reference,
  level: number,
): ByName<LongRunEffect> {
  const critical = criticalValue(engine, level, reference);
  return Object.fromEntries(
    terms.map((term) => {
      const { value, gradient } = evaluateTerm(term, params);
      const stdError = Math.sqrt(quadratic(gradient, vcov));
      const exists = stdError > 0 && stdError < Infinity;
      const statistic = exists ? value / stdError : NaN;
      const half = exists ? critical * stdError : NaN;
      const effect: LongRunEffect = {
        estimate: value,
        stdError,
        statistic,
        pValue: twoSided(engine, statistic, reference),
        confInt: [value - half, value + half],
      };
      return [term.name, effect];
    }),
  );
}

/** Returns B / (1 - rho) and its gradient: 1 / (1 - rho) for the summands of B, B / (1 - rho)^2 for those of rho. */
function evaluateTerm({ numerator, lags }: LongRunTerm, params: Float64Array): Dual {
  const sum = (places: readonly number[]) => places.reduce((total, i) => total + params[i]!, 0);
  const rest = 1 - sum(lags);
  const value = sum(numerator) / rest;
  const gradient = new Array<number>(params.length).fill(0);
  for (const i of numerator) gradient[i] = 1 / rest;
  for (const i of lags) gradient[i] = value / rest;
  return { value, gradient };
}

/** g'Vg. */
function quadratic(gradient: readonly number[], vcov: Float64Array): number {
  const k = gradient.length;
  let total = 0;
  for (let j = 0; j < k; ++j) {
    let along = 0;
    for (let i = 0; i < k; ++i) along += gradient[i]! * vcov[j * k + i]!;
    total += along * gradient[j]!;
  }
  return total;
}
