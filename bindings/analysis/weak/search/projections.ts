/**
 * Projected sets of the joint tests. Every grid point that is not yet in the set is searched again, with twice as
 * many starts in each round. The search ends when a round adds no grid point.
 */
import { say, textOf } from '../../../words/phrase.js';
import type { Minimum } from '../../../models/identification/confidence-sets/projection.js';
import { type NotingOptions, runAllJobs } from '../complete.js';
import { type Score, scores } from './joint.js';
import type { WeakProblem } from '../problem.js';
import type { SearchedSet, SearchedSets } from '../result.js';
import { type Nearest, nearer } from './search.js';
import { type Projection, projectionStudy, type Search, searchStudy } from './search-jobs.js';

/** Random starts of the first round, and the most of any round. */
const FIRST_STARTS = 6;
const MAX_STARTS = 96;

const told = say(
  'values in the set are not rejected; the search may have missed others, so the true set may be larger',
);

/** The sets of the joint tests for each target. `minima` are minima of S at each target's grid points. */
export async function projectionsOf(
  problem: WeakProblem,
  minima: readonly (readonly (Minimum | undefined)[])[],
  options: NotingOptions,
): Promise<SearchedSets[]> {
  const projections = minima.flatMap((targetMinima, target) =>
    scores.map((score) => newSearch(target, score, targetMinima)),
  );
  await searchAll(problem, projections, options);
  const { workers, signal, workerUrl, engine, notices } = options;
  const sets = await runAllJobs(
    {
      study: projectionStudy,
      task: { kind: 'weak-projections', problem, projections },
      count: projections.length,
    },
    { workers, signal, workerUrl, engine, notices },
  );
  const accounted = projections.map(({ starts, added }, i) => ({ ...sets[i]!, starts, added }));
  const dfK = problem.form.nendogenous;
  return minima.map((_, i) => {
    const [k, kj, clr] = accounted.slice(i * scores.length) as [
      SearchedSet,
      SearchedSet,
      SearchedSet,
    ];
    return { dfK, k, kj, clr, note: textOf(told), told };
  });
}

/** The state of a projection during the search. */
interface SearchState extends Projection {
  readonly nearest: (Nearest | undefined)[];
  starts: number;
  /** Grid points that the last round added. */
  added: number;
}

function newSearch(
  target: number,
  score: Score,
  minima: readonly (Minimum | undefined)[],
): SearchState {
  return { target, score, minima, nearest: minima.map(() => undefined), starts: 0, added: 0 };
}

async function searchAll(
  problem: WeakProblem,
  projections: readonly SearchState[],
  options: NotingOptions,
): Promise<void> {
  let open = projections;
  for (
    let [from, to] = [0, FIRST_STARTS];
    open.length > 0 && to <= MAX_STARTS;
    [from, to] = [to, 2 * to]
  ) {
    const batches = open.map((projection) => searchesFrom(projection, [from, to]));
    const searches = batches.flat();
    const outcomes = await runAllJobs(
      {
        study: searchStudy,
        task: { kind: 'weak-searches', problem, searches },
        count: searches.length,
      },
      options,
    );
    let next = 0;
    open.forEach((projection, i) => {
      const { nearest } = projection;
      const gridIndices = batches[i]!.map(({ gridIndex }) => gridIndex);
      for (const gridIndex of gridIndices)
        nearest[gridIndex] = nearer(nearest[gridIndex], outcomes[next++]!.nearest);
      projection.starts = to;
      projection.added = gridIndices.filter((gridIndex) => inside(nearest[gridIndex])).length;
    });
    open = open.filter(({ added }) => from === 0 || added > 0);
  }
}

/**
 * Searches at the grid points not yet in the set: first from the minimum of S, then from the results at both
 * neighbours.
 */
function searchesFrom(
  { target, score, minima, nearest }: Projection,
  draws: readonly [number, number],
): Search[] {
  return minima.flatMap((minimum, gridIndex) => {
    const here = nearest[gridIndex];
    if (minimum === undefined || inside(here)) return [];
    const sides = [nearest.at(gridIndex - 1), nearest[(gridIndex + 1) % nearest.length]];
    const neighbours = sides.flatMap((side) => (side === undefined ? [] : [side.error]));
    const { error: centre } = minimum;
    const known = here === undefined ? [centre] : neighbours;
    return [{ target, score, gridIndex, starts: { known, centre, draws } }];
  });
}

function inside(nearest: Nearest | undefined): boolean {
  return nearest !== undefined && nearest.distance < 0;
}
