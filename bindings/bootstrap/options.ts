import { InputError } from '../core/errors.js';
import type { BootstrapSpec } from '../models/schema/common.js';
import type { CheckpointStorage } from './storage/saver.js';
import type { Shard } from './shard-range.js';
import type { RunOptions } from '../jobs/run-options.js';
import type { BootstrapProgress } from './progress.js';
import type {
  BootstrapScheme,
  SchemeKeys,
  IntervalMethod,
  PValueMethod,
  Recentring,
} from '../results/scheme.js';

export interface BootstrapOptions extends SchemeKeys, RunOptions<BootstrapProgress> {
  /** By default `cluster` if there are units or clusters, otherwise `pairs`; always `cluster` for dpd. */
  readonly scheme?: BootstrapScheme | undefined;
  /** Number of replicates, at least 1; with `precision` their maximum. */
  readonly reps: number;
  /** An integer from 0 to 2^53 - 1; the same seed gives the same bits everywhere. Default 1. */
  readonly seed?: number | undefined;
  /**
   * Recentre the moments of an overidentified model at those of the sample, so that they hold in the resampled
   * population (Hall and Horowitz, 1996). `brown-newey` draws units with probabilities under which the moments hold
   * (Brown and Newey, 2002). Default true.
   */
  readonly recenter?: Recentring | undefined;
  /** Intervals to report. Default percentile. */
  readonly ci?: readonly IntervalMethod[] | undefined;
  /** Confidence level; default that of the fit. */
  readonly level?: number | undefined;
  /**
   * Statistics in addition to the coefficients: the tests `hansen`, `diffHansen` and `ar` for dpd, `firstStageF` and
   * `andersonRubin` for iv, and expressions in the coefficients such as `Gov/(1-L1.Level)`.
   */
  readonly statistics?: readonly string[] | undefined;
  /** Estimate without each unit, row or cluster in turn, and name those whose absence changes most. Default false. */
  readonly jackknife?: boolean | undefined;
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

/** Options for a part of a bootstrap; `mergeShards` joins the parts. */
export interface ShardOptions extends BootstrapOptions {
  readonly shard: Shard;
  /** Where the shard is saved. It is complete when the run ends. */
  readonly checkpoint: CheckpointStorage;
}

const intervals: readonly IntervalMethod[] = [
  ...(['percentile', 'basic', 'normal', 'studentized', 'bca', 'inverted'] as const),
];
const schemes: readonly BootstrapScheme[] = [
  ...(['pairs', 'cluster', 'wild', 'wild-cluster', 'residual', 'block', 'stationary'] as const),
];
const pValues: readonly PValueMethod[] = ['symmetric', 'equal-tail'];

/** The keys of `BootstrapOptions`. */
export const optionNames: readonly (keyof BootstrapOptions)[] = [
  'reps',
  'scheme',
  'cluster',
  'weights',
  'imposeNull',
  'variant',
  'blockLength',
  'order',
  'seed',
  'recenter',
  'ci',
  'statistics',
  'jackknife',
  'level',
  'pValue',
  'precision',
  'engine',
  'workers',
  'signal',
  'onProgress',
  'workerUrl',
  'checkpoint',
  'resume',
  'memory',
];

type Rule = readonly [expected: string, holds: (value: unknown) => boolean];

const wholeFrom = (low: number) => (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) >= low;
const between0and1 = (value: unknown) => typeof value === 'number' && value > 0 && value < 1;
const column: Rule = ['the name of a column', (value) => typeof value === 'string' && value !== ''];
const flag: Rule = ['true or false', (value) => typeof value === 'boolean'];

const oneOf = (...names: string[]): Rule => [
  `one of ${names.join(', ')}`,
  (value) => names.includes(value as string),
];

const rules: Readonly<Partial<Record<keyof ShardOptions, Rule>>> = {
  recenter: [
    'true, false or brown-newey',
    (value) => typeof value === 'boolean' || value === 'brown-newey',
  ],
  reps: ['a whole number of at least 1', wholeFrom(1)],
  seed: ['a whole number from 0 to 9007199254740991', wholeFrom(0)],
  workers: ['a whole number of at least 0', wholeFrom(0)],
  level: ['a number between 0 and 1', between0and1],
  precision: ['a number between 0 and 1', between0and1],
  ci: [
    `a list of names among ${intervals.join(', ')}`,
    (value) => Array.isArray(value) && value.every((method) => intervals.includes(method)),
  ],
  scheme: [`one of ${schemes.join(', ')}`, (value) => schemes.includes(value as BootstrapScheme)],
  cluster: column,
  order: column,
  weights: oneOf('rademacher', 'mammen', 'webb', 'normal'),
  variant: oneOf('11', '13', '31', '33'),
  imposeNull: flag,
  blockLength: ['a whole number of at least 1', wholeFrom(1)],
  pValue: [pValues.join(' or '), (value) => pValues.includes(value as PValueMethod)],
  statistics: [
    'a list of params, hansen, diffHansen, ar, firstStageF, andersonRubin and expressions',
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  ],
  jackknife: flag,
  resume: flag,
  memory: ['a number above 0', (value) => typeof value === 'number' && value > 0],
};

/**
 * Throws InputError `bad-value` with the subject, the option, what was expected and what was found. Keys that are not
 * `known` are an error.
 */
export function checkOptions(
  options: BootstrapOptions,
  known: readonly string[] = optionNames,
  subject?: string,
): void {
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw badOption('options', `keys among ${known.join(', ')}`, unknown, subject);
  }
  for (const [name, [expected, holds]] of Object.entries(rules)) {
    const value = options[name as keyof BootstrapOptions];
    if (value === undefined && name !== 'reps') continue;
    if (!holds(value)) throw badOption(name, expected, value, subject);
  }
  if (options.resume === true && options.checkpoint === undefined) {
    throw badOption('resume', 'a checkpoint to resume from', 'none', subject);
  }
}

export function badOption(
  name: string,
  expected: string,
  value: unknown,
  subject = 'bootstrap',
): InputError {
  const message = `${subject}: ${name}: expected ${expected}, found ${String(value)}`;
  return new InputError('bad-value', message, {
    path: `${subject}.${name}`,
    expected,
    found: value,
  });
}

/** Reads the options that a model has under `bootstrap`. */
export function bootstrapOptions(spec: BootstrapSpec | undefined): Partial<BootstrapOptions> {
  if (spec === undefined) return {};
  const options: Partial<BootstrapOptions> & { progress?: unknown } = { ...spec };
  delete options.progress;
  return options;
}
