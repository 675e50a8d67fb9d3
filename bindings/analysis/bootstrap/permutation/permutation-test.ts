/**
 * Permutation tests of the hypothesis that a coefficient is 0. They exchange the residuals of the regression without
 * the regressor among rows or clusters (Freedman and Lane, 1983, Journal of Business and Economic Statistics 1). Ties
 * count, because the sample is one of the permutations:
 *
 *   (1 + #{|s*| >= |s|}) / (1 + R), or the share of all permutations if there are at most reps
 */
import * as said from '../../../words/errors/bootstrap/permutations.js';
import { type Engine, newEngine, engineFor } from '../../../core/engine/engine.js';
import { RowWidth } from '../../../generated/codes.js';
import { rejects, tieBounds } from '../../../core/numerics/ties.js';
import { checkFit, contextOf } from '../../../models/context.js';
import type { FitContext } from '../../../models/fit-context.js';
import { linearOf } from '../../../models/fitted-model.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import { checkOtherColumns } from '../../../models/refits/unchanged.js';
import type { FitResult } from '../../../results/fit.js';
import type { PermutationTest } from '../../../results/bootstrap/permutation.js';
import { permutedRows } from './permuted.js';
import {
  type PermutationChunk,
  permutationStudy,
  type PermutationTask,
} from './permutation-study.js';
import { spelledAs } from '../../../data/index.js';
import { checkPermutation, type PermutationOptions } from './options.js';
import { runWork } from '../../../core/jobs/schedule.js';
import { noPermutation } from '../../../models/replicates/refusal.js';
import type { Warning } from '../../../results/common.js';
import { groupWarnings } from '../../../words/en/warnings/bootstraps/groups.js';
import { resampledTestWarnings } from '../../../words/en/warnings/bootstraps/tests.js';
import { warning } from '../../../words/warning.js';

/** Number of permuted rows that justify a worker, which takes about 50 ms to start. */
const ROWS_PER_WORKER = 10_000_000;

/**
 * @throws InputError `result-without-data`, `no-bootstrap` with the reason, `unknown-coefficient`,
 *   `unknown-column`, `bad-value`; the reason of `signal`
 */
export async function permutationTest(
  fit: FitResult,
  written: PermutationOptions,
): Promise<PermutationTest> {
  const given = checkPermutation(written);
  checkFit('permutation', fit);
  const { context, linear } = permutable(fit);
  const options = { ...given, of: spelledAs(Object.keys(fit.params), given.of) };
  const { of, within, cluster, statistic = 't', seed = 1 } = options;
  checkResiduals(fit, of);
  checkOtherColumns('permutation', context, [within, cluster]);
  const permuted = permutedRows(linear, options);
  const { count, fixed, starts } = permuted.exchange;
  const enumerated = count <= options.reps;
  const reps = enumerated ? count : options.reps;
  const engine = await engineFor(options.engine ?? context.engine);
  const run = await prepare(engine, { permuted, enumerated, seed });
  const place = statistic === 't' ? 1 : 0;
  const bounds = tieBounds(run.observed[place], place === 1 ? 1 : fit.stdErrors[of]!);
  const compared = { place, least: bounds.far } as const;
  const beyond = await countBeyond(run, compared, reps, { ...options, engine });
  const pValue = enumerated ? beyond / reps : (1 + beyond) / (1 + reps);
  return {
    kind: 'permutation',
    of,
    ...(within !== undefined && { within }),
    ...(cluster !== undefined && { cluster }),
    statistic,
    estimate: fit.params[of]!,
    stdError: fit.stdErrors[of]!,
    stat: fit.statistics[of]!,
    statisticName: fit.statistic,
    vcov: fit.vcov,
    comparedStat: run.observed[place],
    permutedErrors: permuted.errors,
    pValue,
    monteCarloError: enumerated ? 0 : Math.sqrt((pValue * (1 - pValue)) / reps),
    reps,
    enumerated,
    units: starts.length - 1,
    seed,
    warnings: [
      ...(fixed === 0 ? [] : [fixedClusters(fixed, starts.length - 1)]),
      ...fewPermutations(reps, enumerated, 1 - fit.level),
    ],
  };
}

/** @throws InputError `no-bootstrap` unless the fit was made in this process and sums over its rows determine it */
function permutable(fit: FitResult): { readonly context: FitContext; readonly linear: LinearFit } {
  const context = contextOf(fit);
  const linear = context && linearOf(context);
  if (context !== undefined && linear !== undefined) return { context, linear };
  throw noPermutation(said.notPermutable({ estimator: fit.estimator! }));
}

/**
 * A perfect fit with a coefficient of 0 has no residuals without the regressor either, so there is nothing to permute.
 */
function checkResiduals({ depvar, params, warnings }: FitResult, of: string): void {
  if (params[of] !== 0 || !warnings.some(({ code }) => code === 'perfect-fit')) return;
  throw noPermutation(said.noResidualsToPermute({ of, depvar }));
}

/** A number of each permutation, and the smallest absolute value that is as extreme as the sample's. */
interface ComparedNumber {
  readonly place: 0 | 1;
  readonly least: number;
}

async function countBeyond(
  { task, nrows }: Prepared,
  { place, least }: ComparedNumber,
  reps: number,
  options: PermutationOptions,
): Promise<number> {
  const { signal, onProgress } = options;
  const start = performance.now();
  let [beyond, done] = [0, 0];
  const take = ({ count, values }: PermutationChunk) => {
    for (let i: number = place; i < values.length; i += RowWidth.permutation) {
      if (Math.abs(values[i]!) >= least) beyond += 1;
    }
    done += count;
    const secondsElapsed = (performance.now() - start) / 1000;
    const secondsLeft = (secondsElapsed * (reps - done)) / done;
    onProgress?.({ done, total: reps, failed: 0, secondsElapsed, secondsLeft });
  };
  const subject = 'permutation';
  const useful = Math.floor((reps * nrows) / ROWS_PER_WORKER);
  const sizes = { first: 1, smallest: 1 };
  const plan = { subject, ranges: [{ first: 0, end: reps }], signal, enough: () => false, take };
  await runWork({ subject, study: permutationStudy, task, useful }, options, { ...plan, sizes });
  signal?.throwIfAborted();
  return beyond;
}

interface Prepared {
  readonly task: PermutationTask;
  readonly nrows: number;
  readonly observed: readonly [estimate: number, t: number];
}

async function prepare(
  { module }: Engine,
  { permuted, enumerated, seed }: Omit<PermutationTask, 'kind'>,
): Promise<Prepared> {
  const kind = 'permutations';
  const whole: PermutationTask = { kind, permuted, enumerated: true, seed };
  const { values } = (await permutationStudy.prepare(await newEngine(module), whole)).run(0, 1);
  const nrows = permuted.exchange.rows.length;
  return { task: { ...whole, enumerated }, nrows, observed: [values[0]!, values[1]!] };
}

/** Warns if no permutation test has this size, because the sample is one of the permutations. */
function fewPermutations(reps: number, enumerated: boolean, size: number): Warning[] {
  const all = enumerated ? reps : 1 + reps;
  if (rejects(1 / all, size)) return [];
  const detail = { of: 'permutations', permutations: reps, size, enumerated } as const;
  return [warning(resampledTestWarnings, 'no-test', detail)];
}

function fixedClusters(fixed: number, of: number): Warning {
  return warning(groupWarnings, 'fixed-clusters', { fixed, of });
}
