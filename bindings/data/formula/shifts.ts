/** Lags and differences as tree nodes, for formulas and for expressions over columns. */
import { type Cursor, syntaxError } from './cursor.js';
import type { Place } from '../place.js';
import type { Token } from './tokens.js';
import { badLags, manyLags } from '../../words/errors/data/syntax.js';

/** `of` by calendar time: `by` periods earlier, or later if `by` is negative. `by` is never 0. */
export interface Lag<Node> {
  readonly kind: 'lag';
  readonly by: number;
  readonly of: Node;
  readonly place: Place;
}

/** Difference of order `order`: `D2.x` is x(t) - 2 x(t-1) + x(t-2). */
export interface Difference<Node> {
  readonly kind: 'difference';
  readonly order: number;
  readonly of: Node;
  readonly place: Place;
}

type Other = { readonly kind: string };

const largestShift = 1000;

/** An operator of a token such as `L2.D.`, and its orders. */
export interface ShiftOperator {
  readonly letter: string;
  readonly orders: readonly number[];
}

/** The operators of a token, innermost first. */
export function shiftOperators(cursor: Cursor, token: Token): ShiftOperator[] {
  return [...token.text.matchAll(/([LFD])([^LFD.]*)/g)].reverse().map(([, letter, range]) => ({
    letter: letter!,
    orders: shiftOrders(cursor, range!, token),
  }));
}

/** The orders of an operator: 1 without a number, and 0, 1 and 2 for `(0:2)`. */
function shiftOrders(cursor: Cursor, range: string, token: Token): number[] {
  const [from = 1, to = from] = (range.match(/\d+/g) ?? []).map(Number);
  if (to < from || to > largestShift) {
    throw syntaxError(cursor, badLags({ most: largestShift, found: token.text }), token);
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Limits the sum of nested orders, because differences of differences and lags of lags merge. */
export function checkShifts(cursor: Cursor, nodes: readonly Other[], token: Token): void {
  const orders = nodes.map((node) => {
    const { kind, by = 0, order = 0 } = node as Other & { by?: number; order?: number };
    return kind === 'lag' || kind === 'difference' ? Math.abs(by) + order : 0;
  });
  const largest = Math.max(...orders);
  if (largest <= largestShift) return;
  throw syntaxError(cursor, manyLags({ most: largestShift, found: largest }), token);
}

/** The node that results from applying an operator to another node. */
export function shifted<Node extends Other>(
  letter: string,
  order: number,
  of: Node,
  place: Place,
): Node | Lag<Node> | Difference<Node> {
  if (letter === 'D') return difference(order, of, place);
  return lag(letter === 'L' ? order : -order, of, place);
}

/** A lag of a lag is one lag, as in Stata: it needs no row in between. */
function lag<Node extends Other>(by: number, of: Node, place: Place): Node | Lag<Node> {
  if (isLag<Node>(of)) return lag(by + of.by, of.of, place);
  return by === 0 ? of : { kind: 'lag', by, of, place };
}

/** Moves lags outside differences: `D.L.x` becomes `L1.D.x`, the same number whichever rows exist. */
function difference<Node extends Other>(
  order: number,
  of: Node,
  place: Place,
): Node | Lag<Node> | Difference<Node> {
  if (order === 0) return of;
  if (isLag<Node>(of)) return lag(of.by, difference(order, of.of, place) as Node, place);
  if (isDifference<Node>(of)) return { ...of, order: order + of.order, place };
  return { kind: 'difference', order, of, place };
}

function isLag<Node>(node: Other): node is Lag<Node> {
  return node.kind === 'lag';
}

function isDifference<Node>(node: Other): node is Difference<Node> {
  return node.kind === 'difference';
}
