/** How far the tests at a value of one coefficient are from not rejecting it. */
import type { Engine } from '../../core/engine.js';
import { conditionalExcess, likelihoodRatio } from '../../models/instruments/identification/clr.js';
import { type Line, projective } from '../../models/instruments/identification/projective.js';
import { descend } from '../../models/instruments/identification/projection.js';
import {
  equations,
  type Equations,
  type ReducedForm,
  type Vector,
} from '../../models/instruments/identification/reduced-form.js';
import { directionsAt } from './directions.js';
import { leastAlong, leastMoments, unitsOf } from './search.js';
import { type Statistics, statisticsAt } from './statistics.js';

/** The statistics, and what is done with the coefficients that may be weakly identified like the one tested. */
export const kinds = [
  'projected s',
  'projected k',
  'projected clr',
  'concentrated s',
  'concentrated k',
  'concentrated clr',
] as const;
export type Kind = (typeof kinds)[number];

/** Below 0 where the test does not reject, NaN where it does not exist. */
export type Distances = Readonly<Record<Kind, () => number>>;

/** What a worker needs to know of a coefficient; equations are numbered from 1 by coefficient. */
export interface Target {
  readonly equation: number;
  readonly centre: number;
  readonly scale: number;
  /** Other coefficients that may be weakly identified, and those that are concentrated out. */
  readonly weak: readonly number[];
  readonly strong: readonly number[];
}

/**
 * Whether the derivatives have a covariance of full rank given the moments: the moments take as many dimensions of the
 * space of the units as there are of them, and what is left must hold that many once more.
 */
export function hasConditionalRank({ nobs, ninstruments }: ReducedForm): boolean {
  return nobs >= 2 * ninstruments;
}

export interface WeakProblem {
  readonly form: ReducedForm;
  /** Of all coefficients. */
  readonly estimates: readonly number[];
  readonly targets: readonly Target[];
  readonly level: number;
  /** Values of each coefficient that are looked at before the ends of sets are refined. */
  readonly places: number;
}

/** A coefficient's line of values, and its tests at a place of the line. */
export interface Tests {
  readonly line: Line;
  at(u: number): Distances;
}

/** The share of places about the estimate; the rest is spread by the size of the variables. */
const fineShare = 2 / 3;

export function testsOf(engine: Engine, problem: WeakProblem, target: Target): Tests {
  const form = equations(problem.form);
  const { equation, centre, scale } = target;
  const fine = Math.ceil(problem.places * fineShare);
  const coarse = problem.places - fine;
  const line = projective(form, equation, { centre, scale, fine, coarse });
  return { line, at: (u) => distancesAt({ engine, form, problem, target }, line.weights(u)) };
}

interface Context {
  readonly engine: Engine;
  readonly form: Equations;
  readonly problem: WeakProblem;
  readonly target: Target;
}

function distancesAt(context: Context, weights: readonly number[]): Distances {
  const { engine, form, problem, target } = context;
  const { equation, weak, strong } = target;
  const error = form.coefficients.map((_, a) =>
    a === 0 ? weights[0]! : a === equation ? weights[1]! : 0,
  );
  const others = [...weak, ...strong];
  const least = leastMoments(form, error, others, problem.estimates);
  const chi2 = (df: number) => engine.exports.chi2_isf(1 - problem.level, df);
  if (least === undefined) return of(() => NaN);
  const moments = form.form.ninstruments;
  const found = statisticsAt(form, least.error, directionsAt(form, least.error, others));
  if (found === undefined) return of(() => NaN);
  const rest = moments - weak.length - strong.length;
  const projected = projection(context, least.error);
  return {
    'projected s': () => found.s - chi2(moments - strong.length),
    'projected k': projected.k,
    'projected clr': projected.clr,
    'concentrated s': () => found.s - chi2(rest),
    'concentrated k': () => found.k - chi2(1),
    'concentrated clr': () => excess(engine, found, problem.level, [1, rest]),
  };
}

function of(distance: () => number): Distances {
  return Object.fromEntries(kinds.map((kind) => [kind, distance])) as Distances;
}

function excess(
  engine: Engine,
  found: Statistics,
  level: number,
  df: readonly [number, number],
): number {
  const conditional = found.conditional();
  return conditional === undefined ? NaN : conditionalExcess(engine, conditional, level, df);
}

/**
 * Gauss-Newton steps of the strong coefficients at each value of the others. Statistics orthogonal to their derivatives
 * need no more than an estimate of them that converges at the usual rate.
 */
const refinements = 2;

/**
 * Least distances over the other weakly identified coefficients, the strong ones concentrated out at each value. The
 * ratio is searched with the rank statistic of the start, the cost of which is many times that of S and K.
 */
function projection({ engine, form, problem, target }: Context, start: Vector) {
  const { weak, strong } = target;
  const units = unitsOf(form, strong);
  const df = [1 + weak.length, form.form.ninstruments - strong.length] as const;
  const statistics = (error: Vector) => {
    const inner = descend(form, error, units, refinements);
    return inner && statisticsAt(form, inner.error, directionsAt(form, inner.error, strong));
  };
  const k = () => {
    const critical = engine.exports.chi2_isf(1 - problem.level, df[0]);
    const value = (error: Vector) => (statistics(error)?.k ?? Infinity) - critical;
    return finite(leastAlong(form, start, weak, value, 0).value);
  };
  const clr = () => {
    const first = hasConditionalRank(form.form) ? statistics(start) : undefined;
    const conditional = first?.conditional();
    if (first === undefined || conditional === undefined) return NaN;
    const near = excess(engine, first, problem.level, df);
    if (near < 0 || weak.length === 0) return near;
    const value = (error: Vector) => {
      const found = statistics(error);
      return found ? likelihoodRatio(found.s, found.k, conditional.rank) : Infinity;
    };
    const found = statistics(leastAlong(form, start, weak, value).error);
    const far = found ? excess(engine, found, problem.level, df) : NaN;
    return far < near ? far : near;
  };
  return { k, clr };
}

function finite(distance: number): number {
  return distance === Infinity ? NaN : distance;
}
