/**
 * Projected sets of the joint tests. Every place at which a test is not yet found not to reject is searched with ever more
 * starts, twice as many each time, until a round brings in no place more.
 */
import type { Minimum } from '../../identification/confidence-sets/projection.js';
import type { RunOptions } from '../../jobs/run-options.js';
import { runAllJobs } from '../complete.js';
import { type Score, scores } from './joint.js';
import type { WeakProblem } from '../problem.js';
import type { SearchedSet, SearchedSets } from '../result.js';
import { type Nearest, nearer } from './search.js';
import { type Projection, projectionStudy, type Search, searchStudy } from './search-jobs.js';

/** Drawn starts of the first round, and the most. */
const FIRST = 6;
const MOST = 96;

const note =
  'values that were looked at and kept belong to the set, others that the search missed may be left out';

/** For each target the sets of the joint tests. `minima` are least S at the places of each target's grid. */
export async function projectionsOf(
  problem: WeakProblem,
  minima: readonly (readonly (Minimum | undefined)[])[],
  options: RunOptions,
): Promise<SearchedSets[]> {
  const projections = minima.flatMap((targetMinima, target) =>
    scores.map((score) => newSearch(target, score, targetMinima)),
  );
  await searchAll(problem, projections, options);
  const { workers, signal, workerUrl } = options;
  const sets = await runAllJobs(
    {
      study: projectionStudy,
      task: { kind: 'weak-projections', problem, projections },
      count: projections.length,
    },
    { workers, signal, workerUrl },
  );
  const accounted = projections.map(({ starts, added }, i) => ({ ...sets[i]!, starts, added }));
  const dfK = problem.form.nendogenous;
  return minima.map((_, i) => {
    const [k, kj, clr] = accounted.slice(i * scores.length) as [
      SearchedSet,
      SearchedSet,
      SearchedSet,
    ];
    return { dfK, k, kj, clr, note };
  });
}

/** A projection while it is searched. */
interface SearchState extends Projection {
  readonly nearest: (Nearest | undefined)[];
  starts: number;
  /** Places that the last round brought in. */
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
  options: RunOptions,
): Promise<void> {
  let open = projections;
  for (let [from, to] = [0, FIRST]; open.length > 0 && to <= MOST; [from, to] = [to, 2 * to]) {
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
      const places = batches[i]!.map(({ place }) => place);
      for (const place of places)
        nearest[place] = nearer(nearest[place], outcomes[next++]!.nearest);
      projection.starts = to;
      projection.added = places.filter((place) => inside(nearest[place])).length;
    });
    open = open.filter(({ added }) => from === 0 || added > 0);
  }
}

/** The places not yet inside: from least S at first, then from what was found on both sides. */
function searchesFrom(
  { target, score, minima, nearest }: Projection,
  draws: readonly [number, number],
): Search[] {
  return minima.flatMap((minimum, place) => {
    const here = nearest[place];
    if (minimum === undefined || inside(here)) return [];
    const sides = [nearest.at(place - 1), nearest[(place + 1) % nearest.length]];
    const beside = sides.flatMap((side) => (side === undefined ? [] : [side.error]));
    const { error: centre } = minimum;
    const known = here === undefined ? [centre] : beside;
    return [{ target, score, place, starts: { known, centre, draws } }];
  });
}

function inside(nearest: Nearest | undefined): boolean {
  return nearest !== undefined && nearest.distance < 0;
}
