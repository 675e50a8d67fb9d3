/**
 * The derivative of S2 a by the one-step estimate, summed over the units of a replicate, w_i times drawn:
 *
 *   B = sum w_i (s_i Q_i + g_i c_i'), c_i = Q_i'a, s_i = g_i'a = q_i'a - c_i'b1
 *
 * (`estimators/dpd/moments/moment-block.ts`), for all replicates of a batch, from the rows of the units (`unit-derivative.ts`). A centre
 * d of the moments (`two-step-weight.ts`) takes d'a sum w_i Q_i + d (sum w_i c_i)' off B.
 */
import { Batch } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { at, doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { padded, rectangleEntry, rectangleSize } from '../../../blas/panels';
import { Blocks, hasSecond, setFactors } from './state';
import { openDerivativeRows, unitRows } from './derivative-rows';
import { Derivative, addUnit, findProducts } from './unit-derivative';
import { Model } from '../model/model';

/** Units whose rows stay in the first cache from one replicate to the next: 27 KB at 42 instruments and 8 parameters. */
const GROUP: i32 = 12;

/** i32, 2 (GROUP + 1): the units of a group that were drawn, and how often. */
// @ts-ignore: decorator
@lazy
const DRAWN: usize = memory.data(104, 16);

/** Check `exhausted()` afterwards. */
export function openDerivative(model: Model, blocks: Blocks): Derivative {
  const own = changetype<Derivative>(alloc(offsetof<Derivative>()));
  if (exhausted()) return own;
  const rows = openDerivativeRows(model, blocks.moments);
  own.rows = rows;
  own.sums = allocMatrix(Batch.Replicates, rectangleSize(padded(blocks.n), blocks.k));
  own.vectors = allocMatrix(padded(blocks.n), Batch.Replicates);
  own.bytes = doubles(blocks.k);
  own.width = doubles(padded(blocks.k));
  own.panel = doubles(4 * padded(blocks.n));
  own.factors = blocks.factors;
  own.c = allocZeroed(own.width);
  own.residuals = alloc(doubles(rows.most));
  own.stride = doubles(4 * (rows.most + 1));
  own.products = alloc(own.stride * GROUP);
  return own;
}

/** Replicate b of the batch is the one at hand. */
export function selectDerivative(own: Derivative, blocks: Blocks, b: i32): void {
  const rows = padded(blocks.n);
  own.sum = at(own.sums, b * rectangleSize(rows, blocks.k));
  own.a = rectangleEntry(own.vectors, rows, 0, b);
}

/** The B of `count` replicates with a two-step estimate, into their slots; `draws` holds nunits counts each. */
export function sumDerivatives(own: Derivative, blocks: Blocks, count: i32, draws: usize): void {
  memory.fill(own.sums, 0, doubles(count * rectangleSize(padded(blocks.n), blocks.k)));
  for (let from = 0; from < blocks.nunits; from += GROUP) {
    const to = min(blocks.nunits, from + GROUP);
    for (let b = 0; b < count; ++b) {
      selectDerivative(own, blocks, b);
      if ((b & 3) == 0) findGroup(own, from, to);
      if (!hasSecond(blocks, b)) continue;
      setFactors(blocks, at(blocks.firsts, b * (blocks.k + 1)));
      addGroup(own, draws + integers(b * blocks.nunits), from, to, at(own.products, b & 3));
    }
  }
  if (blocks.shift == 0) return;
  for (let b = 0; b < count; ++b) centreDerivative(own, blocks, b);
}

/** Products of the units from .. to - 1 for the replicate at hand and the three after it. */
function findGroup(own: Derivative, from: i32, to: i32): void {
  let products = own.products;
  for (let i = from; i < to; ++i) {
    findProducts(own, unitRows(own.rows, i), products);
    products += own.stride;
  }
}

/** B += the units from .. to - 1 that were drawn, listed without a branch that the processor could guess wrong. */
function addGroup(own: Derivative, counts: usize, from: i32, to: i32, products: usize): void {
  let past = DRAWN;
  for (let i = from; i < to; ++i) {
    const count = getInt(counts, i);
    setInt(past, 0, i);
    setInt(past, 1, count);
    past += usize(count > 0) << 3;
  }
  for (let drawn = DRAWN; drawn < past; drawn += 8) {
    const i = getInt(drawn, 0);
    const u = products + usize(i - from) * own.stride;
    addUnit(own, unitRows(own.rows, i), f64(getInt(drawn, 1)), u);
  }
}

/** B of replicate b -= d'a A + d (A'a)', A = sum w_i Q_i. */
function centreDerivative(own: Derivative, blocks: Blocks, b: i32): void {
  const rows = padded(blocks.n);
  const raw = at(blocks.raws, b * rectangleSize(rows, blocks.k + 1));
  selectDerivative(own, blocks, b);
  const centred = productWith(own, rows, blocks.centre, 1);
  for (let j = 0; j < blocks.k; ++j) {
    const column = rectangleEntry(raw, rows, 0, j);
    const to = rectangleEntry(own.sum, rows, 0, j);
    const factor = productWith(own, rows, column, 4);
    for (let l = 0; l < rows; ++l) {
      const change = centred * get(column, 4 * l) + factor * get(blocks.centre, l);
      set(to, 4 * l, get(to, 4 * l) - change);
    }
  }
}

/** a'x, the elements of x `stride` doubles apart. */
function productWith(own: Derivative, n: i32, x: usize, stride: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) sum += get(own.a, 4 * i) * get(x, i * stride);
  return sum;
}
