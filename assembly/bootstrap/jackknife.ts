/**
 * Replicates that leave out one unit each. Replicate i has every unit once except unit i; its sums are those of the
 * sample minus the unit's. They go through the same `writeReplicate` as drawn ones.
 *
 * Their summary (Efron and Tibshirani, 1993, An introduction to the bootstrap, sections 11.2 and 14.3), with n values
 * x, d = mean - x and b the estimate:
 *
 *   bias             (n - 1) (mean - b)
 *   standard error   sqrt((n - 1) / n sum d^2)
 *   acceleration     sum d^3 / (6 (sum d^2)^(3/2))
 */
import { RowWidth } from '../codes';
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, get, integers, set, setInt } from '../memory/layout';
import { BootstrapPlan } from '../memory/records';
import { Status } from '../status';
import { column } from './reduce';
import { estimateBatch, placeOf, unitValue } from './run';

/**
 * Computes the replicates without units first .. first + count - 1. `out` and `statuses` are as in `bootstrap_run`; the
 * plan must draw its units by counts.
 */
export function jackknife_run(
  planAddress: usize,
  first: i32,
  count: i32,
  out: usize,
  statuses: usize,
): Status {
  const plan = changetype<BootstrapPlan>(planAddress);
  if (plan.size != i32(offsetof<BootstrapPlan>())) return Status.BadRecord;
  const scope = mark();
  const units = plan.nunits;
  const counts = alloc(integers(units));
  const totals = alloc(doubles(plan.ncolumns));
  const sums = alloc(doubles(plan.ncolumns + 1));
  if (exhausted()) return Status.OutOfMemory;
  for (let i = 0; i < units; ++i) setInt(counts, i, 1);
  sumColumns(plan, totals);
  set(sums, plan.ncolumns, 0);
  for (let r = 0; r < count; ++r) {
    const unit = placeOf(plan, first + r);
    for (let c = 0; c < plan.ncolumns; ++c) {
      set(sums, c, get(totals, c) - unitValue(plan, unit, c));
    }
    const to = addressOf(out, r * plan.width);
    for (let j = 0; j < plan.width; ++j) set(to, j, NaN);
    setInt(counts, unit, 0);
    estimateBatch(plan, 1, counts, sums, 0);
    setInt(statuses, r, call_indirect<i32>(u32(plan.writeReplicate), plan.state, counts, sums, to));
    setInt(counts, unit, 1);
  }
  release(scope);
  return Status.Ok;
}

function sumColumns(plan: BootstrapPlan, totals: usize): void {
  for (let c = 0; c < plan.ncolumns; ++c) {
    let sum: f64 = 0;
    for (let i = 0; i < plan.nunits; ++i) sum += unitValue(plan, i, c);
    set(totals, c, sum);
  }
}

/** `values` (count x width), `statuses` and `estimates` are as in `bootstrap_reduce`; `out` receives width x 4. */
export function jackknife_reduce(
  count: i32,
  width: i32,
  values: usize,
  statuses: usize,
  estimates: usize,
  out: usize,
): Status {
  const scope = mark();
  const x = alloc(doubles(count));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < width; ++j) {
    const n = column(count, width, values, statuses, j, x);
    summarize(n, x, get(estimates, j), addressOf(out, RowWidth.JackknifeSummary * j));
  }
  release(scope);
  return Status.Ok;
}

function summarize(n: i32, x: usize, estimate: f64, out: usize): void {
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) sum += get(x, i);
  const mean = sum / f64(n);
  let second: f64 = 0;
  let third: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const d = mean - get(x, i);
    second += d * d;
    third += d * d * d;
  }
  set(out, 0, f64(n));
  set(out, 1, f64(n - 1) * (mean - estimate));
  set(out, 2, sqrt<f64>((f64(n - 1) / f64(n)) * second));
  set(out, 3, second > 0 ? third / (6 * second * sqrt<f64>(second)) : 0);
}
