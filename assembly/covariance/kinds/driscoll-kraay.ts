/**
 * Driscoll and Kraay (1998): scores summed by period, then HAC over the periods. Without a bandwidth
 * floor(4 (T / 100)^(2/9)) lags, the default of xtscc (Hoechle, 2007). The factor is that of clusters by
 * period, T / (T - 1) (n - 1) / (n - k), as in xtscc since 1.3, fixest, and plm's vcovSCC "sss", so that
 * no lags give CV1 by period. T counts the periods with rows; an empty period is a gap.
 */
import { power, wholePart } from '../../arithmetic/power';
import { allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, getInt, integers, setInt } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { groupScores } from './cluster';
import { clusterFactor } from '../rows/counts';
import { kernelMeat } from './hac';
import { Series, openSeries } from '../series/series';

/** The meat, fit.factor and bandwidth; `detail` is the number of periods when there is only one. */
export function driscollKraay(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const scope = mark();
  const sums = allocZeroed(doubles(design.nperiods * model.k));
  const hasRows = allocZeroed(integers(design.nperiods));
  if (exhausted()) return Status.OutOfMemory;
  groupScores(model, design.period, design.nperiods, sums);
  for (let i = 0; i < model.n; ++i) setInt(hasRows, getInt(design.period, i), 1);
  const series = periodScores(design.nperiods, model.k, sums, hasRows);
  if (exhausted()) return Status.OutOfMemory;
  if (series.count < 2) return Status.TooFewClusters;
  fit.bandwidth = options.bandwidth;
  if (fit.bandwidth < 0) {
    fit.bandwidth = wholePart(4 * power(f64(series.count) / 100, 2 / 9.0));
  }
  fit.factor = clusterFactor(model, options, series.count);
  const status = kernelMeat(model, series, options.kernel, fit, meat);
  release(scope);
  return status;
}

/** Returns the sums (periods x k) of the periods with rows, as one series. */
function periodScores(periods: i32, k: i32, sums: usize, hasRows: usize): Series {
  const series = openSeries(periods, k);
  if (exhausted()) return series;
  let count = 0;
  for (let t = 0; t < periods; ++t) {
    if (!getInt(hasRows, t)) continue;
    for (let j = 0; j < k; ++j) {
      store<f64>(entry(series.scores, k, j, count), load<f64>(entry(sums, periods, t, j)));
    }
    setInt(series.period, count, t);
    setInt(series.unit, count, 0);
    ++count;
  }
  series.count = count;
  series.periods = getInt(series.period, count - 1) - getInt(series.period, 0) + 1;
  return series;
}
