/** Tests of serial correlation of the errors of one time series. */
import { addPanel } from '../../../data/index.js';
import { counted } from '../../../words/text/messages.js';
import type { BreuschGodfrey, Statistic } from '../../../results/inference/diagnostics.js';
import { chi2Test, fTest } from '../../../core/numerics/inference.js';
import { codesByRow } from '../../../models/panel/units.js';
import { missing } from '../missing.js';
import { regress } from '../auxiliary.js';
import type { Regressed } from './regression.js';

/** Period of each row, in calendar order; or the reason why rows have no periods. */
type Series = Int32Array | string;

/**
 * Durbin-Watson: sum of squared changes of the residuals between neighbouring periods, over the sum of squared
 * residuals. Its distribution depends on the regressors, so there is no p-value; the Breusch-Godfrey test has one.
 */
export function durbinWatson(fit: Regressed): Statistic {
  const series = seriesOf(fit);
  if (typeof series === 'string') return missing(series);
  const { residuals, rss } = fit;
  let changes = 0;
  for (let i = 1; i < series.length; ++i) {
    if (series[i]! - series[i - 1]! !== 1) continue;
    const change = residuals[i]! - residuals[i - 1]!;
    changes += change * change;
  }
  const reason = 'its distribution depends on the regressors';
  return { stat: changes / rss, pValue: null, reason };
}

/** Breusch-Godfrey tests of the orders 1 to `orders`. */
export function breuschGodfrey(fit: Regressed, orders: number): BreuschGodfrey[] {
  const series = seriesOf(fit);
  return Array.from({ length: orders }, (_, i) => {
    const order = i + 1;
    const tests =
      typeof series === 'string'
        ? { lm: missing(series), f: missing(series) }
        : orderTests(fit, series, order);
    return { order, ...tests };
  });
}

function orderTests(fit: Regressed, series: Int32Array, order: number) {
  const { engine, residuals, columns, intercept, nobs } = fit;
  const lags = Array.from({ length: order }, (_, i) => laggedResiduals(residuals, series, i + 1));
  const on = (extra: readonly Float64Array[]) =>
    regress(engine, { y: residuals, columns: [...columns, ...extra], intercept });
  const [without, aux] = [on([]), on(lags)];
  if (without === undefined || aux === undefined) {
    const reason = missing(
      `there are too few observations (${nobs}) for ${counted(order, 'lag')} of the residuals`,
    );
    return { lm: reason, f: reason };
  }
  const added = aux.rank - without.rank;
  if (added < order) {
    const reason = missing(
      `only ${added} of ${order} lags of the residuals are independent of the other columns`,
    );
    return { lm: reason, f: reason };
  }
  const dfResid = nobs - aux.rank;
  return {
    lm: chi2Test(engine, nobs * (1 - aux.rss / aux.tss), order),
    f: fTest(engine, (without.rss - aux.rss) / order / (aux.rss / dfResid), order, dfResid),
  };
}

/** Residuals `lag` periods earlier, 0 if that period has no row. */
function laggedResiduals(residuals: Float64Array, series: Int32Array, lag: number): Float64Array {
  const out = new Float64Array(series.length);
  let before = 0;
  series.forEach((period, i) => {
    while (series[before]! < period - lag) ++before;
    if (series[before] === period - lag) out[i] = residuals[before]!;
  });
  return out;
}

function seriesOf({ sample, weights, perfect }: Regressed): Series {
  if (perfect) return 'the residuals are zero up to rounding';
  if (weights !== undefined) return `the test is not defined with ${weights.type} weights`;
  const { order, panel, rows } = sample;
  if (order !== undefined) return oneUnit(order.unit, order.period);
  if (panel === undefined) {
    return `the test needs an order in time; ${addPanel}, or use a hac covariance`;
  }
  const { unit, period } = codesByRow(panel);
  return oneUnit(
    rows.map((row) => unit[row]!),
    rows.map((row) => period[row]!),
  );
}

function oneUnit(units: Int32Array, periods: Int32Array): Series {
  const count = new Set(units).size;
  return count === 1
    ? periods
    : `the test needs a single time series, but the sample has ${counted(count, 'unit')}`;
}
