/**
 * The jobs of the sets that start from the minimum of S. First come the minima at the grid points of a coefficient,
 * then the sets.
 */
import type { Engine } from '../../core/engine/engine.js';
import type { ConfidenceSet } from '../../results/fit.js';
import { invert } from '../../models/identification/confidence-sets/confidence-sets.js';
import type { Minimum } from '../../models/identification/confidence-sets/projection.js';
import { equations } from '../../models/identification/reduced-form.js';
import { jobStudy } from '../../core/jobs/study.js';
import { distanceOf, kinds } from './distances.js';
import { lineOf, type WeakProblem } from './problem.js';
import { minimumOnLine, leastMoments } from './profile.js';

/** Minimum of S for target `floor(job / places)` at grid point `job mod places`. */
export interface MinimaTask {
  readonly kind: 'weak-places';
  readonly problem: WeakProblem;
}

/** One set for each target and kind; the kinds of a target are consecutive. */
export interface SetsTask {
  readonly kind: 'weak-sets';
  readonly problem: WeakProblem;
  /** For each target, at its grid points. */
  readonly minima: readonly (readonly (Minimum | undefined)[])[];
}

/** No minimum if the covariance of the moments is singular. */
export interface PointMinimum {
  readonly minimum?: Minimum | undefined;
}

/** Sets are printed with about six digits. */
const accuracy = { extremes: 1e-4, roots: 1e-10 };

function findMinimum({ problem }: MinimaTask): (job: number) => PointMinimum {
  const form = equations(problem.form);
  const { targets, places, estimates } = problem;
  const lines = targets.map((target) => lineOf(form, target, places));
  return (job) => {
    const number = Math.floor(job / places);
    const { grid, weights } = lines[number]!;
    const point = weights(grid[job % places]!);
    return { minimum: leastMoments(form, targets[number]!, point, estimates) };
  };
}

function findSet(engine: Engine, { problem, minima }: SetsTask): (job: number) => ConfidenceSet {
  const form = equations(problem.form);
  return (job) => {
    const number = Math.floor(job / kinds.length);
    const kind = kinds[job % kinds.length]!;
    const target = problem.targets[number]!;
    const line = lineOf(form, target, problem.places);
    const distance = distanceOf(engine, form, target, problem.level);
    const minimumOf = minimumOnLine(form, target, line, minima[number]!);
    return invert(
      line,
      (u) => {
        const minimum = minimumOf(u);
        return minimum && distance(kind, minimum);
      },
      (value) => value,
      accuracy,
    );
  };
}

export const minimaStudy = jobStudy<MinimaTask, PointMinimum>({
  kind: 'weak-places',
  jobsPerWorker: 8,
  first: 4,
  smallest: 1,
  jobOf: (_, task) => findMinimum(task),
});

export const setsStudy = jobStudy<SetsTask, ConfidenceSet>({
  kind: 'weak-sets',
  jobsPerWorker: 2,
  first: 1,
  smallest: 1,
  jobOf: findSet,
});
