/**
 * The least distance of a joint test from not rejecting over all coefficients but one: the projection of its set holds a
 * value where that is below 0.
 *
 * Decision: these distances have no Hessian in closed form, as S has, and many valleys: K is 0 wherever S is stationary.
 * Each place is searched from the least S, from what was found beside it and from drawn errors, and every point found below
 * 0 proves that its value belongs to the set. What is not found makes the set too small.
 */
import type { Engine } from '../../core/engine.js';
import { conditionalError } from '../../identification/confidence-sets/conditional-error.js';
import { stationary } from '../../identification/confidence-sets/projection.js';
import { combine, type Equations } from '../../identification/reduced-form.js';
import { backSubstitute, dot, householder } from '../../numerics/householder.js';
import { quasiNewton } from '../../numerics/quasi-newton.js';
import { normals } from '../../numerics/random.js';
import { withoutHeaviest } from '../directions.js';
import type { JointTest } from './joint.js';
import type { Target } from '../problem.js';
import { errorOf, movedTo, normalized, othersOf, unitsOf } from '../profile.js';
import type { Vector } from '../../numerics/vector.js';

/** An error at which the distance of a joint test is locally least. */
export interface Nearest {
  readonly error: Vector;
  readonly distance: number;
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
export function searchPlace(
  engine: Engine,
  form: Equations,
  place: Place,
  test: JointTest,
  { known, centre, draws }: Starts,
): Nearest | undefined {
  let nearest: Nearest | undefined;
  const take = (starts: Iterable<Vector>) => {
    for (const start of starts) {
      if (nearest !== undefined && nearest.distance < 0) return;
      nearest = nearer(nearest, nearestFrom(form, place, test, start));
    }
  };
  take(known);
  take(drawn(engine, form, place, centre, draws));
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
  const errorOfCoordinates = coordinatesAbout(
    form,
    place,
    movedTo(place.target, place.weights, start),
  );
  if (errorOfCoordinates === undefined) return undefined;
  let z: Vector = othersOf(form, place.target).map(() => 0);
  for (const blur of blurs) {
    const minimum = quasiNewton((x) => distance(errorOfCoordinates(x), blur), z, {
      tolerance,
      enough: deep,
    });
    if (minimum === undefined) return undefined;
    z = minimum.x;
    if (minimum.value < deep) break;
  }
  return { error: normalized(errorOfCoordinates(z)), distance: distance(errorOfCoordinates(z)) };
}

/** The errors of a place, up to their size, in coordinates in which S curves alike in all directions at `centre`. */
function coordinatesAbout(form: Equations, place: Place, centre: Vector) {
  const conditional = conditionalError(form, centre);
  if (conditional === undefined) return undefined;
  const moves = movesFrom(form, place, centre);
  const slopes = moves.map((c) => conditional.whiten(conditional.cleaned(c)));
  const { triangle } = householder(slopes);
  return (z: Vector) => {
    const steps = backSubstitute(triangle, z);
    return centre.map((w, a) => moves.reduce((sum, move, i) => sum + steps[i]! * move[a]!, w));
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
function movesFrom(form: Equations, place: Place, error: Vector): Vector[] {
  const spanned = spanOf(form, place);
  const [pair] = spanned as [Vector];
  const others = othersOf(form, place.target).map((a) => error[a]!);
  return withoutHeaviest(form, spanned, [dot(pair, error) / dot(pair, pair), ...others]);
}

/** Of the errors drawn about least S, in units of its curvature: half are within this many in each coordinate. */
const drawRadius = 2;
const seed = 1;

/**
 * Errors `from` to `to` - 1 of a sequence of draws, of three kinds by turns: about least S in units of its curvature, where
 * the sets of strongly identified coefficients are; in units of the residuals, for what lies far from there; and where
 * Newton's steps lead from such a one, as K is small in narrow grooves where S is stationary, a maximum or a saddle.
 * Directions are uniform in these metrics, so that the coefficients are Cauchy, dense about a centre and as far as infinity.
 */
function* drawn(
  engine: Engine,
  form: Equations,
  place: Place,
  centre: Vector,
  [from, to]: readonly [number, number],
): Iterable<Vector> {
  const errorOfCoordinates = coordinatesAbout(form, place, centre);
  if (errorOfCoordinates === undefined) return;
  const spanned = spanOf(form, place);
  const { triangle } = householder(spanned.map((c) => combine(form.errors, c)));
  for (let number = from; number < to; ++number) {
    const draw = Array.from(normals(engine, seed, number, spanned.length));
    if (number % 3 === 0) {
      const [size, ...direction] = draw;
      yield errorOfCoordinates(direction.map((z) => (drawRadius * z) / Math.abs(size!)));
      continue;
    }
    const far = combine(spanned, backSubstitute(triangle, draw));
    const start = number % 3 === 1 ? far : stationary(form, far, movesFrom(form, place, far));
    if (start !== undefined) yield start;
  }
}

export function nearer(a: Nearest | undefined, b: Nearest | undefined): Nearest | undefined {
  return a === undefined || (b !== undefined && b.distance < a.distance) ? b : a;
}
