/** Tests of serial correlation of the errors of one time series. */
import { addPanel } from '../../../data/index.js';
import type { BreuschGodfrey, Statistic } from '../../../results/inference/diagnostics.js';
import { chi2Test, fTest } from '../../../core/numerics/inference.js';
import { codesByRow } from '../../../models/linear/design/units.js';
import { missing } from '../../../results/missing.js';
import { regress } from '../auxiliary.js';
import { notWeighted, type Regressed } from './regression.js';
import { known, plural, reasoned, type Said, say, type Word } from '../../../words/phrase.js';

/** Period of each row, in calendar order; or the reason why rows have no periods. */
type Series = Int32Array | Word | Said;

/**
 * Durbin-Watson: sum of squared changes of the residuals between neighbouring periods, over the sum of squared
 * residuals. Its distribution depends on the regressors, so there is no p-value; the Breusch-Godfrey test has one.
 */
export function durbinWatson(fit: Regressed): Statistic {
  const series = seriesOf(fit);
  if (!(series instanceof Int32Array)) return missing(series);
  const { residuals, rss } = fit;
  let changes = 0;
  for (let i = 1; i < series.length; ++i) {
    if (series[i]! - series[i - 1]! !== 1) continue;
    const change = residuals[i]! - residuals[i - 1]!;
    changes += change * change;
  }
  const why = reasoned('its distribution depends on the regressors');
  return { stat: changes / rss, pValue: null, ...why };
}

/** Breusch-Godfrey tests of the orders 1 to `orders`. */
export function breuschGodfrey(fit: Regressed, orders: number): BreuschGodfrey[] {
  const series = seriesOf(fit);
  return Array.from({ length: orders }, (_, i) => {
    const order = i + 1;
    const tests =
      series instanceof Int32Array
        ? orderTests(fit, series, order)
        : { lm: missing(series), f: missing(series) };
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
      say(
        'there are too few observations ({}) for {} of the residuals',
        nobs,
        plural(order, 'lag'),
      ),
    );
    return { lm: reason, f: reason };
  }
  const added = aux.rank - without.rank;
  if (added < order) {
    const reason = missing(
      say('only {} of {} lags of the residuals are independent of the other columns', added, order),
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
  if (weights !== undefined) return notWeighted(weights.type);
  const { order, panel, rows } = sample;
  if (order !== undefined) return oneUnit(order.unit, order.period);
  if (panel === undefined) {
    return say('the test needs an order in time; {}, or use a hac covariance', known(addPanel));
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
    : say('the test needs a single time series, but the sample has {}', plural(count, 'unit'));
}
