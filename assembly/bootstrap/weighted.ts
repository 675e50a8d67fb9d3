/**
 * Estimates with given weights of the units, as joint draws of several samples and permuted labels need them. They go
 * through `writeReplicate`, as drawn units do.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, getInt, integers, set, setInt } from '../memory/layout';
import { BootstrapPlan } from '../memory/records';
import { Status } from '../status';
import { estimateBatch, placeOf, unitValue } from './run';

/**
 * Computes `count` estimates. `weights` (i32, count x nunits) says how often each unit counts. `out` and `statuses` are
 * as in `bootstrap_run`; the plan must draw its units by counts.
 */
export function weighted_run(
  planAddress: usize,
  weights: usize,
  count: i32,
  out: usize,
  statuses: usize,
): Status {
  const plan = changetype<BootstrapPlan>(planAddress);
  if (plan.size != i32(offsetof<BootstrapPlan>())) return Status.BadRecord;
  const scope = mark();
  const units = plan.nunits;
  const counts = alloc(integers(units));
  const sums = alloc(doubles(plan.ncolumns + 1));
  if (exhausted()) return Status.OutOfMemory;
  for (let r = 0; r < count; ++r) {
    const given = weights + usize(r) * integers(units);
    for (let i = 0; i < units; ++i) setInt(counts, placeOf(plan, i), getInt(given, i));
    sumWeighted(plan, counts, sums);
    estimateBatch(plan, 1, counts, sums, 0);
    const to = addressOf(out, r * plan.width);
    for (let j = 0; j < plan.width; ++j) set(to, j, NaN);
    setInt(statuses, r, call_indirect<i32>(u32(plan.writeReplicate), plan.state, counts, sums, to));
  }
  release(scope);
  return Status.Ok;
}

/** sums := the weighted sums over the units, followed by a 0. */
function sumWeighted(plan: BootstrapPlan, counts: usize, sums: usize): void {
  for (let c = 0; c < plan.ncolumns; ++c) {
    let sum: f64 = 0;
    for (let i = 0; i < plan.nunits; ++i) {
      const weight = getInt(counts, i);
      if (weight != 0) sum += f64(weight) * unitValue(plan, i, c);
    }
    set(sums, c, sum);
  }
  set(sums, plan.ncolumns, 0);
}
