/**
 * Estimates of two groups whose labels are permuted among units (Fisher's permutation test as in Cleary, 1999, Journal
 * of Finance 54). Replicate r gives the first label to `size` units drawn without replacement, and the other label to
 * the rest. Both groups go through `writeReplicate`, as drawn units do, with counts of 1 and 0.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, getInt, integers, set, setInt } from '../memory/layout';
import { BootstrapPlan } from '../memory/records';
import { Status } from '../status';
import { permute } from '../random/permutations';
import { seed } from '../random/philox';
import { estimateBatch, placeOf, unitValue } from './run';

/**
 * Computes replicates first .. first + count - 1. `out` (2 count x width) and `statuses` (2 count) are as in
 * `bootstrap_run`, with a row per group; the plan must draw its units by counts.
 */
export function relabel_run(
  planAddress: usize,
  size: i32,
  first: i32,
  count: i32,
  out: usize,
  statuses: usize,
): Status {
  const plan = changetype<BootstrapPlan>(planAddress);
  if (plan.size != i32(offsetof<BootstrapPlan>())) return Status.BadRecord;
  const scope = mark();
  const units = plan.nunits;
  const bounds = alloc(integers(2));
  const order = alloc(integers(units));
  const counts = alloc(integers(units));
  const sums = alloc(doubles(plan.ncolumns + 1));
  if (exhausted()) return Status.OutOfMemory;
  setInt(bounds, 0, 0);
  setInt(bounds, 1, units);
  seed(u32(plan.seedLow), u32(plan.seedHigh));
  for (let r = 0; r < count; ++r) {
    permute(1, bounds, u32(first + r), false, order);
    for (let group = 0; group < 2; ++group) {
      for (let i = 0; i < units; ++i) {
        setInt(counts, placeOf(plan, getInt(order, i)), i32(i < size == (group == 0)));
      }
      sumLabelled(plan, counts, sums);
      estimateBatch(plan, 1, counts, sums, 0);
      const place = 2 * r + group;
      const to = addressOf(out, place * plan.width);
      for (let j = 0; j < plan.width; ++j) set(to, j, NaN);
      setInt(
        statuses,
        place,
        call_indirect<i32>(u32(plan.writeReplicate), plan.state, counts, sums, to),
      );
    }
  }
  release(scope);
  return Status.Ok;
}

/** sums := the sums over the units that count, followed by a 0. */
function sumLabelled(plan: BootstrapPlan, counts: usize, sums: usize): void {
  for (let c = 0; c < plan.ncolumns; ++c) {
    let sum: f64 = 0;
    for (let i = 0; i < plan.nunits; ++i) {
      if (getInt(counts, i) != 0) sum += unitValue(plan, i, c);
    }
    set(sums, c, sum);
  }
  set(sums, plan.ncolumns, 0);
}
