/**
 * Tests and intervals of a wild bootstrap. A replicate holds the statistic of each coefficient as a function of d = b -
 * r, the distance of the estimate from the tested value r, in units of the coefficient:
 *
 *   s*(d) = (n0 + n1 d) / sqrt(d0 + d1 d + d2 d^2),     two numbers (n0, d0) if it does not depend on d
 *
 * The p-values are those of `p-values.ts` with s* for t* and d for t, and `ones` = 0 if the replicates are all sign
 * vectors. Ties count: the sign vector of the sample and its opposite give d itself. So this is a randomisation test,
 * whose smallest p-value with G clusters is 2 / 2^G. The confidence set contains the r with p > 1 - level; p is
 * symmetric if the test is one-sided. It may have gaps or be unbounded. With instruments s* depends on r in other ways,
 * so `bootstrap/invert-tests.ts` computes the sets beforehand.
 */
import type { FitResult } from '../../../results/fit.js';
import type { PValueMethod } from '../../../results/bootstrap/scheme.js';
import type { Replicates } from '../replicates.js';
import { countTails, rejects } from '../../../core/numerics/ties.js';
import { tailPValue, twoSidedMethod } from './p-values.js';
import { countJoint } from './statistics.js';
import type { ByName, Warning } from '../../../results/common.js';
import { resampledTestWarnings } from '../../../words/en/warnings/bootstraps/tests.js';
import { warning } from '../../../words/warning.js';

type Interval = readonly [low: number, high: number];

/** Confidence sets by coefficient, as pieces in ascending order. As in JSON, null is an infinite end. */
export type InvertedSets = ByName<readonly (readonly [low: number | null, high: number | null])[]>;

export interface WildTests {
  readonly pValues: ByName;
  /** The interval from the lowest value that is not rejected to the highest. */
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
  /** Sets that were computed earlier. */
  readonly sets?: InvertedSets | undefined;
}

/**
 * Number of points per side at which the test is computed, and number of halvings of a step in which its result
 * changes.
 */
const PLACES = 32;
const HALVINGS = 26;
/** A set that is not closed after this many doublings of four standard errors counts as unbounded. */
const DOUBLINGS = 12;

export function wildTests(
  { params }: FitResult,
  replicates: Replicates,
  question: WildQuestion,
): WildTests {
  const names = Object.keys(params);
  const each = names.flatMap((name, j) => {
    const { enumerated, pValue, stdErrors } = question;
    const coefficient = { k: names.length, place: j, unit: stdErrors[name]! };
    const p = pFunction(replicates, coefficient, { enumerated, pValue });
    const method = twoSidedMethod(pValue);
    const both = pFunction(replicates, coefficient, { enumerated, pValue: method });
    return p === undefined || both === undefined ? [] : [{ name, b: params[name]!, p, both }];
  });
  const pValues = Object.fromEntries(each.map(({ name, b, p }) => [name, p(b)]));
  const untested = names.filter((name) => !(name in pValues));
  const warnings: Warning[] = untested.map((name) =>
    warning(resampledTestWarnings, 'untested-constant', { name }),
  );
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
  const finite = (end: number) => (Number.isFinite(end) ? end : null);
  const ends = pieces.map(([low, high]) => [finite(low), finite(high)] as const);
  return warning(resampledTestWarnings, 'confidence-set', { name, pieces: ends });
}

/** Values of wild replicates: k coefficients, the numbers of the statistic of each, then those of joint tests. */
export interface WildReplicates extends Pick<Replicates, 'values' | 'completed' | 'width'> {
  readonly statistics?: readonly string[];
}

/** One of k coefficients, and the size of its standard error. */
export interface TestedCoefficient {
  readonly k: number;
  readonly place: number;
  readonly unit: number;
}

/** Returns p as a function of d; undefined for a coefficient that is not tested. Failed replicates are left out. */
export function pFunction(
  replicates: WildReplicates,
  coefficient: TestedCoefficient,
  { pValue, enumerated }: Pick<WildQuestion, 'pValue' | 'enumerated'>,
): ((d: number) => number) | undefined {
  const statistics = statisticsOf(replicates, coefficient);
  if (statistics === undefined) return undefined;
  const ones = Number(!enumerated);
  return (d) => tailPValue(countTails(statistics(d), d, coefficient.unit), pValue, ones);
}

/**
 * Returns s* of the replicates as a function of d, NaN for failed ones; undefined if none has a statistic. A statistic
 * without numerator and variance is 0 and in no tail.
 */
export function statisticsOf(
  { values, completed, width, statistics = [] }: WildReplicates,
  { k, place }: Pick<TestedCoefficient, 'k' | 'place'>,
): ((d: number) => Float64Array) | undefined {
  const terms = (width - countJoint(statistics)) / k - 1;
  const first = k + place * terms;
  // A value tested needs these terms of all replicates, which are far apart in `values`.
  const termsOf = new Float64Array(completed * terms);
  for (let r = 0; r < completed; ++r) {
    for (let term = 0; term < terms; ++term) {
      termsOf[r * terms + term] = values[first + r * width + term]!;
    }
  }
  const drawn = new Float64Array(completed);
  const fill = terms === 2 ? fillConstant : fillPolynomial;
  if (termsOf.every((value, i) => i % terms > 0 || Number.isNaN(value))) return undefined;
  return (d) => {
    fill(termsOf, d, drawn);
    return drawn;
  };
}

function fillConstant(terms: Float64Array, _: number, drawn: Float64Array): void {
  for (let r = 0; r < drawn.length; ++r) drawn[r] = overRoot(terms[2 * r]!, terms[2 * r + 1]!);
}

function fillPolynomial(terms: Float64Array, d: number, drawn: Float64Array): void {
  for (let r = 0; r < drawn.length; ++r) {
    const i = 5 * r;
    const numerator = terms[i]! + terms[i + 1]! * d;
    const square = terms[i + 2]! + d * (terms[i + 3]! + d * terms[i + 4]!);
    drawn[r] = overRoot(numerator, square);
  }
}

function overRoot(numerator: number, square: number): number {
  const s = numerator / Math.sqrt(Math.max(0, square));
  return Number.isNaN(s) && !Number.isNaN(numerator) ? 0 : s;
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
  const accepts = (d: number) => !rejects(p(d), alpha);
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
