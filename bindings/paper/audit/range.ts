/** Ranges of numbers, and arithmetic that contains every result. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

function range(low: number, high: number): Range {
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

export function point(value: number): Range {
  return { low: value, high: value };
}

/** True if the ranges have a number in common. Ends may differ by rounding errors of this arithmetic. */
export function meets(a: Range, b: Range): boolean {
  const slack = 1e-9 * Math.max(1e-6, Math.min(extent(a), extent(b)));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}

function extent({ low, high }: Range): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return Number.isFinite(size) ? size : 1e300;
}

export function common(a: Range, b: Range): Range | undefined {
  if (!meets(a, b)) return undefined;
  return range(Math.max(a.low, b.low), Math.min(a.high, b.high));
}

export function hull(...ranges: readonly Range[]): Range {
  return {
    low: Math.min(...ranges.map(({ low }) => low)),
    high: Math.max(...ranges.map(({ high }) => high)),
  };
}

export function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function minus(a: Range, b: Range): Range {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function times(a: Range, b: Range): Range {
  return corners(a, b, (x, y) => (x === 0 || y === 0 ? 0 : x * y));
}

/** Quotients by a range that is not negative; zero in it makes the quotient infinite. */
export function over(a: Range, b: Range): Range {
  if (b.low > 0) return corners(a, b, (x, y) => x / y);
  const near = b.high > 0 ? a.low / b.high : -Infinity;
  const far = b.high > 0 ? a.high / b.high : Infinity;
  return { low: a.low < 0 ? -Infinity : near, high: a.high > 0 ? Infinity : far };
}

function corners(a: Range, b: Range, of: (x: number, y: number) => number): Range {
  const values = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)];
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** The range of a nondecreasing function. */
export function rising(a: Range, of: (x: number) => number): Range {
  return { low: of(a.low), high: of(a.high) };
}

/** The range of a nonincreasing function. */
export function falling(a: Range, of: (x: number) => number): Range {
  return { low: of(a.high), high: of(a.low) };
}

export function absolute(a: Range): Range {
  if (a.low >= 0) return a;
  if (a.high <= 0) return { low: -a.high, high: -a.low };
  return { low: 0, high: Math.max(-a.low, a.high) };
}

export function squared(a: Range): Range {
  return rising(absolute(a), (x) => x * x);
}

export function raisedTo(a: Range, low: number): Range {
  return { low: Math.max(a.low, low), high: Math.max(a.high, low) };
}

/** The part of a range that is not negative. */
export function positive({ low, high }: Range): Range {
  return { low: Math.max(0, low), high: Math.max(0, high) };
}
