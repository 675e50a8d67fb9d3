/** Numbers as people read them. Only the engine-independent `toFixed` and `toExponential` are used. */

const missing = '.';

/** Decimals that leave the largest number of a column six or seven significant digits. */
function decimalsFor(largest: number): number {
  if (largest < 10) return 6;
  if (largest < 100) return 5;
  if (largest < 1000) return 4;
  if (largest < 10_000) return 3;
  return 2;
}

/**
 * One formatter for a whole column, so that decimal points stand below each other. Numbers that the
 * column's decimals would leave with fewer than three significant digits are printed as 1.234e-8.
 */
export function columnFormat(values: readonly number[]): (x: number) => string {
  const ordinary = values.map(Math.abs).filter((x) => x < 1e7);
  const decimals = decimalsFor(Math.max(0, ...ordinary));
  const smallest = 100 * Number(`1e-${decimals}`);
  return (x) => {
    if (!Number.isFinite(x)) return nonFinite(x);
    const size = Math.abs(x);
    return size === 0 || (size >= smallest && size < 1e7)
      ? x.toFixed(decimals)
      : x.toExponential(3);
  };
}

/** One formatter for simulated numbers: the largest of their Monte Carlo errors has two significant digits. */
export function monteCarloFormat(errors: readonly number[]): (x: number) => string {
  const largest = Math.max(0, ...errors.filter((error) => error < 1e7));
  const exponent = Number(largest.toExponential(1).split('e')[1]);
  const decimals = largest === 0 ? 6 : Math.min(Math.max(1 - exponent, 0), 12);
  return (x) => {
    if (!Number.isFinite(x)) return nonFinite(x);
    return Math.abs(x) < 1e7 ? x.toFixed(decimals) : x.toExponential(3);
  };
}

function nonFinite(x: number): string {
  return Number.isNaN(x) ? missing : String(x);
}

/** A test statistic: three decimals. */
export function statistic(x: number): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  return Math.abs(x) < 1e6 ? x.toFixed(3) : x.toExponential(3);
}

/** A p-value: four decimals, or 1.8e-27 below 0.001; 0 is one too small for a double. */
export function pValue(p: number): string {
  if (!Number.isFinite(p)) return missing;
  if (p === 0) return '<1e-300';
  return p >= 0.001 ? p.toFixed(4) : p.toExponential(1);
}

/** A count with its thousands marked: 10,000. */
export function count(n: number): string {
  return n.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** At most `decimals` decimals, without trailing zeros: 5.36, 7. */
export function short(x: number, decimals = 2): string {
  return String(Number(x.toFixed(decimals)));
}

/** A size in the units of the data: six decimals, or 1.23457e-16 where these would leave few digits or too many. */
export function measure(x: number): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  const size = Math.abs(x);
  return size === 0 || (size >= 1e-3 && size < 1e9) ? short(x, 6) : x.toExponential(5);
}

/** Five significant digits: 0.080000, 10.652, 57434; 1.234e-8 where these would take many zeros. */
export function digits(x: number): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  const size = Math.abs(x);
  if (size === 0) return '0';
  if (size < 1e-4 || size >= 1e7) return x.toExponential(3);
  const exponent = Number(x.toExponential(4).split('e')[1]);
  return x.toFixed(Math.max(0, 4 - exponent));
}

/** `95%`. */
export function percent(level: number): string {
  return `${short(100 * level, 4)}%`;
}

/** `a`, `a and b`, `a, b and c`. */
export function series(words: readonly string[], conjunction: 'and' | 'or'): string {
  const [last = '', ...before] = [...words].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${conjunction} ${last}`;
}

/** `1 unit`, `140 units`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}
