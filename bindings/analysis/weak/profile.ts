/**
 * Minimum of S over all coefficients but one. A projection compares it with its critical value. The concentrated
 * statistics are evaluated there, at the restricted continuously updated estimate.
 *
 * Decision: S may have several valleys, and a search that misses the lowest makes a set too small. For each value of
 * the coefficient there are two starts: the minimum under V = E (x) I, which has a closed form, and the estimates.
 * Then minima are carried up and down the line, so a valley found at one value is searched at every value.
 */
import { descend, type Minimum } from '../../models/identification/confidence-sets/projection.js';
import type { CoefficientLine } from '../../models/identification/confidence-sets/coefficient-line.js';
import { weakest } from '../../models/identification/rank.js';
import { combine, type Equations, unit } from '../../models/identification/reduced-form.js';
import { norm, type Vector } from '../../core/numerics/householder.js';
import type { Target, WeakProblem } from './problem.js';

/** Least share of S that a step must promise. It is small because the error of K is of the order of its square root. */
const tolerance = 1e-12;

/** The equations of all coefficients except the target's. */
export function othersOf({ coefficients }: Equations, { equation }: Target): number[] {
  return coefficients.flatMap((_, a) => (a === 0 || a === equation ? [] : [a]));
}

/** Minimum of S at a point of the line, from both starts; undefined if the covariance is singular at both. */
export function leastMoments(
  form: Equations,
  target: Target,
  weights: readonly number[],
  estimates: WeakProblem['estimates'],
): Minimum | undefined {
  const error = errorOf(form, target, weights);
  const others = othersOf(form, target);
  const spanned = [error, ...unitsOf(form, others)];
  const eigen = combine(spanned, weakest(form, spanned).weights);
  const usual = error.map((w, a) => (others.includes(a) ? -error[0]! * estimates[a - 1]! : w));
  return [eigen, usual]
    .map((start) => leastFrom(form, target, weights, start))
    .reduce(lower, undefined);
}

/** The minimum that a descent reaches from the other coefficients of the error `start`. */
function leastFrom(
  form: Equations,
  target: Target,
  weights: readonly number[],
  start: Vector,
): Minimum | undefined {
  const moved = movedTo(target, weights, start);
  const minimum = descend(form, moved, unitsOf(form, othersOf(form, target)), tolerance);
  return minimum && { error: normalized(minimum.error), ar: minimum.ar };
}

/**
 * The error `start`, with the target's coefficient set to the value given by the weights. If `start` has weight 0 on
 * both, another coefficient is infinite and `start` stays.
 */
export function movedTo({ equation }: Target, weights: readonly number[], start: Vector): number[] {
  const [w0, w1] = weights as [number, number];
  const [s0, s1] = [start[0]!, start[equation]!];
  const size = s0 * s0 + s1 * s1;
  if (size === 0) return [...start];
  const share = (w0 * s0 + w1 * s1) / size;
  return start.map((w, a) => (a === 0 ? w0 : a === equation ? w1 : share * w));
}

/** The error scaled to length 1. */
export function normalized(error: Vector): number[] {
  const size = norm(error);
  return error.map((w) => w / size);
}

/** Minima at the grid points, improved by descents from the neighbour's minimum, once up and once down the line. */
export function carryMinima(
  form: Equations,
  target: Target,
  { grid, weights }: CoefficientLine,
  minima: readonly (Minimum | undefined)[],
): (Minimum | undefined)[] {
  const least = [...minima];
  const count = grid.length;
  const step = (from: number, to: number) => {
    const start = least[from];
    if (start === undefined) return;
    least[to] = lower(least[to], leastFrom(form, target, weights(grid[to]!), start.error));
  };
  for (let i = 0; i < count; ++i) step(i, (i + 1) % count);
  for (let i = count; i > 0; --i) step(i % count, i - 1);
  return least;
}

/** Minimum of S anywhere on the line, from its minima at the grid points. */
export function minimumOnLine(
  form: Equations,
  target: Target,
  line: CoefficientLine,
  minima: readonly (Minimum | undefined)[],
): (u: number) => Minimum | undefined {
  return searchOnLine(line, minima, (u, sides) =>
    sides
      .map(({ error }) => leastFrom(form, target, line.weights(u), error))
      .reduce(lower, undefined),
  );
}

/**
 * Results anywhere on the line: at a new point a search starts from the known results on both sides. As a root is
 * narrowed down, these come ever closer.
 */
export function searchOnLine<Result>(
  { grid }: CoefficientLine,
  gridResults: readonly (Result | undefined)[],
  search: (u: number, sides: readonly Result[]) => Result | undefined,
): (u: number) => Result | undefined {
  const points = [...grid];
  const known = [...gridResults];
  return (u) => {
    const above = points.findIndex((point) => point >= u);
    const next = above < 0 ? points.length : above;
    if (points[next] === u) return known[next];
    const sides = [known.at(next - 1), known[next % points.length]];
    const result = search(
      u,
      sides.filter((side) => side !== undefined),
    );
    points.splice(next, 0, u);
    known.splice(next, 0, result);
    return result;
  };
}

function lower(a: Minimum | undefined, b: Minimum | undefined): Minimum | undefined {
  return a === undefined || (b !== undefined && b.ar < a.ar) ? b : a;
}

/** The error with weights w0 of the outcome and w1 of the target's equation. */
export function errorOf(
  form: Equations,
  { equation }: Target,
  [w0, w1]: readonly number[],
): number[] {
  return form.coefficients.map((_, a) => (a === 0 ? w0! : a === equation ? w1! : 0));
}

/** The weights of the equations themselves. */
export function unitsOf({ coefficients }: Equations, equations: readonly number[]): number[][] {
  return equations.map((a) => unit(coefficients.length, a));
}
