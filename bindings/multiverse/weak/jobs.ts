/** The jobs of the sets: first the tests at each place of a coefficient's grid, then each set from them. */
import type { Engine } from '../../core/engine.js';
import type { ConfidenceSet } from '../../models/fit-result.js';
import { invert } from '../../models/instruments/identification/confidence-sets.js';
import { kinds, type Kind, testsOf, type WeakProblem } from './distances.js';

/** The tests of target `floor(job / places)` at place `job mod places`. */
export interface PlacesTask {
  readonly kind: 'weak-places';
  readonly problem: WeakProblem;
  /** Those that are asked for. */
  readonly kinds: readonly Kind[];
}

/** A set for each target and kind, the kinds of one target after another. */
export interface SetsTask {
  readonly kind: 'weak-sets';
  readonly problem: WeakProblem;
  readonly kinds: readonly Kind[];
  /** What the jobs of the places gave. */
  readonly found: readonly PlaceTests[];
}

/** Distances of the kinds that were asked for. */
export interface PlaceTests {
  readonly distances: readonly number[];
}

export function testPlace(
  engine: Engine,
  { problem, kinds: asked }: PlacesTask,
  job: number,
): PlaceTests {
  const target = problem.targets[Math.floor(job / problem.places)]!;
  const { line, at } = testsOf(engine, problem, target);
  const tests = at(line.grid[job % problem.places]!);
  return { distances: asked.map((kind) => tests[kind]()) };
}

export function findSet(
  engine: Engine,
  { problem, kinds: asked, found }: SetsTask,
  job: number,
): ConfidenceSet {
  const [number, place] = [Math.floor(job / asked.length), job % asked.length];
  const { line, at } = testsOf(engine, problem, problem.targets[number]!);
  const kind = asked[place]!;
  const first = number * problem.places;
  const known = new Map(line.grid.map((u, i) => [u, found[first + i]!.distances[place]!]));
  return invert(
    line,
    (u) => {
      const distance = known.get(u) ?? at(u)[kind]();
      return Number.isNaN(distance) ? undefined : distance;
    },
    (distance) => distance,
  );
}

/** The kinds that differ: without other weak coefficients a projection is the same as concentrating out. */
export function kindsOf(others: boolean): readonly Kind[] {
  return others ? kinds : kinds.filter((kind) => kind.startsWith('projected'));
}
