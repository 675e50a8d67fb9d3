/** Bootstrap distributions of differences, from joint draws of the units. */
import { Overflow } from '../../../../words/errors/bootstrap/failures.js';
import { type Told } from '../../../../words/told.js';
import { failedReplicates } from '../../../../words/errors/bootstrap/comparisons.js';
import { ReplicateStatus } from '../../../../generated/codes.js';
import { failureTold } from '../../summary/summarize.js';
import type { Warning } from '../../../../results/common.js';
import type { Compared } from '../compared.js';
import { forAll, keyOf, type Outcome, type Outcomes, type Pair, reasonOf } from '../difference.js';
import { repeat } from '../repeat.js';
import { type DrawsChunk, drawsSizes, drawsStudy } from './draws-study.js';
import { jointDraws, type JointDraws } from './joint-draws.js';
import { distinctUnits } from '../units.js';
import { percentileError, percentileInterval, percentilePValue } from './percentile.js';
import { bootstrapWarnings as sentences } from '../../../../words/en/warnings/bootstraps/bootstrap.js';
import { warning, warningOf } from '../../../../words/warning.js';

/** The coefficient of each group in each replicate (NaN if it has none), and the status of the last failure. */
interface Drawn {
  readonly values: readonly Float64Array[];
  readonly failures: Int32Array;
  /** Replicates of each group with a singular weighting matrix. */
  readonly singular: Int32Array;
}

export async function bootstrapDifferences(
  compared: Compared,
  pairs: readonly Pair[],
  level: number,
): Promise<Outcomes> {
  try {
    const drawn = await draw(compared, await jointDraws(compared));
    const results = pairs.map((pair) => summarizePair(compared, drawn, pair, level));
    return {
      of: new Map(pairs.map((pair, i) => [keyOf(pair), results[i]!])),
      warnings: warningsOf(compared, drawn),
    };
  } catch (error) {
    return forAll(pairs, { reason: reasonOf(error) });
  }
}

async function draw(
  { groups, options }: Compared,
  { samplers, nunits }: JointDraws,
): Promise<Drawn> {
  const { reps, seed, progress } = options;
  const values = groups.map(() => new Float64Array(reps).fill(NaN));
  const failures = new Int32Array(groups.length);
  const last = new Int32Array(groups.length).fill(-1);
  const singular = new Int32Array(groups.length);
  progress.start('bootstrap', samplers.length);
  for (const { task, joint, places } of samplers) {
    const take = ({ first, values: drawn, statuses }: DrawsChunk) =>
      statuses.forEach((status, r) => {
        places.forEach(([g], i) => {
          if ((status & ReplicateStatus.singular) !== 0) singular[g]! += 1;
          const failure = status & ReplicateStatus.bits;
          if (failure === 0) values[g]![first + r] = drawn[r * places.length + i]!;
          else if (first + r > last[g]!) [failures[g], last[g]] = [failure, first + r];
        });
      });
    const numbers = places.map(([, place]) => place);
    const drawing = { kind: 'group-draws', task, joint, nunits, seed, places: numbers } as const;
    const draws = { study: drawsStudy, task: drawing, count: reps, sizes: drawsSizes };
    await repeat(draws, options, take);
    progress.endPart();
  }
  return { values, failures, singular };
}

function summarizePair(compared: Compared, drawn: Drawn, [a, b]: Pair, level: number): Outcome {
  const { reps } = compared.options;
  const [first, second] = [drawn.values[a]!, drawn.values[b]!];
  const differences = second.map((value, r) => value - first[r]!);
  const sorted = differences.filter((value) => !Number.isNaN(value)).sort();
  const replicates = sorted.length;
  if (replicates < Math.max(2, reps / 2)) {
    return { replicates, reason: tooManyFailed(compared, drawn, [a, b]) };
  }
  const pValue = percentilePValue(sorted);
  return {
    stdError: deviation(sorted),
    pValue,
    monteCarloError: percentileError(pValue, replicates),
    confInt: percentileInterval(sorted, level),
    replicates,
  };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Says which group of a pair fails most, why, and what to do. */
function tooManyFailed(compared: Compared, drawn: Drawn, pair: Pair): Told {
  const { groups, options, model, units } = compared;
  const [a, b] = pair.map((g) => failed(drawn, g)) as [number, number];
  const worst = a > b ? pair[0] : pair[1];
  const { value, fit, rows } = groups[worst]!;
  return failedReplicates({
    failed: Math.max(a, b),
    reps: options.reps,
    group: value,
    cause: failureTold(drawn.failures[worst]!) ?? Overflow(),
    units: distinctUnits(units.codes, rows).length,
    column: units.column,
    coefficients: Object.keys(fit.params).length,
    twoStep: (model as { readonly steps?: unknown }).steps === 2,
  });
}

function failed({ values }: Drawn, g: number): number {
  return values[g]!.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
}

function warningsOf({ groups, options: { reps } }: Compared, drawn: Drawn): Warning[] {
  return groups.flatMap(({ value }, g) => {
    const warnings: Warning[] = [];
    const singular = drawn.singular[g]!;
    if (singular > 0) {
      const detail = { singular, replicates: reps };
      warnings.push(warningOf(value, warning(sentences, 'singular-replicates', detail)));
    }
    const count = failed(drawn, g);
    if (count > reps / 100 && count <= reps / 2) {
      const detail = { failed: count, replicates: reps };
      warnings.push(warningOf(value, warning(sentences, 'failed-replicates', detail)));
    }
    return warnings;
  });
}
