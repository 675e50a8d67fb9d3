/**
 * Tests and intervals of a wild bootstrap. A replicate holds the statistic of each coefficient as a function of
 * d = b - r, the distance of the estimate from the tested value r, in units of the coefficient:
 *
 *   s*(d) = (n0 + n1 d) / sqrt(d0 + d1 d + d2 d^2),     two numbers (n0, d0) if it does not depend on d
 *   symmetric p(d)  (1 + #{|s*| > |d|}) / (1 + R)
 *   equal-tail      2 (1 + min(#{s* > d}, #{s* < d})) / (1 + R), at most 1
 *   greater, less   (1 + #{s* > d}) / (1 + R), (1 + #{s* < d}) / (1 + R)
 *
 * The ones are left out if the replicates are all sign vectors. Ties do not count (Roodman, Nielsen, MacKinnon and
 * Webb, 2019): they come from the sample's sign vector and its opposite, up to rounding. The confidence set contains
 * the r with p > 1 - level, p symmetric where the test has one side. It may have gaps or be unbounded. With instruments s* depends on r in other ways, so
 * `bootstrap/invert-tests.ts` computes the sets beforehand.
 */
import type { FitResult } from '../../results/fit.js';
import type { PValueMethod } from '../../results/scheme.js';
import type { Replicates } from '../replicates.js';
import { tailPValue, twoSidedMethod } from './p-values.js';
import type { ByName, Warning } from '../../results/common.js';

type Interval = readonly [low: number, high: number];

/** Confidence sets by coefficient, in ascending pieces. As in JSON, null is an end at infinity. */
export type InvertedSets = ByName<readonly (readonly [low: number | null, high: number | null])[]>;

export interface WildTests {
  readonly pValues: ByName;
  /** From the lowest value that is not rejected to the highest. */
  readonly confInt?: ByName<Interval>;
  /** Pieces of the sets that are not one interval, by coefficient. */
  readonly confSets?: ByName<readonly Interval[]>;
  readonly warnings: readonly Warning[];
}

export interface WildQuestion {
  readonly level: number;
  readonly pValue: PValueMethod;
  /** Whether to invert the tests. */
  readonly invert: boolean;
  /** Whether the replicates are all sign vectors. */
  readonly enumerated: boolean;
  readonly stdErrors: ByName;
  /** Sets that were computed before. */
  readonly sets?: InvertedSets | undefined;
}

/** Statistics this close count as equal: rounding can separate the sample's statistic from that of its sign vector. */
const TIE = 1e-10;
/** Points per side at which the test is computed, and halvings of the step in which its result changes. */
const PLACES = 32;
const HALVINGS = 26;
/** After so many doublings of four standard errors a set counts as unbounded. */
const DOUBLINGS = 12;

export function wildTests(
  { params }: FitResult,
  replicates: Replicates,
  question: WildQuestion,
): WildTests {
  const names = Object.keys(params);
  const each = names.flatMap((name, j) => {
    const p = pFunction(replicates, names.length, j, question);
    const both = pFunction(replicates, names.length, j, {
      ...question,
      pValue: twoSidedMethod(question.pValue),
    });
    return p === undefined || both === undefined ? [] : [{ name, b: params[name]!, p, both }];
  });
  const pValues = Object.fromEntries(each.map(({ name, b, p }) => [name, p(b)]));
  const untested = names.filter((name) => !(name in pValues));
  const warnings = untested.map((name) => ({
    code: 'untested-constant',
    message: `${name} is the average of the effects, so the bootstrap does not test it`,
  }));
  if (!question.invert) return { pValues, warnings };
  const sets = each.map(({ name, b, both }): [string, Interval[]] => {
    const known = question.sets?.[name]?.map(([low, high]): Interval => [
      low ?? -Infinity,
      high ?? Infinity,
    ]);
    return [name, known ?? confidenceSet(b, both, 1 - question.level, question.stdErrors[name]!)];
  });
  const odd = sets.filter(
    ([, pieces]) => pieces.length > 1 || !pieces.flat().every(Number.isFinite),
  );
  return {
    pValues,
    confInt: Object.fromEntries(
      sets.map(([name, pieces]): [string, Interval] => [name, [pieces[0]![0], pieces.at(-1)![1]]]),
    ),
    ...(odd.length > 0 && { confSets: Object.fromEntries(odd) }),
    warnings: [...warnings, ...odd.map(oddSet)],
  };
}

/** Finds the r = b - d with p(d) > alpha. The search starts from multiples of `se`. */
export function confidenceSet(
  b: number,
  p: (d: number) => number,
  alpha: number,
  se: number,
): Interval[] {
  return acceptedDistances(p, alpha, se)
    .map(([low, high]): Interval => [b - high, b - low])
    .reverse();
}

function oddSet([name, pieces]: readonly [string, readonly Interval[]]): Warning {
  const words = pieces.map(([low, high]) => `[${low}, ${high}]`).join(' and ');
  return {
    code: 'confidence-set',
    message: `the confidence set of ${name} is not one bounded interval: ${words}`,
  };
}

/** Returns p as a function of d; undefined for a coefficient that is not tested. Failed replicates are left out. */
export function pFunction(
  { values, completed, width }: Pick<Replicates, 'values' | 'completed' | 'width'>,
  k: number,
  j: number,
  { pValue, enumerated }: Pick<WildQuestion, 'pValue' | 'enumerated'>,
): ((d: number) => number) | undefined {
  const terms = width / k - 1;
  const first = k + j * terms;
  const end = completed * width;
  let count = 0;
  for (let i = first; i < end; i += width) count += Number(!Number.isNaN(values[i]!));
  if (count === 0) return undefined;
  const constant = terms === 2;
  const ones = Number(!enumerated);
  return (d) => {
    const tie = TIE * Math.abs(d);
    const bound = Math.abs(d) + tie;
    let far = 0;
    let above = 0;
    let below = 0;
    for (let i = first; i < end; i += width) {
      const numerator = constant ? values[i]! : values[i]! + values[i + 1]! * d;
      const square = constant
        ? values[i + 1]!
        : values[i + 2]! + d * (values[i + 3]! + d * values[i + 4]!);
      const s = numerator / Math.sqrt(Math.max(0, square)); // NaN, and beyond nothing, where there is none
      if (Math.abs(s) > bound) far += 1;
      if (s > d + tie) above += 1;
      if (s < d - tie) below += 1;
    }
    if (pValue === 'symmetric') return (ones + far) / (ones + count);
    return tailPValue({ used: count, above, below }, pValue, ones);
  };
}

/**
 * Finds the d with p(d) > alpha, in ascending pieces. The search takes PLACES steps on each side, out to a point that
 * is rejected and still rejected at twice the distance. It halves a step in which the result changes. It may miss
 * pieces narrower than a step.
 */
function acceptedDistances(
  p: (d: number) => number,
  alpha: number,
  se: number,
): (readonly [number, number])[] {
  const accepts = (d: number) => p(d) > alpha;
  const ends = [-1, 1].map((sign) => {
    let reach = 4 * se;
    for (let i = 0; i < DOUBLINGS; i++) {
      if (!accepts(sign * reach) && !accepts(2 * sign * reach)) return sign * reach;
      reach *= 2;
    }
    return sign * Infinity;
  }) as [number, number];
  const places = [...sideOf(ends[0], se).reverse(), 0, ...sideOf(ends[1], se)];
  const accepted = places.map(accepts);
  const pieces: [number, number][] = [];
  let start = accepted[0]! ? -Infinity : NaN;
  for (let i = 1; i < places.length; i++) {
    if (accepted[i] === accepted[i - 1]) continue;
    const change = halved(accepts, places[i - 1]!, places[i]!);
    if (accepted[i]!) start = change;
    else pieces.push([start, change]);
  }
  if (accepted.at(-1)!) pieces.push([start, Infinity]);
  return pieces;
}

/** Lists the points from 0 to an end, or to the last doubling if there is no end. */
function sideOf(end: number, se: number): number[] {
  const far = Number.isFinite(end) ? end : Math.sign(end) * 4 * se * 2 ** DOUBLINGS;
  const near = Number.isFinite(end) ? far : Math.sign(end) * 64 * se;
  const steps = Array.from({ length: PLACES }, (_, i) => (near * (i + 1)) / PLACES);
  return near === far ? steps : [...steps, far];
}

function halved(accepts: (d: number) => boolean, from: number, to: number): number {
  const before = accepts(from);
  let [low, high] = [from, to];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (accepts(middle) === before) low = middle;
    else high = middle;
  }
  return before ? low : high;
}
