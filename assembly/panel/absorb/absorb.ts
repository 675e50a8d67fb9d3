/**
 * Removes the effects of categories from the columns of a regression, in place: x := (I - P) x, P the weighted
 * projection on the dummies of all levels. One dimension needs only its means; several iterate (`conjugate.ts`). With a
 * constant in the regression the overall mean is added back, so that the constant is the average effect, as in Stata's
 * xtreg, fe and areg.
 *
 * In addition to the design it needs memory for a block of four columns and for the levels.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, get, integers, set, setInt } from '../../memory/layout';
import { PanelFit, PanelOptions } from '../../memory/records';
import { Status } from '../../status';
import { Columns, columnAddress } from '../columns';
import { meanOf, squaresAbout } from '../variation';
import { removeEffects } from './conjugate';
import { Effects, LANES, openEffects } from './effects';
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
  if (exhausted()) return Status.OutOfMemory;
  effects.weights = columns.weights;
  if (!openEffects(effects, columns.nrows, options)) return Status.OutOfMemory;
  openIterations(iteration, options.maxIterations, options.tolerance, true);
  let status = Status.Ok;
  let first = -1;
  const count = columns.constant < 0 ? columns.k + 1 : columns.k;
  for (let from = 0; from < count; from += LANES) {
    const to = min(from + LANES, count);
    gather(columns, from, to, block);
    fit.detail = placeOf(columns, from);
    status = removeEffects(effects, iteration, block);
    if (status != Status.Ok) break;
    const vanished = scatter(columns, from, to, block, fit.vanished);
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

/** Copies columns from .. to - 1, minus their means, into the block; lanes without a column are 0. */
function gather(columns: Columns, from: i32, to: i32, block: usize): void {
  const n = columns.nrows;
  memory.fill(block, 0, doubles(LANES * n));
  for (let i = from; i < to; ++i) {
    const column = columnAddress(columns, placeOf(columns, i));
    const mean = meanOf(n, column, columns.weights);
    const lane = block + doubles(i - from);
    for (let row = 0; row < n; ++row) set(lane, LANES * row, get(column, row) - mean);
  }
}

/**
 * Copies the block back into the columns, with the overall mean if there is a constant. Marks required columns without
 * variation in `vanished` and returns the first, or -1.
 */
function scatter(columns: Columns, from: i32, to: i32, block: usize, vanished: usize): i32 {
  const n = columns.nrows;
  let first = -1;
  for (let i = from; i < to; ++i) {
    const place = placeOf(columns, i);
    const column = columnAddress(columns, place);
    const mean = meanOf(n, column, columns.weights);
    const before = squaresAbout(n, column, columns.weights, mean);
    const average = columns.constant >= 0 ? mean : 0;
    const lane = block + doubles(i - from);
    for (let row = 0; row < n; ++row) set(column, row, get(lane, LANES * row));
    const after = squaresAbout(n, column, columns.weights, 0);
    const varies = place == columns.k || after > VARIATION * VARIATION * before;
    const share: f64 = varies ? 1 : 0;
    for (let row = 0; row < n; ++row) set(column, row, share * get(column, row) + average);
    if (varies || place >= columns.required) continue;
    setInt(vanished, place, 1);
    if (first < 0) first = place;
  }
  return first;
}
