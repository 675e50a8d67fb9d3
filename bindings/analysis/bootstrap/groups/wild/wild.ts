/**
 * Wild cluster bootstrap tests of differences: replicates of the pooled model with interactions impose equal
 * coefficients and multiply the residuals of each cluster (Cameron, Gelbach and Miller, 2008; Roodman, Nielsen, MacKinnon
 * and Webb, 2019). With instruments it is the restricted efficient bootstrap (Davidson and MacKinnon, 2010).
 */
import { fewSigns, noReplicate } from '../../../../words/errors/bootstrap/comparisons.js';
import { Batch } from '../../../../generated/codes.js';
import type { Chunk } from '../../replicates.js';
import { smallestSize } from '../../summary/scheme.js';
import { rejects } from '../../../../core/numerics/ties.js';
import { confidenceSet, pFunction, statisticsOf } from '../../summary/wild-tests.js';
import type { Compared } from '../compared.js';
import { keyOf, type Outcome, type Outcomes, type Pair, reasonOf } from '../difference.js';
import { repeat } from '../repeat.js';
import { wildTask, type WildTask } from './task.js';
import { wildStudy } from './wild-study.js';

/** The core's whole batches. */
const CHUNKS = { first: Batch.replicates, smallest: Batch.replicates };

export async function wildDifferences(
  compared: Compared,
  pairs: readonly Pair[],
  level: number,
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  compared.options.progress.start('wild', pairs.length);
  for (const pair of pairs) {
    try {
      const prepared = await wildTask(compared, pair);
      outcomes.set(keyOf(pair), await testOf(compared, prepared, level));
    } catch (error) {
      outcomes.set(keyOf(pair), { reason: reasonOf(error) });
    }
    compared.options.progress.endPart();
  }
  return { of: outcomes, warnings: [] };
}

async function testOf(compared: Compared, wild: WildTask, level: number): Promise<Outcome> {
  const { task, place, estimate, stdError } = wild;
  const { scheme } = task;
  const smallest = smallestSize(scheme);
  const known = { stdError, statistic: 't', stat: estimate / stdError } as const;
  if (!rejects(smallest, 1 - level)) {
    return { ...known, reason: fewSigns({ units: scheme.units!, smallest }) };
  }
  const replicates = await replicatesOf(compared, wild);
  const k = task.params.length;
  const enumerated = scheme.enumerated === true;
  const coefficient = { k, place, unit: stdError };
  const p = pFunction(replicates, coefficient, { pValue: 'symmetric', enumerated });
  if (p === undefined) return { ...known, reason: noReplicate() };
  const pValue = p(estimate);
  const linear = task.design.endogenous.length === 0;
  return {
    ...known,
    pValue,
    monteCarloError: enumerated ? 0 : Math.sqrt((pValue * (1 - pValue)) / replicates.completed),
    ...(linear && { confInt: intervalOf(confidenceSet(estimate, p, 1 - level, stdError)) }),
    simulated: sizesOf(statisticsOf(replicates, coefficient)!(estimate), stdError),
    replicates: replicates.completed,
  };
}

interface Replicates {
  readonly values: Float64Array;
  readonly completed: number;
  readonly width: number;
}

async function replicatesOf({ options }: Compared, { task, place }: WildTask): Promise<Replicates> {
  const completed = task.scheme.enumerated === true ? 2 ** task.units.count : options.reps;
  const chunks: Chunk[] = [];
  const wild = { kind: 'group-wild', task, place } as const;
  const draws = { study: wildStudy, task: wild, count: completed, sizes: CHUNKS };
  await repeat(draws, options, (chunk) => void chunks.push(chunk));
  const width = chunks[0]!.values.length / chunks[0]!.count;
  const values = new Float64Array(completed * width);
  for (const chunk of chunks) values.set(chunk.values, chunk.first * width);
  return { values, completed, width };
}

/** The interval from the lowest value that is not rejected to the highest, if both exist. */
function intervalOf(pieces: readonly (readonly [number, number])[]) {
  const [low, high] = [pieces[0]?.[0] ?? NaN, pieces.at(-1)?.[1] ?? NaN];
  return Number.isFinite(low) && Number.isFinite(high) ? ([low, high] as const) : null;
}

/** |t*| under the hypothesis of equal coefficients, sorted. */
function sizesOf(statistics: Float64Array, stdError: number): Float64Array {
  return statistics
    .map((s) => Math.abs(s) / stdError)
    .filter(Number.isFinite)
    .sort();
}
