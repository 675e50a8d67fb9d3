/**
 * Columns in doubled precision: element i is values[i] + low[i]; a column without `low` is exact. `values` are the
 * results of plain arithmetic, `low` their rounding errors. Sums follow Knuth, products Dekker (1971). If an exact
 * product overflows or underflows, low is 0.
 */
export interface Doubled {
  readonly values: Float64Array;
  readonly low?: Float64Array | undefined;
}

/** a b, element by element. */
export function product(a: Doubled, b: Doubled): Doubled {
  return combined(a, b, (x, y) => x * y, productLow);
}

/** a - b, element by element. */
export function difference(a: Doubled, b: Doubled): Doubled {
  return combined(a, b, (x, y) => x - y, differenceLow);
}

/** The square root, NaN for negative numbers. */
export function squareRoot(a: Doubled): Doubled {
  return mapped(a, Math.sqrt, (root, x, xLow) =>
    root === 0 ? 0 : (x - root * root - productError(root, root) + xLow) / (2 * root),
  );
}

/** |a|. */
export function absolute(a: Doubled): Doubled {
  return mapped(a, Math.abs, (_, x, xLow) => (x < 0 ? -xLow : xLow));
}

/** 1 / a, NaN for 0. */
export function reciprocal(a: Doubled): Doubled {
  return mapped(
    a,
    (x) => (x === 0 ? NaN : 1 / x),
    (inverse, x, xLow) => (1 - inverse * x - productError(inverse, x) - inverse * xLow) / x,
  );
}

/** factor times a. */
export function multiple(a: Doubled, factor: number): Doubled {
  return mapped(
    a,
    (x) => factor * x,
    (_, x, xLow) => productError(factor, x) + factor * xLow,
  );
}

/** a to a whole positive power, by squaring. */
export function wholePower(a: Doubled, exponent: number): Doubled {
  if (exponent === 1) return a;
  const half = wholePower(a, Math.floor(exponent / 2));
  const square = product(half, half);
  return exponent % 2 === 0 ? square : product(square, a);
}

/** Rounding error of `value`, a combination of two elements. */
type RestOfTwo = (x: number, y: number, xLow: number, yLow: number, value: number) => number;

function productLow(x: number, y: number, xLow: number, yLow: number): number {
  return productError(x, y) + (x * yLow + xLow * y);
}

function differenceLow(x: number, y: number, xLow: number, yLow: number, value: number): number {
  const shadow = value - x;
  return x - (value - shadow) - (y + shadow) + (xLow - yLow);
}

/** x y - fl(x y), exactly. */
function productError(x: number, y: number): number {
  const xUpper = upperHalf(x);
  const yUpper = upperHalf(y);
  const xLower = x - xUpper;
  const yLower = y - yUpper;
  return xUpper * yUpper - x * y + xUpper * yLower + xLower * yUpper + xLower * yLower;
}

/** The upper 26 of the 53 bits of x. */
function upperHalf(x: number): number {
  const scaled = 134217729 * x; // 2^27 + 1
  return scaled - (scaled - x);
}

function mapped(
  a: Doubled,
  value: (x: number) => number,
  rest: (value: number, x: number, xLow: number) => number,
): Doubled {
  const values = a.values.map(value);
  const low = values.map((result, i) => finite(rest(result, a.values[i]!, a.low?.[i] ?? 0)));
  return { values, low };
}

function combined(
  a: Doubled,
  b: Doubled,
  value: (x: number, y: number) => number,
  rest: RestOfTwo,
): Doubled {
  const values = a.values.map((x, i) => value(x, b.values[i]!));
  const low = values.map((result, i) =>
    finite(rest(a.values[i]!, b.values[i]!, a.low?.[i] ?? 0, b.low?.[i] ?? 0, result)),
  );
  return { values, low };
}

function finite(low: number): number {
  return Number.isFinite(low) ? low : 0;
}
