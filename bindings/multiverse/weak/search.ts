/** Searches over coefficients that are not tested alone: by least S, or by the least of another statistic. */
import {
  combine,
  type Equations,
  unit,
  type Vector,
} from '../../models/instruments/identification/reduced-form.js';
import { givenError } from '../../models/instruments/identification/given.js';
import { descend, type Minimum } from '../../models/instruments/identification/projection.js';
import { weakest } from '../../models/instruments/identification/rank.js';
import { backSubstitute, householder, norm } from '../../stats/householder.js';
import { minimum } from '../../stats/root.js';
import { directionsAt } from './directions.js';

/**
 * The structural error with given weights of some equations and least S over those of `others`. Searches start at the
 * least under V = E (x) I and at the estimates of the others; the lower end is taken. It may be a local minimum.
 *
 * @param estimates of all coefficients
 */
export function leastMoments(
  form: Equations,
  error: Vector,
  others: readonly number[],
  estimates: Vector,
): Minimum | undefined {
  const units = unitsOf(form, others);
  const spanned = [error, ...units];
  const eigen = combine(spanned, weakest(form, spanned).weights);
  const usual = error.map((weight, a) =>
    others.includes(a) ? -error[0]! * estimates[a - 1]! : weight,
  );
  const least = [eigen, usual]
    .map((start) => descend(form, start, units))
    .reduce((a, b) => (a === undefined || (b !== undefined && b.ar < a.ar) ? b : a));
  if (least === undefined) return undefined;
  const size = norm(least.error);
  return { error: least.error.map((weight) => weight / size), ar: least.ar };
}

/** The combinations that are the equations themselves. */
export function unitsOf({ coefficients }: Equations, equations: readonly number[]): number[][] {
  return equations.map((a) => unit(coefficients.length, a));
}

/**
 * The least of `value` over the coefficients of `equations`, from those of `start`. Their directions are made orthogonal in the
 * metric of the moments' derivatives, and each is searched as a whole line in turn. Ends early below `enough`.
 */
export function leastAlong(
  form: Equations,
  start: Vector,
  equations: readonly number[],
  value: (error: Vector) => number,
  enough = -Infinity,
): { readonly error: Vector; readonly value: number } {
  let error = start;
  let best = value(start);
  const axes = orthogonal(form, start, directionsAt(form, start, equations).concentrated);
  for (const axis of axes) {
    if (best < enough) break;
    const at = (v: number) => onLine(error, axis, v);
    const v = leastOnLine((place) => value(at(place)), enough);
    const found = value(at(v));
    if (found < best) [error, best] = [at(v), found];
  }
  return { error, value: best };
}

/** Combinations of the directions whose derivatives are orthonormal: steps of a standard error, free of each other. */
function orthogonal(form: Equations, error: Vector, directions: readonly Vector[]): Vector[] {
  const given = givenError(form, error);
  if (given === undefined) return [];
  const { triangle } = householder(directions.map((c) => given.whiten(given.cleaned(c))));
  return directions.map((_, k) =>
    combine(directions, backSubstitute(triangle, unit(directions.length, k))),
  );
}

/** error + 2v / (1 - v^2) axis, up to its scale: the whole line for v from -1 to 1. */
function onLine(error: Vector, axis: Vector, v: number): number[] {
  const size = (1 - v) * (1 + v);
  return error.map((weight, a) => size * weight + 2 * v * axis[a]!);
}

/** Places at which a line is looked at before its minimum is refined, and how far: in v. */
const places = Array.from({ length: 9 }, (_, i) => (i - 4) / 4.5);
const accuracy = 1e-2;

function leastOnLine(f: (v: number) => number, enough: number): number {
  const values = places.map(f);
  const lowest = values.reduce((at, value, i) => (value < values[at]! ? i : at), 0);
  if (values[lowest]! < enough) return places[lowest]!;
  const [left, right] = [places[lowest - 1] ?? -1, places[lowest + 1] ?? 1];
  const turn = { tolerance: accuracy, enough };
  const found = minimum(f, left, right, turn);
  return f(found) <= values[lowest]! ? found : places[lowest]!;
}
