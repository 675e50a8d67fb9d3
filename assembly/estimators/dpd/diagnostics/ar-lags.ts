/**
 * The sums for the tests of serial correlation (`ar-tests.ts`) from slices (`slices/slices.ts`). With x, e the
 * regressors and residual of a row, and e(-m) the residual of the same unit m periods before,
 *
 *   r_i = sum e e(-m) over the rows of unit i          q = sum x e(-m)
 *
 * Orders 1 and 2 of 140 units, unit by unit from the compact rows: 16 us before, 9 us after.
 */
import {
  addressOf,
  doubles,
  get,
  getInt,
  integers,
  set,
  setInt,
  setFour,
} from '../../../memory/layout';
import { daxpy } from '../../../blas/level1';
import { TILE } from '../../../blas/micro';
import { panelCount, rectangleEntry, rectanglePanel } from '../../../blas/panels';
import { ArWorkspace, SUMS } from './ar-workspace';
import { addToUnits } from '../slices/derivative';
import { enterResiduals, multiplyVector } from '../slices/moments';
import {
  Slices,
  chunkStart,
  chunkUnits,
  sliceResiduals,
  sliceRows,
  sliceUnits,
} from '../slices/slices';

/**
 * Adds the rows of one block of the stack, which starts at row `first`, to the sums `out` of order m, to its q and to
 * its r_i. The outcome is one of the x, so r_i is the term of unit i in q times (-b, 1).
 */
export function addLags(
  slices: Slices,
  first: i32,
  params: usize,
  m: i32,
  workspace: ArWorkspace,
  out: usize,
): void {
  const model = slices.model;
  const sums = addressOf(out, SUMS * (m - 1));
  const periods = workspace.periods + integers(2 * (m - 1));
  const q = addressOf(workspace.q, (m - 1) * model.k);
  const marks = slices.v;
  for (let c = 0; c < slices.nchunks; ++c) {
    const nunits = chunkUnits(slices, c);
    enterResiduals(slices, c, params);
    memory.fill(slices.c, 0, usize(slices.width * slices.nunits) << 5);
    memory.fill(marks, 0, doubles(nunits));
    for (let t = m; t < model.design.nperiods; ++t) {
      const pairs = lagRows(slices, first + t, m, marks);
      if (pairs == 0) continue;
      addToUnits(slices, first + t);
      set(sums, 1, get(sums, 1) + f64(pairs));
      if (getInt(periods, 0) < 0 || t < getInt(periods, 0)) setInt(periods, 0, t);
      setInt(periods, 1, max(t, getInt(periods, 1)));
    }
    multiplyVector(slices.nunits, slices.width, slices.c, slices.contrast, slices.s);
    let to = rectangleEntry(workspace.products, model.nentering, chunkStart(slices, c), m - 1);
    for (let u = 0; u < nunits; ++u) {
      const r = get(slices.s, u);
      store<f64>(to, r);
      to += 32;
      set(sums, 0, get(sums, 0) + r);
      set(sums, 2, get(sums, 2) + get(marks, u));
      set(sums, 3, get(sums, 3) + r * r);
    }
    addTotals(slices, nunits, q);
  }
}

/** q += the sum of c over the units of a chunk. */
function addTotals(slices: Slices, nunits: i32, q: usize): void {
  const k = slices.model.k;
  for (let p = 0; p < panelCount(k); ++p) {
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    let c = rectanglePanel(slices.c, slices.nunits, p);
    for (const end = c + (usize(nunits) << 5); c < end; c += 32) {
      low = f64x2.add(low, v128.load(c));
      high = f64x2.add(high, v128.load(c, 16));
    }
    setFour(TILE, low, high);
    daxpy(min(4, k - 4 * p), 1, TILE, addressOf(q, 4 * p));
  }
}

/**
 * slices.products := the residuals of the units of slice r m periods before, 0 if a unit has none. Marks the units that
 * have such a residual and returns their number.
 */
function lagRows(slices: Slices, r: i32, m: i32, marks: usize): i32 {
  const units = sliceUnits(slices, r);
  const before = sliceUnits(slices, r - m);
  const e = sliceResiduals(slices, r - m);
  const lags = slices.s;
  // With every bit set a double is NaN.
  memory.fill(lags, 0xff, doubles(slices.nunits));
  const earlier = sliceRows(slices, r - m);
  for (let i = 0; i < earlier; ++i) set(lags, getInt(before, i), get(e, i));
  const rows = sliceRows(slices, r);
  const products = slices.products;
  let pairs = 0;
  for (let i = 0; i < rows; ++i) {
    const u = getInt(units, i);
    const lag = get(lags, u);
    const computed = lag == lag;
    set(products, i, computed ? lag : 0);
    if (!computed) continue;
    set(marks, u, 1);
    ++pairs;
  }
  return pairs;
}
