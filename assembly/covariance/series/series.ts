/**
 * Scores in order of unit and period, and their kernel-weighted sum. Two rows of a unit are as many
 * lags apart as their periods, so a missing period is a gap (as Stata's newey after tsset), and rows of
 * different units are not related.
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { addressOf, doubles, entry, get, getInt, integers, set, setInt } from '../../memory/layout';
import { LinearDesign } from '../../memory/records';
import { NoTrans, Trans } from '../../blas/options';
import { daxpy } from '../../blas/level1';
import { dgemm } from '../../blas/level3';
import { LinearModel } from '../../linear/linear';
import { naturalOrder, sortBy } from '../rows/order';
import { BLOCK } from '../rows/whitened';


@unmanaged
export class Series {
  /** Rows, and columns of `scores`. */
  count: i32;
  k: i32;
  /** Length of the calendar, first to last period. */
  periods: i32;
  /** f64, k x count: a row's score is contiguous. */
  scores: usize;
  /** i32, count: period and unit (all 0 without units). */
  period: usize;
  unit: usize;
  /** Row of the design that has the unit and period of another, or -1. */
  duplicate: i32;
}

/** Scores x_i e_i of the model, ordered; null when memory ends. The design has periods. */
export function orderedScores(model: LinearModel, design: LinearDesign): Series | null {
  const n = model.n;
  const k = model.k;
  const series = openSeries(n, k);
  const scope = mark();
  const order = alloc(integers(n));
  if (exhausted()) return null;
  naturalOrder(n, order);
  if (!sortBy(n, design.period, design.nperiods, order)) return null;
  const first = getInt(design.period, getInt(order, 0));
  series.periods = getInt(design.period, getInt(order, n - 1)) - first + 1;
  if (design.unit != 0 && !sortBy(n, design.unit, design.nunits, order)) return null;
  for (let i = 0; i < n; ++i) {
    const row = getInt(order, i);
    const e = get(model.residuals, row);
    for (let j = 0; j < k; ++j) {
      store<f64>(entry(series.scores, k, j, i), load<f64>(entry(model.x, n, row, j)) * e);
    }
    setInt(series.period, i, getInt(design.period, row));
    setInt(series.unit, i, design.unit == 0 ? 0 : getInt(design.unit, row));
    if (i > 0 && distance(series, i, i - 1) == 0) series.duplicate = row;
  }
  release(scope);
  return series;
}

/** An empty series with room for `count` rows. */
export function openSeries(count: i32, k: i32): Series {
  const series = changetype<Series>(alloc(offsetof<Series>()));
  series.count = count;
  series.k = k;
  series.scores = alloc(doubles(count * k));
  series.period = alloc(integers(count));
  series.unit = alloc(integers(count));
  series.duplicate = -1;
  return series;
}

/** Returns the periods from an earlier row to row i, -1 if they belong to different units. */
export function distance(series: Series, i: i32, earlier: i32): i32 {
  if (getInt(series.unit, i) != getInt(series.unit, earlier)) return -1;
  return getInt(series.period, i) - getInt(series.period, earlier);
}

/** Scores s := C's, in place; returns false when memory ends. */
export function whiten(model: LinearModel, series: Series): bool {
  const k = series.k;
  const scope = mark();
  const block = alloc(doubles(BLOCK * k));
  if (exhausted()) return false;
  for (let first = 0; first < series.count; first += BLOCK) {
    const count = min(BLOCK, series.count - first);
    const scores = addressOf(series.scores, first * k);
    dgemm(Trans, NoTrans, k, count, k, 1, model.root, k, scores, k, 0, block, k);
    memory.copy(scores, block, doubles(count * k));
  }
  release(scope);
  return true;
}

/**
 * meat (k x k) := sum over pairs of rows of a unit of weights[lag] s_i s_j', lags 0 .. last; weights[0] is 1. Each row
 * is first summed with its weighted predecessors, so a pair costs O(k) instead of O(k^2). Returns false when memory
 * ends.
 */
export function kernelSum(series: Series, weights: usize, last: i32, meat: usize): bool {
  const k = series.k;
  const scope = mark();
  const sums = alloc(doubles(series.count * k));
  if (exhausted()) return false;
  for (let i = 0; i < series.count; ++i) {
    const sum = addressOf(sums, i * k);
    memory.fill(sum, 0, doubles(k));
    daxpy(k, 0.5, addressOf(series.scores, i * k), sum);
    for (let earlier = i - 1; earlier >= 0; --earlier) {
      const lag = distance(series, i, earlier);
      if (lag < 0 || lag > last) break;
      daxpy(k, get(weights, lag), addressOf(series.scores, earlier * k), sum);
    }
  }
  dgemm(NoTrans, Trans, k, k, series.count, 1, series.scores, k, sums, k, 0, meat, k);
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i <= j; ++i) {
      const total = load<f64>(entry(meat, k, i, j)) + load<f64>(entry(meat, k, j, i));
      store<f64>(entry(meat, k, i, j), total);
    }
  }
  release(scope);
  return true;
}

/** out[i] := the sum of row i's scores over the columns with wanted[j] != 0. */
export function scoreTotals(series: Series, wanted: usize, out: usize): void {
  for (let i = 0; i < series.count; ++i) {
    let sum: f64 = 0;
    for (let j = 0; j < series.k; ++j) {
      if (getInt(wanted, j)) sum += load<f64>(entry(series.scores, series.k, j, i));
    }
    set(out, i, sum);
  }
}
