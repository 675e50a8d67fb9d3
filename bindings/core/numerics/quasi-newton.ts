import { dot, identity } from './householder.js';

/** A point and the value of the function there. */
export interface Minimum {
  readonly x: readonly number[];
  readonly value: number;
}

type Objective = (x: readonly number[]) => number;

const maxSteps = 100;
/** Relative step of forward differences: about the square root of the relative accuracy of f. */
const difference = 1e-6;
/**
 * The share of the promised descent that a step must achieve, and the share of a step at which the line search gives
 * up.
 */
const sufficient = 1e-4;
const minShare = 1e-8;

/**
 * A local minimum of f from `start` by the BFGS method on forward differences (Nocedal and Wright 2006, Numerical
 * Optimization, 6.1 and 8.1). The first inverse Hessian is the identity: scale the coordinates so that the second
 * derivatives of f are about 1. Steps are halved until f falls enough; a value that is not finite counts as infinite.
 *
 * @param tolerance least descent that a step must promise, as a share of 1 + |f|
 * @param enough value below which the search ends early
 * @returns undefined if f is not finite at the start
 */
export function quasiNewton(
  f: Objective,
  start: readonly number[],
  { tolerance, enough = -Infinity }: { readonly tolerance: number; readonly enough?: number },
): Minimum | undefined {
  let here: Minimum = { x: start, value: f(start) };
  if (!Number.isFinite(here.value)) return undefined;
  if (here.value < enough) return here;
  let slope = gradient(f, here);
  let inverse = identity(start.length);
  for (let step = 0; step < maxSteps; ++step) {
    const move = inverse.map((row) => -dot(row, slope));
    const promise = -dot(move, slope);
    if (!(promise > tolerance * (1 + Math.abs(here.value)))) break;
    const next = lineSearch(f, here, move, promise);
    if (next === undefined) break;
    if (next.value < enough) return next;
    const turned = gradient(f, next);
    inverse = updateInverse(inverse, minus(next.x, here.x), minus(turned, slope));
    [here, slope] = [next, turned];
  }
  return here;
}

function gradient(f: Objective, { x, value }: Minimum): number[] {
  return x.map((xi, i) => {
    const step = difference * (1 + Math.abs(xi));
    const there = f(x.map((xj, j) => (i === j ? xj + step : xj)));
    return (there - value) / step;
  });
}

/** Halves the step until f falls enough; undefined if no step achieves it. */
function lineSearch(
  f: Objective,
  { x, value }: Minimum,
  move: readonly number[],
  promise: number,
): Minimum | undefined {
  for (let share = 1; share > minShare; share /= 2) {
    const to = x.map((xi, i) => xi + share * move[i]!);
    const there = f(to);
    if (there < value - sufficient * share * promise) return { x: to, value: there };
  }
  return undefined;
}

/** (I - s y'/y's) H (I - y s'/y's) + s s'/y's, or H itself if the curvature y's along the step is not positive. */
function updateInverse(
  inverse: readonly (readonly number[])[],
  s: readonly number[],
  y: readonly number[],
): number[][] {
  const curvature = dot(y, s);
  if (!(curvature > 0)) return inverse.map((row) => [...row]);
  const along = inverse.map((row) => dot(row, y));
  const scale = (1 + dot(y, along) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map(
      (h, j) => h + scale * s[i]! * s[j]! - (along[i]! * s[j]! + s[i]! * along[j]!) / curvature,
    ),
  );
}

function minus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value - b[i]!);
}
