/**
 * The replicate loop, one batch of replicates at a time. It draws their weights, forms their weighted sums by one
 * matrix product or from shared tables, and lets the estimator's `writeReplicate` turn each into numbers.
 *
 * Replicate r depends on (seed, r) only, and the sum over units has one order. So neither batch, chunk nor worker
 * changes a bit.
 */
import { Batch, Draw } from '../codes';
import { alloc, allocGrid, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, getInt, integers, set, setInt } from '../memory/layout';
import { BootstrapPlan } from '../memory/records';
import { Status } from '../status';
import { dgemmPanels } from '../blas/panel-product';
import { DrawnSums, drawnSums, openDrawnSums } from '../blas/drawn-sums';
import { pack, padded, rectangleEntry, rectanglePanel } from '../blas/panels';
import { rangedEntry, wholeRanges } from '../blas/ranged-panels';
import { signedSums, signedSumsWork } from '../blas/signed-sums';
import { seed } from '../random/philox';
import { drawWeights, drawsMultipliers } from '../random/weights';

/**
 * Replicates of a batch if multipliers are signs, because the tables of their sums cost the same for any number; and
 * the doubles that draws and sums of such a batch may occupy.
 */
const SIGNS: i32 = 512;
const SIGN_SIZE: i32 = 1 << 20;

/** Bytes of columns that fit into the caches, and the replicates of a batch if they fit. */
const CACHED: i32 = 1 << 22;
const CACHED_BATCH: i32 = 16;

/**
 * Computes replicates first .. first + count - 1 of a prepared bootstrap. `out` receives count x width doubles,
 * `statuses` count integers: a `Status`, plus `ReplicateStatus.Singular` if a Moore-Penrose inverse was used.
 */
export function bootstrap_run(
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
  const sumWidth = padded(plan.ncolumns + 1);
  const signs = plan.draw == Draw.Rademacher;
  const multipliers = drawsMultipliers(plan.draw);
  const drawBytes = multipliers ? doubles(units) : integers(units);
  const batch = batchOf(plan);
  // Counted in 64 bits: a batch of more than 8 million units exceeds 4 GiB.
  const draws = allocGrid(batch, multipliers ? units : (units + 1) >> 1);
  const drawn = alloc(plan.places == 0 ? 0 : drawBytes);
  const work = openWork(plan, batch);
  const sums = alloc(doubles(batch * sumWidth));
  if (exhausted()) return Status.OutOfMemory;
  seed(u32(plan.seedLow), u32(plan.seedHigh));
  for (let done = 0; done < count; done += batch) {
    const size = min(batch, count - done);
    const ndraws = signs || plan.tables ? size : padded(size);
    for (let b = 0; b < ndraws; ++b) {
      const weights = draws + usize(b) * drawBytes;
      const to = plan.places == 0 ? weights : drawn;
      drawWeights(plan.draw, units, u32(first + done + b), plan.length, plan.drawTable, to);
      if (plan.places != 0) putInPlace(plan, drawn, weights);
    }
    memory.fill(sums, 0, doubles(size * sumWidth));
    sumWeighted(plan, size, draws, work, sums);
    estimateBatch(plan, size, draws, sums, sumWidth);
    for (let b = 0; b < size; ++b) {
      const replicateSums = sums + doubles(b * sumWidth);
      const to = addressOf(out, (done + b) * plan.width);
      for (let j = 0; j < plan.width; ++j) set(to, j, NaN);
      const counts = draws + usize(b) * drawBytes;
      setInt(
        statuses,
        done + b,
        call_indirect<i32>(u32(plan.writeReplicate), plan.state, counts, replicateSums, to),
      );
    }
  }
  release(scope);
  return Status.Ok;
}

/**
 * Returns the number of replicates of a batch. It is small if the columns fit into the caches and the weights of a full
 * batch would be larger than the columns. With 20 columns of 4,000 units: 18.0 us per replicate before, 16.4 us after;
 * of 8,000 units: 43 us before, 34 us after.
 */
function batchOf(plan: BootstrapPlan): i32 {
  const numbers = plan.nunits + padded(plan.ncolumns + 1);
  if (plan.draw == Draw.Rademacher) return max(Batch.Replicates, min(SIGNS, SIGN_SIZE / numbers));
  const few = plan.ncolumns <= min(Batch.Replicates, CACHED / 8 / plan.nunits);
  return few && !plan.tables ? CACHED_BATCH : Batch.Replicates;
}

/** Allocates the workspace of `sumWeighted`. */
function openWork(plan: BootstrapPlan, batch: i32): usize {
  const units = plan.nunits;
  if (plan.draw == Draw.Rademacher) return alloc(signedSumsWork(batch, units));
  if (!plan.tables) return allocGrid(batch, units);
  const ranges = plan.ranges == 0 ? wholeRanges(units, plan.ncolumns) : plan.ranges;
  if (exhausted()) return 0;
  return changetype<usize>(openDrawnSums(batch, units, units, plan.columns, ranges));
}

/** sums := the weighted sums of `size` replicates. */
function sumWeighted(plan: BootstrapPlan, size: i32, draws: usize, work: usize, sums: usize): void {
  const units = plan.nunits;
  const columns = plan.columns;
  const stride = padded(plan.ncolumns + 1);
  if (plan.draw == Draw.Rademacher) {
    signedSums(size, plan.ncolumns, units, draws, columns, sums, stride, work);
  } else if (plan.tables) {
    drawnSums(changetype<DrawnSums>(work), size, plan.ncolumns, units, draws, sums, stride);
  } else {
    if (drawsMultipliers(plan.draw)) pack(units, padded(size), draws, 1, units, units, work);
    else packCounts(units, padded(size), draws, work);
    dgemmPanels(size, plan.ncolumns, units, work, columns, sums, stride);
  }
}

/** out := the counts of the units, each at the unit's row of the columns. */
function putInPlace(plan: BootstrapPlan, counts: usize, out: usize): void {
  for (let i = 0; i < plan.nunits; ++i) setInt(out, getInt(plan.places, i), getInt(counts, i));
}

/** Returns the row of a unit in the columns. */
export function placeOf(plan: BootstrapPlan, unit: i32): i32 {
  return plan.places == 0 ? unit : getInt(plan.places, unit);
}

/** Returns column c of the unit in a row. */
export function unitValue(plan: BootstrapPlan, row: i32, c: i32): f64 {
  if (plan.ranges == 0) return load<f64>(rectangleEntry(plan.columns, plan.nunits, row, c));
  const place = rangedEntry(plan.columns, plan.ranges, row, c);
  return place == 0 ? 0 : load<f64>(place);
}

/** Calls the estimator's `estimateBatch`, if it has one, before its replicates are written. */
export function estimateBatch(
  plan: BootstrapPlan,
  count: i32,
  draws: usize,
  sums: usize,
  stride: i32,
): void {
  if (plan.estimateBatch == 0) return;
  call_indirect<void>(u32(plan.estimateBatch), plan.state, count, draws, sums, stride);
}

/** out := the counts of `size` replicates, a multiple of 4, as doubles in panels. */
function packCounts(units: i32, size: i32, counts: usize, out: usize): void {
  for (let b = 0; b < size; b += 2) {
    const left = counts + integers(b * units);
    const right = left + integers(units);
    interleaveCounts(units, left, right, rectanglePanel(out, units, b >> 2) + doubles(b & 3));
  }
}

/**
 * Interleaves two replicates, four units at a time, so that a panel goes through the cache twice instead of four times.
 */
function interleaveCounts(units: i32, left: usize, right: usize, to: usize): void {
  for (const end = left + integers(units & ~3); left < end; left += 16) {
    const x = v128.load(left);
    const y = v128.load(right);
    v128.store(to, f64x2.convert_low_i32x4_s(v128.shuffle<i32>(x, y, 0, 4, 0, 4)));
    v128.store(to, f64x2.convert_low_i32x4_s(v128.shuffle<i32>(x, y, 1, 5, 1, 5)), 32);
    v128.store(to, f64x2.convert_low_i32x4_s(v128.shuffle<i32>(x, y, 2, 6, 2, 6)), 64);
    v128.store(to, f64x2.convert_low_i32x4_s(v128.shuffle<i32>(x, y, 3, 7, 3, 7)), 96);
    right += 16;
    to += 128;
  }
  for (let i = 0; i < (units & 3); ++i) {
    set(to, 4 * i, f64(getInt(left, i)));
    set(to, 4 * i + 1, f64(getInt(right, i)));
  }
}
