/**
 * Projected sets of the joint tests. Every place at which a test is not yet found not to reject is searched with ever more
 * starts, twice as many each time, until a round brings in no place more.
 */
import type { ConfidenceSet } from '../../models/fit-result.js';
import type { Minimum } from '../../models/instruments/identification/projection.js';
import type { RefitOptions } from '../refits.js';
import { complete } from './complete.js';
import { type Nearest, nearer, type Score, scores } from './joint.js';
import type { WeakProblem } from './problem.js';
import type { SearchedSet, SearchedSets } from './result.js';
import type { Projection, Search, Searched } from './search-jobs.js';

/** Drawn starts of the first round, and the most. */
const FIRST = 12;
const MOST = 96;

const note =
  'every value found belongs to the set, and values that the search missed may be left out';

/** For each target the sets of the joint tests. `minima` are least S at the places of each target's grid. */
export async function projectionsOf(
  problem: WeakProblem,
  minima: readonly (readonly (Minimum | undefined)[])[],
  options: RefitOptions,
): Promise<SearchedSets[]> {
  const projections: Account[] = [];
  for (const [target, own] of minima.entries()) {
    for (const score of scores) {
      projections.push(await searched(problem, [target, score], own, options));
    }
  }
  const { workers, signal, workerUrl } = options;
  const sets = await complete<ConfidenceSet>(
    { kind: 'weak-projections', problem, projections },
    projections.length,
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

interface Account extends Projection {
  readonly added: number;
}

async function searched(
  problem: WeakProblem,
  [target, score]: readonly [number, Score],
  minima: readonly (Minimum | undefined)[],
  options: RefitOptions,
): Promise<Account> {
  const nearest: (Nearest | undefined)[] = minima.map(() => undefined);
  const round = async (from: number, to: number): Promise<number> => {
    const searches = searchesFrom(minima, nearest, [from, to]);
    const task = { kind: 'weak-searches', problem, target, score, searches } as const;
    const outcomes = await complete<Searched>(task, searches.length, options);
    searches.forEach(({ place }, i) => {
      nearest[place] = nearer(nearest[place], outcomes[i]!.nearest);
    });
    return searches.filter(({ place }) => inside(nearest[place])).length;
  };
  await round(0, FIRST);
  let [starts, added] = [FIRST, 0];
  do {
    added = await round(starts, 2 * starts);
    starts *= 2;
  } while (added > 0 && starts < MOST);
  return { target, score, minima, nearest, starts, added };
}

/** The places not yet inside: from least S at first, then from what was found on both sides. */
function searchesFrom(
  minima: readonly (Minimum | undefined)[],
  nearest: readonly (Nearest | undefined)[],
  draws: readonly [number, number],
): Search[] {
  return minima.flatMap((minimum, place) => {
    const known = nearest[place];
    if (minimum === undefined || inside(known)) return [];
    const sides = [nearest.at(place - 1), nearest[(place + 1) % nearest.length]];
    const beside = sides.flatMap((side) => (side === undefined ? [] : [side.error]));
    const { error: centre } = minimum;
    return [{ place, starts: { known: known === undefined ? [centre] : beside, centre, draws } }];
  });
}

function inside(nearest: Nearest | undefined): boolean {
  return nearest !== undefined && nearest.distance < 0;
}
