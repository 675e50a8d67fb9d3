/**
 * Removes the effects of categories from the columns of a regression, in place: x := (I - P) x, P the weighted
 * projection on the dummies of all levels. One dimension needs only its means; several iterate (`conjugate.ts`). With a
 * constant in the regression the overall mean is added back, so that the constant is the average effect, as in Stata's
 * xtreg, fe and areg.
 *
 * In addition to the design it needs memory for a block of two columns and for the levels.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, get, integers, set, setInt } from '../../memory/layout';
import { PanelFit, PanelOptions } from '../../memory/records';
import { Status } from '../../status';
import { Columns, columnAddress } from '../columns';
import { meanOf } from '../variation';
import { removeEffects } from './conjugate';
import { Effects, LANES, lanes, openEffects } from './effects';
import { Iteration, openIterations } from './iteration';

/**
 * A column has no variation left if it keeps less than this share of its standard deviation. The limit is above what
 * the iterations' tolerance leaves of a column that the effects explain completely.
 */
const VARIATION: f64 = 1e-8;

/**
 * Removes the effects from every column but the constant. A column without variation within the levels is left
 * constant; `RankDeficient` marks the required ones in `fit.vanished` and has the first in `fit.detail`. `NotConverged`
 * names the first column of the block that did not converge.
 */
export function absorb(columns: Columns, options: PanelOptions, fit: PanelFit): Status {
  fit.vanished = allocZeroed(integers(columns.k));
  const scope = mark();
  const effects = changetype<Effects>(alloc(offsetof<Effects>()));
  const iteration = changetype<Iteration>(alloc(offsetof<Iteration>()));
  const block = alloc(doubles(LANES * columns.nrows));
  const pair = openPair();
  if (exhausted()) return Status.OutOfMemory;
  effects.weights = columns.weights;
  if (!openEffects(effects, columns.nrows, options)) return Status.OutOfMemory;
  openIterations(iteration, options.maxIterations, options.tolerance, true);
  let status = Status.Ok;
  let first = -1;
  const count = columns.constant < 0 ? columns.k + 1 : columns.k;
  for (let from = 0; from < count; from += LANES) {
    const to = min(from + LANES, count);
    gather(columns, from, to, block, pair);
    fit.detail = placeOf(columns, from);
    status = removeEffects(effects, iteration, block);
    if (status != Status.Ok) break;
    const vanished = scatter(columns, from, to, block, fit.vanished, pair);
    if (first < 0) first = vanished;
  }
  fit.iterations = iteration.count;
  release(scope);
  if (status != Status.Ok || first < 0) return status;
  fit.detail = first;
  return Status.RankDeficient;
}

/** Returns the i-th column, not counting the constant. */
function placeOf(columns: Columns, i: i32): i32 {
  return columns.constant >= 0 && i >= columns.constant ? i + 1 : i;
}

/** Two columns of a block; the second is the first again if there is no other. */
@unmanaged
class Pair {
  left: usize;
  right: usize;
  /** f64, 2: means, and sums of squares about them. */
  means: usize;
  squares: usize;
}

function openPair(): Pair {
  const pair = changetype<Pair>(alloc(offsetof<Pair>()));
  const means = alloc(doubles(LANES));
  const squares = alloc(doubles(LANES));
  if (squares == 0) return pair;
  pair.means = means;
  pair.squares = squares;
  return pair;
}

/** Copies columns from .. to - 1, minus their means, into the block. */
function gather(columns: Columns, from: i32, to: i32, block: usize, pair: Pair): void {
  const n = columns.nrows;
  pair.left = columnAddress(columns, placeOf(columns, from));
  pair.right = columnAddress(columns, placeOf(columns, to - 1));
  set(pair.means, 0, meanOf(n, pair.left, columns.weights));
  set(pair.means, 1, meanOf(n, pair.right, columns.weights));
  const means = v128.load(pair.means);
  for (let row = 0; row < n; ++row) {
    const left = f64x2.splat(get(pair.left, row));
    const x = f64x2.replace_lane(left, 1, get(pair.right, row));
    v128.store(lanes(block, row), f64x2.sub(x, means));
  }
  v128.store(pair.squares, squaresOf(columns, block));
}

/** Weighted sums of squares of a block's columns. */
function squaresOf(columns: Columns, block: usize): v128 {
  let sum = f64x2.splat(0);
  for (let row = 0; row < columns.nrows; ++row) {
    const weight = f64x2.splat(columns.weights == 0 ? 1 : get(columns.weights, row));
    const x = v128.load(lanes(block, row));
    sum = f64x2.add(sum, f64x2.mul(weight, f64x2.mul(x, x)));
  }
  return sum;
}

/**
 * Copies the block back into the columns, with the overall mean if there is a constant. Marks required columns without
 * variation in `vanished` and returns the first, or -1.
 */
function scatter(
  columns: Columns,
  from: i32,
  to: i32,
  block: usize,
  vanished: usize,
  pair: Pair,
): i32 {
  const after = squaresOf(columns, block);
  let first = -1;
  for (let i = from; i < to; ++i) {
    const place = placeOf(columns, i);
    const isRight = i > from;
    const rest = isRight ? f64x2.extract_lane(after, 1) : f64x2.extract_lane(after, 0);
    const varies = place == columns.k || rest > VARIATION * VARIATION * get(pair.squares, i - from);
    const average = columns.constant >= 0 ? get(pair.means, i - from) : 0;
    spread(
      columns.nrows,
      block + doubles(i - from),
      varies ? 1 : 0,
      average,
      isRight ? pair.right : pair.left,
    );
    if (varies || place >= columns.required) continue;
    setInt(vanished, place, 1);
    if (first < 0) first = place;
  }
  return first;
}

/** column := share * lane + average. */
function spread(n: i32, lane: usize, share: f64, average: f64, column: usize): void {
  for (let row = 0; row < n; ++row) {
    set(column, row, share * get(lane, LANES * row) + average);
  }
}
