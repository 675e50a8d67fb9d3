/**
 * Minimum, over all coefficients but one, of the distance of a joint test from not rejecting. The projected set
 * contains a value if the minimum is below 0.
 *
 * Decision: unlike S, these distances have no Hessian in closed form, and they have many valleys: K is 0 wherever S
 * is stationary. Each point is searched from the minimum of S, from the results at its neighbours and from random
 * errors. A point below 0 proves that its value belongs to the set. A missed one makes the set too small.
 */
import type { Engine } from '../../../core/engine/engine.js';
import { conditionalError } from '../../../models/identification/confidence-sets/conditional-error.js';
import { stationary } from '../../../models/identification/confidence-sets/projection.js';
import { combine, type Equations } from '../../../models/identification/reduced-form.js';
import {
  backSubstitute,
  dot,
  householder,
  type Vector,
} from '../../../core/numerics/householder.js';
import { quasiNewton } from '../../../core/numerics/quasi-newton.js';
import { normals } from '../../../core/numerics/random.js';
import { withoutHeaviest } from '../directions.js';
import type { JointTest } from './joint.js';
import type { Target } from '../problem.js';
import { errorOf, movedTo, normalized, othersOf, unitsOf } from '../profile.js';

/** An error at a local minimum of the distance of a joint test. */
export interface Nearest {
  readonly error: Vector;
  readonly distance: number;
}

/** Least descent that a step must promise, as a share of 1 + |distance|; the ends of sets are accurate to it. */
const tolerance = 1e-9;

/** A value of the target's coefficient, as weights of the outcome and of the target's equation. */
export interface LinePoint {
  readonly target: Target;
  readonly weights: readonly number[];
}

/** The starts of the searches at a point. */
export interface Starts {
  /** Errors whose other coefficients are starts. */
  readonly known: readonly Vector[];
  /** The centre of random starts: the minimum of S at the point. */
  readonly centre: Vector;
  /** Numbers of the draws: the first, and the one after the last. */
  readonly draws: readonly [number, number];
}

/**
 * The nearest error that searches from the starts find at a point; they end at the first error that the test does not
 * reject.
 */
export function searchPoint(
  engine: Engine,
  form: Equations,
  point: LinePoint,
  test: JointTest,
  { known, centre, draws }: Starts,
): Nearest | undefined {
  let nearest: Nearest | undefined;
  const take = (starts: Iterable<Vector>) => {
    for (const start of starts) {
      if (nearest !== undefined && nearest.distance < 0) return;
      nearest = nearer(nearest, nearestFrom(form, point, test, start));
    }
  };
  take(known);
  take(drawn(engine, form, point, centre, draws));
  return nearest;
}

/**
 * The local minimum over the other coefficients that a search from those of `start` reaches at a point. The search
 * stops early at an error deep inside the set.
 */
function nearestFrom(
  form: Equations,
  point: LinePoint,
  { distance, blurs, deep }: JointTest,
  start: Vector,
): Nearest | undefined {
  const errorOfCoordinates = coordinatesAbout(
    form,
    point,
    movedTo(point.target, point.weights, start),
  );
  if (errorOfCoordinates === undefined) return undefined;
  let z: Vector = othersOf(form, point.target).map(() => 0);
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

/**
 * The errors of a point, up to scale, in coordinates in which S has the same curvature in all directions at `centre`.
 */
function coordinatesAbout(form: Equations, point: LinePoint, centre: Vector) {
  const conditional = conditionalError(form, centre);
  if (conditional === undefined) return undefined;
  const moves = movesFrom(form, point, centre);
  const slopes = moves.map((c) => conditional.whiten(conditional.cleaned(c)));
  const { triangle } = householder(slopes);
  return (z: Vector) => {
    const steps = backSubstitute(triangle, z);
    return centre.map((w, a) => moves.reduce((sum, move, i) => sum + steps[i]! * move[a]!, w));
  };
}

/** Combinations that span the errors of a point: the outcome with the target's equation, and each other equation. */
function spanOf(form: Equations, { target, weights }: LinePoint): Vector[] {
  return [errorOf(form, target, weights), ...unitsOf(form, othersOf(form, target))];
}

/**
 * Directions in which an error of a point moves. The combination that weighs most keeps its weight, even if it is not
 * the outcome with the target's equation. So searches return from minima at infinity.
 */
function movesFrom(form: Equations, point: LinePoint, error: Vector): Vector[] {
  const spanned = spanOf(form, point);
  const [pair] = spanned as [Vector];
  const others = othersOf(form, point.target).map((a) => error[a]!);
  return withoutHeaviest(form, spanned, [dot(pair, error) / dot(pair, pair), ...others]);
}

/** Scale of random errors about the minimum of S, in units of its curvature: half are within it in each coordinate. */
const drawRadius = 2;
const seed = 1;

/**
 * Errors `from` to `to` - 1 of a random sequence, with three kinds in turn. One is about the minimum of S in units of
 * its curvature, where the sets of strongly identified coefficients lie. One is in units of the residuals, for values
 * far from there. One starts at such a value and takes Newton's steps, because K is small in narrow grooves where S
 * is stationary. Directions are uniform in these metrics, so coefficients are Cauchy: dense near a centre, and
 * unbounded.
 */
function* drawn(
  engine: Engine,
  form: Equations,
  point: LinePoint,
  centre: Vector,
  [from, to]: readonly [number, number],
): Iterable<Vector> {
  const errorOfCoordinates = coordinatesAbout(form, point, centre);
  if (errorOfCoordinates === undefined) return;
  const spanned = spanOf(form, point);
  const { triangle } = householder(spanned.map((c) => combine(form.errors, c)));
  for (let number = from; number < to; ++number) {
    const draw = Array.from(normals(engine, seed, number, spanned.length));
    if (number % 3 === 0) {
      const [size, ...direction] = draw;
      yield errorOfCoordinates(direction.map((z) => (drawRadius * z) / Math.abs(size!)));
      continue;
    }
    const far = combine(spanned, backSubstitute(triangle, draw));
    const start = number % 3 === 1 ? far : stationary(form, far, movesFrom(form, point, far));
    if (start !== undefined) yield start;
  }
}

export function nearer(a: Nearest | undefined, b: Nearest | undefined): Nearest | undefined {
  return a === undefined || (b !== undefined && b.distance < a.distance) ? b : a;
}
