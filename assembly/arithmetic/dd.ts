/**
 * Double-double arithmetic: a number held as the unevaluated sum of two doubles, about 106 bits.
 *
 * Decision: the two halves travel in the lanes of a v128, so that a double-double is an ordinary value: no records, no
 * memory, no globals for second results. With this precision every distribution here has relative errors of 1e-13 even
 * in a tail of 1e-300. There the logarithm of the tail needs an absolute error of 1e-16, although it is a sum of terms
 * of size 1e6 that cancel.
 *
 * Sums and products follow Dekker (1971) and Knuth; there is no fused multiply-add in WASM, so a product splits its
 * factors, which are therefore limited to 1e290 in size.
 */

export type DD = v128;

/** hi + lo, stored as given: |lo| is at most half a unit in the last place of hi. */
// @ts-ignore: decorator
@inline
export function pair(hi: f64, lo: f64): DD {
  return f64x2.replace_lane(f64x2.splat(hi), 1, lo);
}

/** The number a as a double-double. */
// @ts-ignore: decorator
@inline
export function widen(a: f64): DD {
  return pair(a, 0);
}

/** The double nearest to a. */
// @ts-ignore: decorator
@inline
export function high(a: DD): f64 {
  return f64x2.extract_lane(a, 0);
}

/** The lower half of a: what `high` omits. */
// @ts-ignore: decorator
@inline
export function low(a: DD): f64 {
  return f64x2.extract_lane(a, 1);
}

/** a + b exactly, where |a| >= |b|. */
// @ts-ignore: decorator
@inline
function orderedSum(a: f64, b: f64): DD {
  const sum = a + b;
  return pair(sum, b - (sum - a));
}

/** a + b exactly. */
// @ts-ignore: decorator
@inline
export function sum(a: f64, b: f64): DD {
  const total = a + b;
  const shadow = total - a;
  return pair(total, a - (total - shadow) + (b - shadow));
}

/** a * b exactly. */
export function product(a: f64, b: f64): DD {
  const splitter: f64 = 134217729; // 2^27 + 1
  const scaledA = splitter * a;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = splitter * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  const value = a * b;
  return pair(value, highA * highB - value + highA * lowB + lowA * highB + lowA * lowB);
}

/** a + b. The high halves are summed in one lane and the low halves in the other. */
export function add(a: DD, b: DD): DD {
  const totals = f64x2.add(a, b);
  const shadows = f64x2.sub(totals, a);
  const errors = f64x2.add(f64x2.sub(a, f64x2.sub(totals, shadows)), f64x2.sub(b, shadows));
  const leading = high(totals);
  const trailing = high(errors) + low(totals);
  const partial = leading + trailing;
  return orderedSum(partial, trailing - (partial - leading) + low(errors));
}

/** a + b for a plain double a, |a| >= |b|: the same bits as `add`, in a third of the operations. */
// @ts-ignore: decorator
@inline
export function addTo(a: f64, b: DD): DD {
  const leading = orderedSum(a, high(b));
  return orderedSum(high(leading), low(leading) + low(b));
}

export function subtract(a: DD, b: DD): DD {
  return add(a, f64x2.neg(b));
}

export function multiply(a: DD, b: DD): DD {
  const leading = product(high(a), high(b));
  return orderedSum(high(leading), low(leading) + (high(a) * low(b) + low(a) * high(b)));
}

/** a * b for a plain double b. */
export function scale(a: DD, b: f64): DD {
  const leading = product(high(a), b);
  return orderedSum(high(leading), low(leading) + low(a) * b);
}

/** a * b for a power of two b: exact unless the product is subnormal. */
// @ts-ignore: decorator
@inline
export function shift(a: DD, b: f64): DD {
  return f64x2.mul(a, f64x2.splat(b));
}

export function divide(a: DD, b: DD): DD {
  const first = high(a) / high(b);
  const rest = subtract(a, scale(b, first));
  const second = high(rest) / high(b);
  const third = high(subtract(rest, scale(b, second))) / high(b);
  return add(orderedSum(first, second), widen(third));
}

/** By one step of Newton's method from the root of the leading half. */
export function squareRoot(x: DD): DD {
  const root = sqrt<f64>(high(x));
  const rest = subtract(x, product(root, root));
  return add(widen(root), widen(high(rest) / (2 * root)));
}
