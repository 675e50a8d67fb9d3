import { badFinding } from '../../core/errors/bad-argument.js';
import { none } from '../../words/expectations/analysis/options.js';
import {
  checkpointStorage,
  checkpointToResume,
  listOfStatistics,
} from '../../words/expectations/bootstrap.js';
import * as wanted from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import {
  badArgument,
  between,
  checkKeys,
  columnName,
  flag,
  isKeyed,
  level,
  listOf,
  oneOf,
  seed,
  whole,
} from '../../core/arguments/arguments.js';
import type { BootstrapSpec } from '../../models/schema/common.js';
import type { CheckpointStorage } from './storage/saver.js';
import { type RunOptions, runSchemas } from '../../core/jobs/run-options.js';
import type { BootstrapProgress } from './running/progress.js';
import type { DrawOptions } from '../../models/replicates/draw-options.js';
import type {
  BootstrapScheme,
  IntervalMethod,
  PValueMethod,
} from '../../results/bootstrap/scheme.js';

export interface BootstrapOptions extends DrawOptions, RunOptions<BootstrapProgress> {
  /** Number of replicates, at least 1; with `precision` their maximum. */
  readonly reps: number;
  /** Confidence level; default that of the fit. */
  readonly level?: number | undefined;
  /**
   * Statistics in addition to the coefficients: the tests `hansen`, `diffHansen` and `ar` for dpd, `firstStageF` and
   * `andersonRubin` for iv, and expressions in the coefficients such as `Gov/(1-L1.Level)`.
   */
  readonly statistics?: readonly string[] | undefined;
  /** Estimate without each unit, row or cluster in turn, and name those whose absence changes most. Default false. */
  readonly jackknife?: boolean | undefined;
  /**
   * Build the indices of the model again in each replicate, from the rows drawn, so that the errors of their weights
   * reach the coefficients; false takes them as given. Default true where `build` makes an index that the model uses.
   */
  readonly rebuild?: boolean | undefined;
  /** Which p-values to report. Default symmetric. */
  readonly pValue?: PValueMethod | undefined;
  /**
   * Stop when the Monte Carlo error of every standard error is at most this share of it. The check runs after every
   * 1000 replicates, in the order of their numbers. 0.01 takes about 5000 replicates.
   */
  readonly precision?: number | undefined;
  /** Where finished replicates are saved, every few seconds and at the end. */
  readonly checkpoint?: CheckpointStorage | undefined;
  /**
   * Continue from the replicates in `checkpoint`, if there are any. Without `resume` it must be empty. Default false.
   */
  readonly resume?: boolean | undefined;
  /** Largest memory of the replicates in bytes; by default what the core can address. */
  readonly memory?: number | undefined;
}

const intervals: readonly IntervalMethod[] = [
  'percentile',
  'basic',
  'normal',
  'studentized',
  'bca',
  'inverted',
];
const schemes: readonly BootstrapScheme[] = [
  'pairs',
  'cluster',
  'wild',
  'wild-cluster',
  'residual',
  'block',
  'stationary',
];
const pValues: readonly PValueMethod[] = ['symmetric', 'equal-tail', 'greater', 'less'];
const memoryExpected = expects(wanted.numberAbove({ low: 0 }));

/** What each option of a bootstrap may be. */
export const bootstrapSchemas = {
  reps: whole(1),
  scheme: oneOf(schemes),
  cluster: columnName,
  subcluster: columnName,
  weights: oneOf(['rademacher', 'mammen', 'webb', 'normal']),
  imposeNull: flag,
  variant: oneOf(['11', '13', '31', '33']),
  blockLength: whole(1),
  order: columnName,
  seed,
  recenter: v.union(
    [v.boolean(), oneOf(['brown-newey'])],
    expects(wanted.eitherOf({ words: ['true', 'false', 'brown-newey'] })),
  ),
  ci: listOf(oneOf(intervals), wanted.namesAmong({ words: intervals })),
  statistics: listOf(v.string(), listOfStatistics()),
  jackknife: flag,
  rebuild: flag,
  level,
  pValue: oneOf(pValues),
  precision: between(0, 1),
  ...runSchemas,
  checkpoint: v.custom<CheckpointStorage>(isStorage, expects(checkpointStorage())),
  resume: flag,
  memory: v.pipe(v.number(memoryExpected), v.gtValue(0, memoryExpected)),
};

function isStorage(value: unknown): boolean {
  if (!isKeyed(value) || typeof value['name'] !== 'string') return false;
  return typeof value['read'] === 'function' && typeof value['write'] === 'function';
}

/**
 * Throws InputError `bad-value` with the option, what was expected and what was found. Keys that the schemas lack are an
 * error.
 */
export function checkOptions(given: unknown): BootstrapOptions {
  const options = checkKeys('bootstrap', bootstrapSchemas, given, ['reps']) as BootstrapOptions;
  const { resume, checkpoint } = options;
  if (resume === true && checkpoint === undefined) {
    throw badFinding('bootstrap', 'resume', checkpointToResume(), none());
  }
  return options;
}

/**
 * Reads the options that a model has under `bootstrap`.
 *
 * @throws InputError `bad-value`
 */
export function bootstrapOptions(spec: BootstrapSpec | undefined): Partial<BootstrapOptions> {
  if (spec === undefined) return {};
  if (!isKeyed(spec)) throw badArgument('bootstrap', 'options', wanted.keysAndValues(), spec);
  const options: Partial<BootstrapOptions> & { progress?: unknown } = { ...spec };
  delete options.progress;
  return options;
}
