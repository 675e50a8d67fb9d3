/**
 * The term of one unit, drawn w times, in the derivative of S2 a (`weight-derivative.ts`), from its rows
 * (`derivative-rows.ts`):
 *
 *   e = y - x'b,   u = z'a,   s = sum u e = sum u y - c'b,   c = sum u x,   B += sum z v',  v = w s x + e w c
 *
 * Decision: one drawn unit at a time instead of products of panels, which also include units that are not drawn and
 * need all g_i again, two products per instrument where z v' is one. Standard errors per replicate with 1,000 units, 47
 * instruments and 8 parameters: 189 us before, 106 us after. Eight columns at a time share values and factors; two at a
 * time take 190 us. The steps are separate functions: inlined into one they exhaust the registers (126 us).
 */
import { multiplyAdd } from '../../../arithmetic/multiply-add';
import { ddot } from '../../../blas/level1';
import { doubles, getInt, setFour } from '../../../memory/layout';
import { DerivativeRows, HEAD, VALUE, outcomesOf, valuesOf } from './derivative-rows';


@unmanaged
export class Derivative {
  rows: DerivativeRows;
  /** f64, per replicate of a batch: B, panels of padded(L) rows x K. */
  sums: usize;
  /** f64, panels of padded(L) rows: a, one column per replicate of a batch. */
  vectors: usize;
  /** B of the current replicate, and its a, one element in every fourth double. */
  sum: usize;
  a: usize;
  /** Bytes of K doubles, of a row of regressors, and of a panel of B. */
  bytes: usize;
  width: usize;
  panel: usize;
  /** f64, padded(K): -b, with any value where rows have zeros; and w c. */
  factors: usize;
  c: usize;
  /** f64, rows of a unit: e. */
  residuals: usize;
  /** f64, per unit of a group: the output of `findProducts`; and the bytes from one unit to the next. */
  products: usize;
  stride: usize;
}

/** out := u'y, then u of the rows, for four replicates side by side; their a is interleaved from `derivative.a` on. */
export function findProducts(derivative: Derivative, unit: usize, out: usize): void {
  const a = derivative.a;
  let left = f64x2.splat(0);
  let right = f64x2.splat(0);
  let y = outcomesOf(unit);
  let z = valuesOf(unit);
  let u = out + 32;
  const past = u + (usize(getInt(unit, 0)) << 5);
  for (; u < past; u += 32) {
    let instrument = 0;
    let low = f64x2.splat(0);
    let high = f64x2.splat(0);
    do {
      const value = v128.load_splat<f64>(z);
      instrument = load<i32>(z, 8);
      const from = a + usize(instrument & ~1);
      low = multiplyAdd(value, v128.load(from), low);
      high = multiplyAdd(value, v128.load(from, 16), high);
      z += VALUE;
    } while (!(instrument & 1));
    setFour(u, low, high);
    const outcome = v128.load_splat<f64>(y);
    left = multiplyAdd(outcome, low, left);
    right = multiplyAdd(outcome, high, right);
    y += 8;
  }
  setFour(out, left, right);
}

/** B += z v' of a unit; `u` is the output of `findProducts` for one replicate. */
export function addUnit(derivative: Derivative, unit: usize, weight: f64, u: usize): void {
  const bytes = derivative.bytes;
  for (let j: usize = 0; j < bytes; j += j + 32 < bytes ? 64 : 16) {
    project(derivative, unit, j, weight, u);
  }
  const s =
    weight * load<f64>(u) + ddot(i32(derivative.width >> 3), derivative.c, derivative.factors);
  let j: usize = 0;
  for (; j + 32 < bytes; j += 64) spreadEight(derivative, unit, j, s);
  for (; j < bytes; j += 16) spreadTwo(derivative, unit, j, s);
}

/** derivative.c := w c and derivative.residuals := e, for eight or two columns that start j bytes into a row. */
function project(derivative: Derivative, unit: usize, j: usize, weight: f64, u: usize): void {
  const width = derivative.width;
  const eight = j + 32 < derivative.bytes;
  const b = derivative.factors + j;
  const b0 = v128.load(b);
  const b1 = v128.load(b, 16);
  const b2 = v128.load(b, 32);
  const b3 = v128.load(b, 48);
  let c0 = f64x2.splat(0);
  let c1 = f64x2.splat(0);
  let c2 = f64x2.splat(0);
  let c3 = f64x2.splat(0);
  let e = derivative.residuals;
  let from = j == 0 ? outcomesOf(unit) : e;
  let x = unit + HEAD + j;
  const past = e + doubles(getInt(unit, 0));
  for (; e < past; e += 8) {
    u += 32;
    const factor = v128.load_splat<f64>(u);
    const x0 = v128.load(x);
    c0 = multiplyAdd(factor, x0, c0);
    let dot = f64x2.mul(b0, x0);
    if (eight) {
      const x1 = v128.load(x, 16);
      const x2 = v128.load(x, 32);
      const x3 = v128.load(x, 48);
      c1 = multiplyAdd(factor, x1, c1);
      c2 = multiplyAdd(factor, x2, c2);
      c3 = multiplyAdd(factor, x3, c3);
      dot = multiplyAdd(b1, x1, dot);
      dot = f64x2.add(dot, multiplyAdd(b3, x3, f64x2.mul(b2, x2)));
    }
    store<f64>(e, load<f64>(from) + (f64x2.extract_lane(dot, 0) + f64x2.extract_lane(dot, 1)));
    from += 8;
    x += width;
  }
  const w = f64x2.splat(weight);
  const c = derivative.c + j;
  v128.store(c, f64x2.mul(w, c0));
  if (!eight) return;
  v128.store(c, f64x2.mul(w, c1), 16);
  v128.store(c, f64x2.mul(w, c2), 32);
  v128.store(c, f64x2.mul(w, c3), 48);
}

function spreadEight(derivative: Derivative, unit: usize, j: usize, s: f64): void {
  spread(true, derivative, unit, j, s);
}

function spreadTwo(derivative: Derivative, unit: usize, j: usize, s: f64): void {
  spread(false, derivative, unit, j, s);
}

/** B += z v' with s = w s of the unit, for eight or two columns that start j bytes into a row. */
// @ts-ignore: decorator
@inline
function spread(eight: bool, derivative: Derivative, unit: usize, j: usize, scale: f64): void {
  const width = derivative.width;
  const panel = derivative.panel;
  const sum = derivative.sum + (j >> 5) * panel + (eight ? 0 : j & 31);
  const c = derivative.c + j;
  const c0 = v128.load(c);
  const c1 = eight ? v128.load(c, 16) : c0;
  const c2 = eight ? v128.load(c, 32) : c0;
  const c3 = eight ? v128.load(c, 48) : c0;
  const s = f64x2.splat(scale);
  let x = unit + HEAD + j;
  let z = valuesOf(unit);
  let from = derivative.residuals;
  const past = from + doubles(getInt(unit, 0));
  for (; from < past; from += 8) {
    const e = v128.load_splat<f64>(from);
    const v0 = multiplyAdd(e, c0, f64x2.mul(s, v128.load(x)));
    const v1 = eight ? multiplyAdd(e, c1, f64x2.mul(s, v128.load(x, 16))) : v0;
    const v2 = eight ? multiplyAdd(e, c2, f64x2.mul(s, v128.load(x, 32))) : v0;
    const v3 = eight ? multiplyAdd(e, c3, f64x2.mul(s, v128.load(x, 48))) : v0;
    let instrument = 0;
    do {
      const value = v128.load_splat<f64>(z);
      instrument = load<i32>(z, 8);
      const to = sum + usize(instrument & ~1);
      const low = multiplyAdd(value, v0, v128.load(to));
      if (eight) {
        setFour(to, low, multiplyAdd(value, v1, v128.load(to, 16)));
        const next = to + panel;
        setFour(
          next,
          multiplyAdd(value, v2, v128.load(next)),
          multiplyAdd(value, v3, v128.load(next, 16)),
        );
      } else {
        v128.store(to, low);
      }
      z += VALUE;
    } while (!(instrument & 1));
    x += width;
  }
}
