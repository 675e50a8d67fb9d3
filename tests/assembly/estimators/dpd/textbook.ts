/**
 * The estimator from sums over units, by elimination (Arellano and Bond, 1991; Blundell and Bond, 1998; Windmeijer, 2005):
 *
 *   g_i(b) = Z_i'(y_i - X_i b)     one step W = (sum Z_i'H Z_i)^-1     two steps W = (sum g_i(b1) g_i(b1)')^-1
 */
import {
  cross,
  dense,
  inverse,
  minus,
  multiply,
  plus,
  scale,
  transpose,
  type Dense,
} from '../../dense.js';
import { solveWith, type Solution } from '../../gmm/problem.js';
import type { Unit } from './units.js';

export interface Moments {
  /** Z_i'X_i, Z_i'y_i and Z_i'H Z_i of the units that have rows. */
  readonly blocks: readonly Dense[];
  readonly outcomes: readonly Dense[];
  readonly squares: readonly Dense[];
  /** Their sums. */
  readonly a: Dense;
  readonly s: Dense;
  readonly s1: Dense;
}

export const total = (parts: readonly Dense[]): Dense => parts.reduce(plus);
export const outer = (g: Dense): Dense => multiply(g, transpose(g));

/** The places of the units that have a row in some equation. */
export const enteringOf = (units: readonly Unit[]): number[] =>
  units.flatMap(({ used }, i) => (used.includes(true) ? [i] : []));

export function momentsOf(units: readonly Unit[]): Moments {
  const entering = enteringOf(units).map((i) => units[i]!);
  const blocks = entering.map(({ z, x }) => cross(z, x));
  const outcomes = entering.map(({ z, y }) => cross(z, y));
  const squares = entering.map(({ z, h }) => multiply(cross(z, h), z));
  return { blocks, outcomes, squares, a: total(blocks), s: total(outcomes), s1: total(squares) };
}

/** g_i(b) of every unit. */
export const momentsAt = ({ blocks, outcomes }: Moments, b: Dense): Dense[] =>
  blocks.map((block, i) => minus(outcomes[i]!, multiply(block, b)));

/** S(b) = sum of g_i(b) g_i(b)'. */
export const covarianceAt = (moments: Moments, b: Dense): Dense =>
  total(momentsAt(moments, b).map(outer));

/** A step, with the matrix whose inverse weighted it. */
export interface Step extends Solution {
  readonly covariance: Dense;
}

export function stepWith(moments: Moments, covariance: Dense): Step {
  const problem = { a: moments.a, s: moments.s, covariance };
  return { ...solveWith(inverse(covariance), problem), covariance };
}

export const oneStep = (moments: Moments): Step => stepWith(moments, moments.s1);

/** The step weighted by the moments at an estimate. */
export const nextStep = (moments: Moments, b: Dense): Step =>
  stepWith(moments, covarianceAt(moments, b));

/** P S P'. */
export const sandwich = ({ map }: Step, s: Dense): Dense =>
  multiply(multiply(map, s), transpose(map));

/** sum of s_i Q_i + g_i a'Q_i with s_i = g_i(b)'a: half the derivative of S(b) a. */
export function weightDerivative(moments: Moments, b: Dense, a: Dense): Dense {
  const parts = momentsAt(moments, b).map((g, i) => {
    const q = moments.blocks[i]!;
    const share = cross(g, a).values[0]!;
    return plus(scale(share, q), multiply(g, cross(a, q)));
  });
  return total(parts);
}

/** D: the derivative of a step by the estimate that its weight rests on. */
export const stepDerivative = (moments: Moments, before: Step, step: Step): Dense =>
  multiply(step.map, weightDerivative(moments, before.params, step.weighted));

/** V2 + D V1 D' + D V2 + V2 D', V1 robust. */
export function windmeijer(moments: Moments, first: Step, second: Step): Dense {
  const d = stepDerivative(moments, first, second);
  const robust = sandwich(first, second.covariance);
  const mixed = multiply(d, second.bread);
  const spread = multiply(multiply(d, robust), transpose(d));
  return plus(plus(second.bread, spread), plus(mixed, transpose(mixed)));
}

/**
 * The doubly corrected covariance of two steps (Hwang, Kang and Lee, 2022): the sum of outer products of
 *
 *   psi_i = phi_i + D psi1_i
 *   phi_i = P2 g_i + M2 Q_i'W2 g - P2 g_i(b1) g_i(b1)'W2 g      psi1_i = P1 g_i + M1 Q_i'W1 g - P1 Z_i'H Z_i W1 g
 */
export function doublyCorrected(moments: Moments, first: Step, second?: Step): Dense {
  const firsts = influence(moments, first, moments.squares);
  if (!second) return total(firsts.map(outer));
  const d = stepDerivative(moments, first, second);
  const squares = momentsAt(moments, first.params).map(outer);
  const seconds = influence(moments, second, squares);
  return total(seconds.map((phi, i) => outer(plus(phi, multiply(d, firsts[i]!)))));
}

/** P g_i + M Q_i'W g - P S_i W g, S_i the share of unit i in the matrix whose inverse weighted the step. */
function influence(moments: Moments, step: Step, squares: readonly Dense[]): Dense[] {
  const { map, bread, weighted } = step;
  return momentsAt(moments, step.params).map((g, i) => {
    const slope = multiply(bread, cross(moments.blocks[i]!, weighted));
    const weight = multiply(map, multiply(squares[i]!, weighted));
    return minus(plus(multiply(map, g), slope), weight);
  });
}

/** Sum of e^2 / w over the rows of a block of T rows, and how many there are, each as often as its frequency says. */
export function residualSquares(
  units: readonly Unit[],
  b: Dense,
  block: { readonly first: number; readonly nperiods: number; readonly frequency: boolean },
): { rss: number; rows: number } {
  let [rss, rows] = [0, 0];
  for (const { used, weights, x, y } of units) {
    const e = minus(y, multiply(x, b));
    for (let r = block.first; r < block.first + block.nperiods; r++) {
      if (!used[r]) continue;
      rss += e.values[r]! ** 2 / weights[r]!;
      rows += block.frequency ? weights[r]! : 1;
    }
  }
  return { rss, rows };
}

/** The rows and columns of a symmetric matrix, or the rows of another, that a list keeps. */
export const submatrix = (a: Dense, kept: readonly number[]): Dense =>
  dense(kept.length, kept.length, (i, j) => a.values[kept[i]! + kept[j]! * a.rows]!);

export const rowsOf = (a: Dense, kept: readonly number[]): Dense =>
  dense(kept.length, a.columns, (i, j) => a.values[kept[i]! + j * a.rows]!);
