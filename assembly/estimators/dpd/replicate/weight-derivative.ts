/**
 * The derivative of S2 a with respect to the one-step estimate, summed over the units of a replicate, w_i the number of
 * draws:
 *
 *   B = sum w_i (s_i Q_i + g_i c_i'), c_i = Q_i'a, s_i = g_i'a = q_i'a - c_i'b1
 *
 * (`moments/moment-block.ts`). It is computed for all replicates of a batch, from the rows of the units
 * (`unit-derivative.ts`). A centre d of the moments (`two-step-weight.ts`) subtracts d'a sum w_i Q_i + d (sum w_i c_i)'
 * from B.
 */
import { Batch } from '../../../codes';
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { padded, rectangleEntry, rectangleSize } from '../../../blas/panels';
import { ReplicateState, hasSecond, setFactors } from './state';
import { openDerivativeRows, unitRows } from './derivative-rows';
import { Derivative, addUnit, findProducts } from './unit-derivative';
import { Model } from '../model/model';

/**
 * Units whose rows stay in the first-level cache from one replicate to the next: 27 KB at 42 instruments and 8
 * parameters.
 */
const GROUP: i32 = 12;

/** i32, 2 (GROUP + 1): the drawn units of a group, and their numbers of draws. */
// @ts-ignore: decorator
@lazy
const DRAWN: usize = memory.data(104, 16);

/** Allocates the derivative; check `exhausted()` afterwards. */
export function openDerivative(model: Model, state: ReplicateState): Derivative {
  const derivative = changetype<Derivative>(alloc(offsetof<Derivative>()));
  if (exhausted()) return derivative;
  const rows = openDerivativeRows(model, state.moments);
  derivative.rows = rows;
  derivative.sums = allocMatrix(Batch.Replicates, rectangleSize(padded(state.n), state.k));
  derivative.vectors = allocMatrix(padded(state.n), Batch.Replicates);
  derivative.bytes = doubles(state.k);
  derivative.width = doubles(padded(state.k));
  derivative.panel = doubles(4 * padded(state.n));
  derivative.factors = state.factors;
  derivative.c = allocZeroed(derivative.width);
  derivative.residuals = alloc(doubles(rows.most));
  derivative.stride = doubles(4 * (rows.most + 1));
  derivative.products = alloc(derivative.stride * GROUP);
  return derivative;
}

/** Makes replicate b of the batch the current one. */
export function selectDerivative(derivative: Derivative, state: ReplicateState, b: i32): void {
  const rows = padded(state.n);
  derivative.sum = addressOf(derivative.sums, b * rectangleSize(rows, state.k));
  derivative.a = rectangleEntry(derivative.vectors, rows, 0, b);
}

/** Computes B of those of `count` replicates that have a two-step estimate; `draws` holds nunits counts for each. */
export function sumDerivatives(
  derivative: Derivative,
  state: ReplicateState,
  count: i32,
  draws: usize,
): void {
  memory.fill(derivative.sums, 0, doubles(count * rectangleSize(padded(state.n), state.k)));
  for (let from = 0; from < state.nunits; from += GROUP) {
    const to = min(state.nunits, from + GROUP);
    for (let b = 0; b < count; ++b) {
      selectDerivative(derivative, state, b);
      if ((b & 3) == 0) findGroup(derivative, from, to);
      if (!hasSecond(state, b)) continue;
      setFactors(state, addressOf(state.firsts, b * (state.k + 1)));
      addGroup(
        derivative,
        draws + integers(b * state.nunits),
        from,
        to,
        addressOf(derivative.products, b & 3),
      );
    }
  }
  if (state.shift == 0) return;
  for (let b = 0; b < count; ++b) centreDerivative(derivative, state, b);
}

/** Computes the products of the units from .. to - 1 for the current replicate and the three after it. */
function findGroup(derivative: Derivative, from: i32, to: i32): void {
  let products = derivative.products;
  for (let i = from; i < to; ++i) {
    findProducts(derivative, unitRows(derivative.rows, i), products);
    products += derivative.stride;
  }
}

/**
 * B += the terms of the units from .. to - 1 that were drawn, listed without a branch, which the processor would
 * mispredict.
 */
function addGroup(
  derivative: Derivative,
  counts: usize,
  from: i32,
  to: i32,
  products: usize,
): void {
  let past = DRAWN;
  for (let i = from; i < to; ++i) {
    const count = getInt(counts, i);
    setInt(past, 0, i);
    setInt(past, 1, count);
    past += usize(count > 0) << 3;
  }
  for (let drawn = DRAWN; drawn < past; drawn += 8) {
    const i = getInt(drawn, 0);
    const u = products + usize(i - from) * derivative.stride;
    addUnit(derivative, unitRows(derivative.rows, i), f64(getInt(drawn, 1)), u);
  }
}

/** B -= d'a A + d (A'a)' for replicate b, with A = sum w_i Q_i. */
function centreDerivative(derivative: Derivative, state: ReplicateState, b: i32): void {
  const rows = padded(state.n);
  const raw = addressOf(state.raws, b * rectangleSize(rows, state.k + 1));
  selectDerivative(derivative, state, b);
  const centred = productWith(derivative, rows, state.centre, 1);
  for (let j = 0; j < state.k; ++j) {
    const column = rectangleEntry(raw, rows, 0, j);
    const to = rectangleEntry(derivative.sum, rows, 0, j);
    const factor = productWith(derivative, rows, column, 4);
    for (let l = 0; l < rows; ++l) {
      const change = centred * get(column, 4 * l) + factor * get(state.centre, l);
      set(to, 4 * l, get(to, 4 * l) - change);
    }
  }
}

/** Returns a'x; the elements of x are `stride` doubles apart. */
function productWith(derivative: Derivative, n: i32, x: usize, stride: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) sum += get(derivative.a, 4 * i) * get(x, i * stride);
  return sum;
}
