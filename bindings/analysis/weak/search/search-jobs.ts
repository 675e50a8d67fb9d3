/**
 * The jobs of the projected sets of joint tests: searches at the grid points of a coefficient, then each set from
 * their results.
 */
import type { Engine } from '../../../core/engine/engine.js';
import type { ConfidenceSet } from '../../../results/fit.js';
import { invert } from '../../../models/identification/confidence-sets/confidence-sets.js';
import type { Minimum } from '../../../models/identification/confidence-sets/projection.js';
import { equations } from '../../../models/identification/reduced-form.js';
import { jobStudy } from '../../../core/jobs/study.js';
import { jointTest, type Score } from './joint.js';
import { lineOf, type WeakProblem } from '../problem.js';
import { minimumOnLine, searchOnLine } from '../profile.js';
import { type Nearest, searchPoint, type Starts } from './search.js';

/** A grid point to search. */
export interface Search {
  /** Position of the target in the problem's list. */
  readonly target: number;
  readonly score: Score;
  readonly gridIndex: number;
  readonly starts: Starts;
}

/** The nearest error at each of some grid points. */
export interface SearchTask {
  readonly kind: 'weak-searches';
  readonly problem: WeakProblem;
  readonly searches: readonly Search[];
}

/** No error if the test does not exist at the starts. */
export interface Searched {
  readonly nearest?: Nearest | undefined;
}

function searchGridPoints(
  engine: Engine,
  { problem, searches }: SearchTask,
): (job: number) => Searched {
  const form = equations(problem.form);
  return (job) => {
    const { target: number, score, gridIndex, starts } = searches[job]!;
    const target = problem.targets[number]!;
    const { grid, weights } = lineOf(form, target, problem.places);
    const test = jointTest(engine, form, score, problem.level);
    const here = { target, weights: weights(grid[gridIndex]!) };
    return { nearest: searchPoint(engine, form, here, test, starts) };
  };
}

/** The sets of several projections. */
export interface ProjectionsTask {
  readonly kind: 'weak-projections';
  readonly problem: WeakProblem;
  readonly projections: readonly Projection[];
}

export interface Projection {
  readonly target: number;
  readonly score: Score;
  /** At the grid points: minimum of S, and nearest errors. */
  readonly minima: readonly (Minimum | undefined)[];
  readonly nearest: readonly (Nearest | undefined)[];
  /** Draws at each point between grid points. */
  readonly starts: number;
}

/**
 * A point costs about a hundred times as much as a point of S. Distances are cut off at `deep`, so no gap is sought
 * where three neighbouring points are all deep inside the set.
 */
const accuracy = { extremes: 1e-2, roots: 1e-7 };

function findProjection(
  engine: Engine,
  { problem, projections }: ProjectionsTask,
): (job: number) => ConfidenceSet {
  const form = equations(problem.form);
  return (job) => {
    const { target: number, score, minima, nearest, starts } = projections[job]!;
    const target = problem.targets[number]!;
    const line = lineOf(form, target, problem.places);
    const test = jointTest(engine, form, score, problem.level);
    const minimumOf = minimumOnLine(form, target, line, minima);
    const search = (u: number, sides: readonly Nearest[]) => {
      const centre = minimumOf(u)?.error;
      const point = { target, weights: line.weights(u) };
      const known = sides.map(({ error }) => error);
      return (
        centre && searchPoint(engine, form, point, test, { known, centre, draws: [0, starts] })
      );
    };
    const nearestThere = searchOnLine(line, nearest, search);
    return invert(line, nearestThere, ({ distance }) => Math.max(distance, test.deep), accuracy);
  };
}

export const searchStudy = jobStudy<SearchTask, Searched>({
  kind: 'weak-searches',
  jobsPerWorker: 2,
  first: 1,
  smallest: 1,
  jobOf: searchGridPoints,
});

export const projectionStudy = jobStudy<ProjectionsTask, ConfidenceSet>({
  kind: 'weak-projections',
  jobsPerWorker: 1,
  first: 1,
  smallest: 1,
  jobOf: findProjection,
});
