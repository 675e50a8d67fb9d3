/**
 * Tests of all coefficients at once, and their least distance from not rejecting over all coefficients but one: the
 * projection of their joint set holds a value where that is below 0.
 *
 * Decision: these distances have no Hessian in closed form, as S has, and many valleys: K is 0 wherever S is stationary.
 * Each place is searched from the least S, from the minima of the places beside it and from errors drawn about the least S,
 * and every point found below 0 proves that its value belongs to the set. What is not found makes the set too small, never
 * too large.
 */
import type { Engine } from '../../core/engine.js';
import { chi2Equivalent } from '../../models/instruments/identification/clr.js';
import { givenError } from '../../models/instruments/identification/given.js';
import { stationary } from '../../models/instruments/identification/projection.js';
import {
  combine,
  type Equations,
  type Vector,
} from '../../models/instruments/identification/reduced-form.js';
import { backSubstitute, dot, householder } from '../../stats/householder.js';
import { quasiNewton } from '../../stats/quasi-newton.js';
import { normals } from '../../stats/random.js';
import { combination } from './combination.js';
import { allDirections, lighter } from './directions.js';
import { hasConditionalRank, type Target } from './problem.js';
import { errorOf, movedTo, normalized, othersOf, unitsOf } from './profile.js';
import { statisticsAt } from './statistics.js';

/** Tests whose joint sets are projected by search. */
export const scores = ['k', 'kj', 'clr'] as const;
export type Score = (typeof scores)[number];

/** An error at which the distance of a joint test is locally least. */
export interface Nearest {
  readonly error: Vector;
  readonly distance: number;
}

export interface JointTest {
  /** The statistic, CLR's in the scale of K, less its critical value, its kinks blurred; NaN where it does not exist. */
  distance(error: Vector, blur?: number): number;
  /** By which it is searched, one after the other; the last is what ends of sets may be off by, in its units. */
  readonly blurs: readonly number[];
  /** Distances below are not told apart. */
  readonly deep: number;
}

const smooth = [0];
const kinked = [1, 0.1, 0.01, 0.001];

/** A search ends where a statistic is below this share of the chi-squared quantile with as many degrees of freedom as coefficients. */
const deepShare = 0.5;

export function jointTest(engine: Engine, form: Equations, score: Score, level: number): JointTest {
  const { nendogenous, ninstruments } = form.form;
  const chi2 = engine.exports.chi2_isf(1 - level, nendogenous);
  const combined = combination(engine, level, [nendogenous, ninstruments]);
  const distance = (error: Vector, blur?: number) => {
    const found = statisticsAt(form, error, allDirections(form, error));
    if (found === undefined) return NaN;
    if (score === 'k') return found.k - chi2;
    if (score === 'kj') return combined(found, blur);
    const conditional = hasConditionalRank(form.form) ? found.conditional() : undefined;
    if (conditional === undefined) return NaN;
    return chi2Equivalent(engine, conditional, [nendogenous, ninstruments]) - chi2;
  };
  return { distance, blurs: score === 'kj' ? kinked : smooth, deep: (deepShare - 1) * chi2 };
}

/** Descent that a step of a search must promise, as a share of 1 + the distance: ends of sets move with it. */
const tolerance = 1e-9;

/** A value of the target's coefficient, as the weights of the outcome and of its equation. */
export interface Place {
  readonly target: Target;
  readonly weights: readonly number[];
}

/** Where searches at a place start. */
export interface Starts {
  /** Errors whose other coefficients are taken. */
  readonly known: readonly Vector[];
  /** What others are drawn about: where S is least at the place. */
  readonly centre: Vector;
  /** The first of the draws, and the one after the last. */
  readonly draws: readonly [number, number];
}

/** The nearest error that searches from some starts find at a place, ending at the first at which the test does not reject. */
export function nearestAt(
  engine: Engine,
  form: Equations,
  place: Place,
  test: JointTest,
  { known, centre, draws }: Starts,
): Nearest | undefined {
  let nearest: Nearest | undefined;
  for (const start of [...known, ...drawn(engine, form, place, centre, draws)]) {
    nearest = nearer(nearest, nearestFrom(form, place, test, start));
    if (nearest !== undefined && nearest.distance < 0) break;
  }
  return nearest;
}

/**
 * The local minimum over the other coefficients that a search from those of `start` reaches at a place of the line, or an
 * error on its way that is deep inside.
 */
function nearestFrom(
  form: Equations,
  place: Place,
  { distance, blurs, deep }: JointTest,
  start: Vector,
): Nearest | undefined {
  const errorAt = chart(form, place, movedTo(place.target, place.weights, start));
  if (errorAt === undefined) return undefined;
  let z: Vector = othersOf(form, place.target).map(() => 0);
  for (const blur of blurs) {
    const found = quasiNewton((x) => distance(errorAt(x), blur), z, { tolerance, enough: deep });
    if (found === undefined) return undefined;
    z = found.x;
    if (found.value < deep) break;
  }
  return { error: normalized(errorAt(z)), distance: distance(errorAt(z)) };
}

/** The errors of a place, up to their size, in coordinates in which S curves alike in all directions at `centre`. */
function chart(form: Equations, place: Place, centre: Vector) {
  const given = givenError(form, centre);
  if (given === undefined) return undefined;
  const ways = waysFrom(form, place, centre);
  const slopes = ways.map((c) => given.whiten(given.cleaned(c)));
  const { triangle } = householder(slopes);
  return (z: Vector) => {
    const moves = backSubstitute(triangle, z);
    return centre.map((w, a) => ways.reduce((sum, way, i) => sum + moves[i]! * way[a]!, w));
  };
}

/** What the errors of a place are combinations of: the outcome and the target's equation together, and the others. */
function spanOf(form: Equations, { target, weights }: Place): Vector[] {
  return [errorOf(form, target, weights), ...unitsOf(form, othersOf(form, target))];
}

/**
 * Ways to move an error of a place. What weighs most in it keeps its weight, be it another equation than the outcome's and
 * the target's: where minima lie at infinity, searches come back from there.
 */
function waysFrom(form: Equations, place: Place, error: Vector): Vector[] {
  const spanned = spanOf(form, place);
  const [own] = spanned as [Vector];
  const others = othersOf(form, place.target).map((a) => error[a]!);
  return lighter(form, spanned, [dot(own, error) / dot(own, own), ...others]);
}

/** Of the errors drawn about least S, in standard errors: half of them are within some of these in each direction. */
const spread = 2;
const seed = 1;

/**
 * Errors `from` to `to` - 1 of a sequence of draws, of three kinds by turns: about least S in units of its curvature, where
 * the sets of strongly identified coefficients are; in units of the residuals, for what lies far from there; and where
 * Newton's steps lead from such a one, as K is small in narrow grooves where S is stationary, a maximum or a saddle.
 * Directions are uniform in these metrics, so that the coefficients are Cauchy, dense about a centre and as far as infinity.
 */
function drawn(
  engine: Engine,
  form: Equations,
  place: Place,
  centre: Vector,
  [from, to]: readonly [number, number],
): Vector[] {
  const errorAt = chart(form, place, centre);
  if (errorAt === undefined) return [];
  const spanned = spanOf(form, place);
  const { triangle } = householder(spanned.map((c) => combine(form.errors, c)));
  return Array.from({ length: to - from }, (_, i) => from + i).flatMap((number) => {
    const draw = Array.from(normals(engine, seed, number, spanned.length));
    if (number % 3 === 0) {
      const [size, ...direction] = draw;
      return [errorAt(direction.map((z) => (spread * z) / Math.abs(size!)))];
    }
    const far = combine(spanned, backSubstitute(triangle, draw));
    if (number % 3 === 1) return [far];
    const flat = stationary(form, far, waysFrom(form, place, far));
    return flat === undefined ? [] : [flat];
  });
}

export function nearer(a: Nearest | undefined, b: Nearest | undefined): Nearest | undefined {
  return a === undefined || (b !== undefined && b.distance < a.distance) ? b : a;
}
