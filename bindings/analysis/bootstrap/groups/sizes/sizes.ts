/**
 * Sizes of the tests in simulated samples like that of a comparison: the share of samples with equal coefficients in
 * which a test at 5 % rejects, in the simulated process in which it is furthest from 5 %.
 */
import type { GroupCompat, GroupMethod } from '../../../../results/groups.js';
import type { Model } from '../../../../models/model.js';
import { covarianceTraits, isByRow, isRobust } from '../../../../models/covariances/registry.js';
import type { SampleShape, Shapes } from './shape.js';
import { gridUnits, simulated, type SimulatedTest } from './simulated.js';

const LEVEL = 0.05;
/** A size from 4 to 6 % counts as right: this allows for the Monte Carlo error of 5,000 samples. */
const TOLERANCE = 0.01;
const MONTE_CARLO_ERROR = 0.003;

/** Whether a simulated size is from 4 to 6 %. */
export function isRightSize(size: number): boolean {
  return Math.abs(size - LEVEL) <= TOLERANCE + MONTE_CARLO_ERROR + 1e-12;
}

/**
 * The simulated size of a test; null if no simulated sample is like this one, or if the test was not simulated for it.
 */
export function simulatedSize(shapes: Shapes, test: SimulatedTest | undefined): number | null {
  if ('outside' in shapes || test === undefined) return null;
  const sizes = shapes.map((shape) => sizeIn(shape, test));
  return sizes.includes(null) ? null : worst(sizes as readonly number[]);
}

/** The size that is furthest from 5 %; of two that are equally far, the larger. */
export function worst(sizes: readonly number[]): number {
  return sizes.reduce((one, other) => (distance(other) > distance(one) ? other : one));
}

/**
 * The distance of a size from 5 %; a test that rejects too often counts as slightly worse than one that rejects too
 * rarely.
 */
export function distance(size: number): number {
  return Math.abs(size - LEVEL) + (size > LEVEL ? 1e-9 : 0);
}

/** The size simulated with this number of units, or else with the next smaller number; null below the smallest. */
function sizeIn({ split, units, ratio, groups }: SampleShape, test: SimulatedTest): number | null {
  const even = groups === 2 && ratio <= 2;
  const key = `${split}, ${groups === 2 ? 2 : 3} groups, ${even ? 'even' : 'uneven'}` as const;
  const sizes = simulated[key]?.[test] ?? [];
  const smaller = sizes.filter((size, i) => size !== null && gridUnits[i]! <= units);
  return smaller.at(-1) ?? null;
}

/** The name that the simulations use for a method of a comparison; undefined for errors that were not simulated. */
export function simulatedTest(
  method: GroupMethod | GroupCompat,
  { vcov }: Pick<Model, 'vcov'>,
  units: string | undefined,
): SimulatedTest | undefined {
  if (method === 'bdiff') return undefined;
  if (method !== 'wald' && method !== 'suest') return method;
  if (isByRow(vcov.type)) {
    if (units !== undefined) return 'rows';
    return isRobust(vcov) ? method : undefined;
  }
  const sums = covarianceTraits(vcov.type)?.replicates?.draws.includes('clusters') === true;
  const isByUnit = sums && vcov.cluster?.length === 1 && vcov.cluster[0] === units;
  return isByUnit ? method : undefined;
}
