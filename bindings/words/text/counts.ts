/** Counts and lists in sentences. */
import { fixed } from './rounding.js';

/** A count with a thousands separator: 10,000. */
export function count(n: number): string {
  return withThousands(fixed(n, 0));
}

/** Digits without a point, with a thousands separator. */
export function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
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
