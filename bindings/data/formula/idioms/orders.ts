/** Lists of lags in the notations of R and Stata, and their terms. */
import { NoMeaning } from './no-meaning.js';
import { splitTop } from './split.js';
import { longDifference } from '../../../words/errors/data/idioms.js';

/** Maximum lags in one list, as in canonical formulas. */
const mostOrders = 1024;

/** Reads `1`, `1L`, `1:2`, `1/2`, `0 2 3`, `c(1, 2)` or `-1:1`; undefined for any other text. */
export function readOrders(text: string): number[] | undefined {
  const list = /^c\((.*)\)$/s.exec(text.trim())?.[1]?.replaceAll(',', ' ') ?? text;
  const orders: number[] = [];
  for (const item of list.trim().split(/\s+/)) {
    const [, from, to = from] = /^(-?\d+)L?(?:[:/](-?\d+)L?)?$/.exec(item) ?? [];
    if (from === undefined) return undefined;
    const [first, last] = [Number(from), Number(to)];
    if (Math.abs(last - first) >= mostOrders) return undefined;
    const step = last < first ? -1 : 1;
    for (let order = first; order !== last + step; order += step) orders.push(order);
  }
  return orders;
}

/** The lags of a term with these orders; negative orders are leads. Successive lags become one range. */
export function lagsOf(orders: readonly number[], of: string): string[] {
  const operand = operandOf(of);
  const [first, last] = [orders[0]!, orders.at(-1)!];
  const successive = orders.every((order, i) => order === first + i);
  if (orders.length > 1 && successive && first >= 0) return [`L(${first}:${last}).${operand}`];
  if (orders.length > 1 && successive && last < 0) return [`F(${-last}:${-first}).${operand}`];
  return orders.map((by) => {
    if (by === 0) return of;
    return `${by > 0 ? 'L' : 'F'}${Math.abs(by)}.${operand}`;
  });
}

/** The difference of a term of this order. */
export function differenceOf(order: number, of: string): string {
  return `D${order === 1 ? '' : order}.${operandOf(of)}`;
}

/** Refuses a difference over several periods, which is not a difference of differences. */
export function refuseLongDifference(part: string, of: string, periods: number): NoMeaning {
  const write = `D.${operandOf(of)}`;
  return new NoMeaning(part, longDifference({ part, periods: String(periods), write }));
}

/** The term, in parentheses if an operator would separate its parts. */
export function operandOf(term: string): string {
  return splitTop(term, /[:*^+]/y).separators.length === 0 ? term : `(${term})`;
}
