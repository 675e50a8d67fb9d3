/** Tests of functional form and of normal errors, and variance inflation factors. */
import type { Test } from '../../../models/index.js';
import type { ByName } from '../../../results/common.js';
import { chi2Test, fTest } from '../../../core/numerics/inference.js';
import { wholePower } from '../../../core/numerics/whole-power.js';
import { missing } from '../../../results/missing.js';
import { regress } from '../auxiliary.js';
import { countReason, type Regressed } from './regression.js';
import { say } from '../../../words/phrase.js';

/**
 * Ramsey's RESET: F of the second to fourth powers of the fitted values, added to the regressors. Stata: estat
 * ovtest.
 */
export function reset(fit: Regressed): Test {
  const reason = countReason(fit);
  if (reason !== undefined) return missing(reason);
  const { engine, y, columns, intercept, fitted, weights, nobs } = fit;
  const base = standardised(fitted);
  if (base === undefined) return missing('the fitted values do not vary');
  const powers = [2, 3, 4].map((p) => base.map((value) => wholePower(value, p)));
  const on = (extra: readonly Float64Array[]) =>
    regress(engine, { y, columns: [...columns, ...extra], intercept, weights });
  const [without, aux] = [on([]), on(powers)];
  if (without === undefined || aux === undefined) {
    return missing(
      say('there are too few observations ({}) for the powers of the fitted values', nobs),
    );
  }
  const df = aux.rank - without.rank;
  if (df === 0) return missing('the powers of the fitted values depend on the regressors');
  const dfResid = nobs - aux.rank;
  return fTest(engine, (without.rss - aux.rss) / df / (aux.rss / dfResid), df, dfResid);
}

/** Scales values to [0, 1], which keeps their powers well conditioned; undefined without variation. */
function standardised(values: Float64Array): Float64Array | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const range = high - low;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (!(range > values.length * Number.EPSILON * size)) return undefined;
  return values.map((value) => (value - low) / range);
}

/** Jarque and Bera (1987): n/6 (S^2 + (K - 3)^2 / 4) with skewness S and kurtosis K of the residuals. */
export function jarqueBera(fit: Regressed): Test {
  const reason = countReason(fit);
  if (reason !== undefined) return missing(reason);
  const { engine, residuals, weights, nobs } = fit;
  const average = (values: Float64Array) =>
    values.reduce((sum, value, i) => sum + value * (weights?.values[i] ?? 1), 0) / nobs;
  const mean = average(residuals);
  const moment = (p: number) => average(residuals.map((u) => wholePower(u - mean, p)));
  const variance = moment(2);
  const skewness = moment(3) / (variance * Math.sqrt(variance));
  const excess = moment(4) / (variance * variance) - 3;
  return chi2Test(engine, (nobs / 6) * (skewness * skewness + (excess * excess) / 4), 2);
}

/** Variance inflation factor 1 / (1 - R2) of each regressor on the others; without an intercept R2 is uncentred. */
export function varianceInflation(fit: Regressed): ByName {
  const { engine, names, columns, intercept, weights } = fit;
  return Object.fromEntries(
    names.map((name, j) => {
      const others = columns.filter((_, i) => i !== j);
      const aux = regress(engine, { y: columns[j]!, columns: others, intercept, weights });
      if (aux === undefined) return [name, 1];
      return [name, (intercept ? aux.tssCentered : aux.tss) / aux.rss];
    }),
  );
}
