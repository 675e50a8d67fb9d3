/** The jobs of the projected sets of joint tests: searches at places of a coefficient's grid, then each set from what they found. */
import type { Engine } from '../../core/engine.js';
import type { ConfidenceSet } from '../../models/fit-result.js';
import { invert } from '../../models/instruments/identification/confidence-sets.js';
import { equations, type Vector } from '../../models/instruments/identification/reduced-form.js';
import { drawnAbout, jointTest, type Nearest, nearer, nearestFrom, type Score } from './joint.js';
import { lineOf, type WeakProblem } from './problem.js';
import { followedBy } from './profile.js';

/** A place of the grid to search. */
export interface Search {
  readonly place: number;
  /** Where S is least there. */
  readonly centre: Vector;
  /** Starts before the drawn ones. */
  readonly starts: readonly Vector[];
}

/** The nearest error at each of some places, until one is found at which the test does not reject. */
export interface SearchTask {
  readonly kind: 'weak-searches';
  readonly problem: WeakProblem;
  /** Place of the target in the problem's list. */
  readonly target: number;
  readonly score: Score;
  readonly searches: readonly Search[];
  /** The first of the drawn starts, and the one after the last. */
  readonly draws: readonly [number, number];
}

/** Without an error where the test does not exist at the starts. */
export interface Searched {
  readonly nearest?: Nearest | undefined;
}

export function searchPlaces(
  engine: Engine,
  { problem, target: number, score, searches, draws }: SearchTask,
): (job: number) => Searched {
  const form = equations(problem.form);
  const target = problem.targets[number]!;
  const { grid, weights } = lineOf(form, target, problem.places);
  const test = jointTest(engine, form, score, problem.level);
  return (job) => {
    const { place, centre, starts } = searches[job]!;
    const here = { target, weights: weights(grid[place]!) };
    let nearest: Nearest | undefined;
    for (const start of [...starts, ...drawnAbout(engine, form, here, centre, draws)]) {
      nearest = nearer(nearest, nearestFrom(form, here, test, start));
      if (nearest !== undefined && nearest.distance < 0) break;
    }
    return { nearest };
  };
}

/** The set of each of several projections. */
export interface ProjectionsTask {
  readonly kind: 'weak-projections';
  readonly problem: WeakProblem;
  readonly projections: readonly Projection[];
}

export interface Projection {
  readonly target: number;
  readonly score: Score;
  /** At the places of the grid. */
  readonly nearest: readonly (Nearest | undefined)[];
}

/**
 * A place on the line costs some hundred times one of S. With every distance cut at `deep`, no gap is looked for where the
 * test is far from rejecting at three places in a row.
 */
const accuracy = { extremes: 1e-2, roots: 1e-8 };

export function findProjection(
  engine: Engine,
  { problem, projections }: ProjectionsTask,
): (job: number) => ConfidenceSet {
  const form = equations(problem.form);
  return (job) => {
    const { target: number, score, nearest } = projections[job]!;
    const target = problem.targets[number]!;
    const line = lineOf(form, target, problem.places);
    const test = jointTest(engine, form, score, problem.level);
    const from = (weights: readonly number[], { error }: Nearest) =>
      nearestFrom(form, { target, weights }, test, error);
    const nearestAt = followedBy(line, nearest, from, nearer);
    return invert(line, nearestAt, ({ distance }) => Math.max(distance, test.deep), accuracy);
  };
}
