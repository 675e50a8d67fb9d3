/**
 * Permutation tests of differences: the label sequences of units are exchanged, and the difference is divided by its
 * clustered error in each permutation (Chung and Romano, 2013, Annals of Statistics 41). Ties count, because the sample
 * is one of the permutations:
 *
 *   (1 + #{|t*| >= |t|}) / (1 + R)
 */
import { type Told } from '../../../../words/told.js';
import * as said from '../../../../words/errors/bootstrap/comparisons.js';
import { newEngine } from '../../../../core/engine/engine.js';
import type { InputError } from '../../../../core/errors/errors.js';
import { estimatorOf } from '../../../../models/estimators.js';
import { noBootstrap } from '../../../../models/replicates/refusal.js';
import { countTails, rejects } from '../../../../core/numerics/ties.js';
import { tailPValue } from '../../summary/p-values.js';
import type { Compared } from '../compared.js';
import { keyOf, type Outcome, type Outcomes, type Pair, reasonOf } from '../difference.js';
import { repeat } from '../repeat.js';
import { permutableByUnit } from './by-unit.js';
import type { LabelExchange } from './exchange.js';
import { linearPermutable } from './linear.js';
import type { Permutable, Statistic } from './permutable.js';
import { type PermutedSample, permutationsStudy, statisticsOf } from './permutations-study.js';
import { groupWarnings } from '../../../../words/en/warnings/bootstraps/groups.js';
import { warning } from '../../../../words/warning.js';

const CHUNKS = { first: 16, smallest: 1 };

export async function permutationDifferences(
  compared: Compared,
  pairs: readonly Pair[],
  level: number,
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  const warnings: Outcomes['warnings'][number][] = [];
  const samples = samplesOf(compared, pairs);
  compared.options.progress.start('permutation', samples.length);
  for (const served of samples) {
    const permutable = withTests(await prepared(compared, served), level);
    if ('reason' in permutable) {
      for (const pair of served) outcomes.set(keyOf(pair), permutable);
      continue;
    }
    warnings.push(...fixedUnits(compared, permutable.exchange));
    const results = await permute(compared, permutable);
    served.forEach((pair, i) => outcomes.set(keyOf(pair), results[i]!));
    compared.options.progress.endPart();
  }
  return { of: outcomes, warnings };
}

/**
 * Groups the pairs that share a sample. All pairs share one if units switch groups, because their label sequences are
 * exchanged as a whole.
 */
function samplesOf(
  { switchingUnits, options }: Compared,
  pairs: readonly Pair[],
): readonly (readonly Pair[])[] {
  return switchingUnits > 0 || options.common ? [pairs] : pairs.map((pair) => [pair]);
}

async function prepared(
  compared: Compared,
  pairs: readonly Pair[],
): Promise<Permutable<PermutedSample> | { readonly reason: Told }> {
  try {
    const { linear, byUnit } = estimatorOf(compared.model);
    if (linear !== undefined) return await linearPermutable(compared, pairs);
    if (byUnit !== undefined) return await permutableByUnit(compared, pairs[0]!);
    throw notPermutable(compared.model.estimator);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function notPermutable(estimator: string): InputError {
  return noBootstrap(said.withoutPermutations({ estimator }), 'groups');
}

/** Refuses to permute labels if not even the most extreme labelling could reject. */
function withTests(
  permutable: Permutable<PermutedSample> | { readonly reason: Told },
  level: number,
): Permutable<PermutedSample> | { readonly reason: Told } {
  if ('reason' in permutable || rejects(permutable.exchange.smallest, 1 - level)) return permutable;
  const smallest = permutable.exchange.smallest.toPrecision(2);
  return { reason: said.fewPermutations({ smallest }) };
}

async function permute(
  { engine, options }: Compared,
  { pairs, rows, sample }: Permutable<PermutedSample>,
): Promise<Outcome[]> {
  const { reps, seed } = options;
  const observed = statisticsOf(await newEngine(engine.module), sample)(rows.labels);
  const sizes = pairs.map((): number[] => []);
  const task = { kind: 'group-permutations', sample, rows, seed } as const;
  const draws = { study: permutationsStudy, task, count: reps, sizes: CHUNKS };
  await repeat(draws, options, ({ t }) =>
    t.forEach((value, place) => {
      const i = place % pairs.length;
      if (!Number.isNaN(value) && observed[i] !== undefined) sizes[i]!.push(Math.abs(value));
    }),
  );
  return sizes.map((drawn, i) => outcomeOf(observed[i], Float64Array.from(drawn).sort(), reps));
}

/** `sizes` are the sorted |t| of the permutations. */
function outcomeOf(sample: Statistic | undefined, sizes: Float64Array, reps: number): Outcome {
  if (sample === undefined) {
    return { reason: said.noPooledModel() };
  }
  const { t, stdError } = sample;
  const used = sizes.length;
  const known = { stdError, statistic: 't', stat: t, replicates: used } as const;
  if (used < reps / 2) {
    return { ...known, reason: said.failedPermutations({ failed: reps - used, reps }) };
  }
  const pValue = tailPValue(countTails(sizes, t, 1), 'symmetric');
  return {
    ...known,
    simulated: sizes,
    pValue,
    monteCarloError: Math.sqrt((pValue * (1 - pValue)) / used),
  };
}

function fixedUnits({ units }: Compared, { fixed, nunits }: LabelExchange) {
  if (fixed === 0) return [];
  const detail = { fixed, of: nunits, unit: String(units.column) };
  return [warning(groupWarnings, 'fixed-clusters', detail)];
}
