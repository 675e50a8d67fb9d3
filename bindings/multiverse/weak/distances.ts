/** How far the tests at a value of one coefficient are from not rejecting it. */
import type { Engine } from '../../core/engine.js';
import { conditionalExcess } from '../../models/instruments/identification/clr.js';
import {
  type Line,
  projective,
} from '../../models/instruments/identification/projective.js';
import { descend } from '../../models/instruments/identification/projection.js';
import {
  equations,
  type Equations,
  type ReducedForm,
  type Vector,
} from '../../models/instruments/identification/reduced-form.js';
import { dot } from '../../stats/householder.js';
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
  const least = leastMoments(form, error, [...weak, ...strong], problem.estimates);
  const chi2 = (df: number) => engine.exports.chi2_isf(1 - problem.level, df);
  if (least === undefined) return of(() => NaN);
  const own = direction(form, equation, least.error);
  const moments = form.form.ninstruments;
  const directions = {
    tested: [own],
    concentrated: unitsOf(form, [...weak, ...strong]),
  };
  const found = statisticsAt(form, least.error, directions);
  if (found === undefined) return of(() => NaN);
  const rest = moments - weak.length - strong.length;
  const projected = projection(context, least.error, own);
  return {
    'projected s': () => found.s - chi2(moments - strong.length),
    'projected k': projected.k,
    'projected clr': projected.clr,
    'concentrated s': () => found.s - chi2(rest),
    'concentrated k': () => found.k - chi2(1),
    'concentrated clr': () => 
      hasConditionalRank(form.form) ? excess(engine, found, problem.level, [1, rest]) : NaN,
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

/** Least distances over the other weakly identified coefficients, the strong ones concentrated out at each value. */
function projection({ engine, form, problem, target }: Context, start: Vector, own: Vector) {
  const weak = unitsOf(form, target.weak);
  const strong = unitsOf(form, target.strong);
  const directions = { tested: [own, ...weak], concentrated: strong };
  const df = [1 + weak.length, form.form.ninstruments - strong.length] as const;
  const statistics = (error: Vector) => {
    const inner = descend(form, error, strong, refinements);
    return inner && statisticsAt(form, inner.error, directions);
  };
  const k = () => {
    const critical = engine.exports.chi2_isf(1 - problem.level, df[0]);
    const value = (error: Vector) => (statistics(error)?.k ?? Infinity) - critical;
    return finite(leastAlong(form, start, weak, value, 0));
  };
  const clr = () => {
    if (!hasConditionalRank(form.form)) return NaN;
    // The search is by the p-value once that is not 0 to working accuracy, by the statistic until then.
    const value = (error: Vector) => {
      const conditional = statistics(error)?.conditional();
      if (conditional === undefined) return Infinity;
      const far = conditionalExcess(engine, conditional, problem.level, df);
      return far < 1 - problem.level ? far : 1 + conditional.clr;
    };
    return finite(leastAlong(form, start, weak, value, 0));
  };
  return { k, clr };
}

function finite(distance: number): number {
  return distance === Infinity ? NaN : distance;
}

/** A direction that spans the coefficient's equation together with the error, also where its value is infinite. */
function direction({ coefficients, errors }: Equations, equation: number, error: Vector): number[] {
  const ratio = Math.sqrt(
    dot(errors[0]!, errors[0]!) / dot(errors[equation]!, errors[equation]!),
  );
  return coefficients.map((_, a) =>
    a === 0 ? -error[equation]! / ratio : a === equation ? error[0]! * ratio : 0,
  );
}
