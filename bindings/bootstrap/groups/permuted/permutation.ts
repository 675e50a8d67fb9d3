/**
 * Permutation tests of differences: the label sequences of units are exchanged, and the difference is divided by its
 * clustered error in each permutation (Chung and Romano, 2013, Annals of Statistics 41). Ties count, as the sample is one
 * of the permutations:
 *
 *   (1 + #{|t*| >= |t|}) / (1 + R)
 */
import { giveWay } from '../../../jobs/runner.js';
import type { Compared } from '../compared.js';
import { keyOf, type Outcome, type Outcomes, type Pair, reasonOf } from '../difference.js';
import { dynamicStatistics } from './dynamic.js';
import type { LabelExchange } from './exchange.js';
import { linearStatistics } from './linear.js';
import type { Permutable, Statistic } from './permutable.js';

/** Permutations per chunk. Other work runs between chunks. */
const CHUNK = 32;
/** Statistics this close count as equal, as rounding can separate them. */
const TIE = 1e-10;

export async function permutationDifferences(
  compared: Compared,
  pairs: readonly Pair[],
  level: number,
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  const warnings: Outcomes['warnings'][number][] = [];
  for (const served of samplesOf(compared, pairs)) {
    const permutable = withTests(await prepared(compared, served), level);
    if ('reason' in permutable) {
      for (const pair of served) outcomes.set(keyOf(pair), permutable);
      continue;
    }
    warnings.push(...fixedUnits(compared, permutable.exchange));
    const results = await permute(compared, permutable);
    served.forEach((pair, i) => outcomes.set(keyOf(pair), results[i]!));
  }
  return { of: outcomes, warnings };
}

/** Pairs that share a sample: all of them where units switch, as their sequences are exchanged whole. */
function samplesOf(
  { switchingUnits, options }: Compared,
  pairs: readonly Pair[],
): readonly (readonly Pair[])[] {
  return switchingUnits > 0 || options.common ? [pairs] : pairs.map((pair) => [pair]);
}

async function prepared(
  compared: Compared,
  pairs: readonly Pair[],
): Promise<Permutable | { readonly reason: string }> {
  try {
    return compared.model.estimator === 'dpd'
      ? await dynamicStatistics(compared, pairs[0]!)
      : await linearStatistics(compared, pairs);
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Refuses to permute labels of which no labelling can reject. */
function withTests(
  permutable: Permutable | { readonly reason: string },
  level: number,
): Permutable | { readonly reason: string } {
  if ('reason' in permutable || permutable.exchange.smallest <= 1 - level + TIE) return permutable;
  const smallest = permutable.exchange.smallest.toPrecision(2);
  const reason = `the labels have so few different permutations that no p-value is below ${smallest}; use --method wild or wald`;
  return { reason };
}

async function permute(
  { engine, options: { reps, seed, signal } }: Compared,
  { pairs, exchange, observed, statistics }: Permutable,
): Promise<Outcome[]> {
  const sample = statistics(observed);
  const sizes = pairs.map((): number[] => []);
  for (let r = 0; r < reps; r++) {
    if (r % CHUNK === 0) {
      await giveWay();
      signal?.throwIfAborted();
    }
    const drawn = statistics(exchange.permuted(engine, seed, r));
    drawn.forEach((statistic, i) => {
      if (statistic === undefined || sample[i] === undefined) return;
      sizes[i]!.push(Math.abs(statistic.t));
    });
  }
  return sizes.map((drawn, i) => outcomeOf(sample[i], Float64Array.from(drawn).sort(), reps));
}

/** `sizes` are |t| of the permutations, sorted. */
function outcomeOf(sample: Statistic | undefined, sizes: Float64Array, reps: number): Outcome {
  if (sample === undefined) {
    return { reason: 'the pooled model with interactions cannot be estimated; use other methods' };
  }
  const { t, stdError } = sample;
  const used = sizes.length;
  const known = { stdError, statistic: 't', stat: t, replicates: used } as const;
  if (used < reps / 2) {
    const reason = `${reps - used} of ${reps} permutations leave a group that cannot be estimated; use --method bootstrap`;
    return { ...known, reason };
  }
  const bound = Math.abs(t) * (1 - TIE);
  const beyond = sizes.reduce((count, size) => count + Number(size >= bound), 0);
  const pValue = (1 + beyond) / (1 + used);
  return {
    ...known,
    simulated: sizes,
    pValue,
    monteCarloError: Math.sqrt((pValue * (1 - pValue)) / used),
  };
}

function fixedUnits({ units }: Compared, { fixed, nunits }: LabelExchange) {
  if (fixed === 0) return [];
  const message = `${fixed} of ${nunits} units of ${units.column} have rows in periods that no other unit has, so their labels are not exchanged`;
  return [{ code: 'fixed-clusters', message }];
}
