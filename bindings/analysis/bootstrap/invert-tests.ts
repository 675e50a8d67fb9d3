/**
 * Confidence sets of a wild bootstrap with instruments. The way in which its replicates depend on the tested value r
 * cannot be described by a few numbers. Each r therefore needs new replicates, with the same multipliers. A job
 * computes the set of one coefficient. Sets are independent of each other, so the number of workers changes no bit.
 */
import * as v from 'valibot';
import { isKeyed } from '../../core/arguments/arguments.js';
import type { Engine } from '../../core/engine/engine.js';
import type { FitResult } from '../../results/fit.js';
import type { PValueMethod } from '../../results/bootstrap/scheme.js';
import type { BootstrapOptions } from './options.js';
import { prepareLinear } from './replicator.js';
import type { Range } from '../../core/jobs/ranges.js';
import { runWork } from '../../core/jobs/schedule.js';
import type { Prepared, Study } from '../../core/jobs/study.js';
import { twoSidedMethod } from './summary/p-values.js';
import { confidenceSet, type InvertedSets, pFunction } from './summary/wild-tests.js';
import type { LinearTask } from './tasks/linear.js';
import type { SummaryOptions } from './summary/options.js';

/** The task that a worker receives. Jobs are numbered by the position of the coefficient. */
export interface InversionTask {
  readonly kind: 'inversion';
  readonly task: LinearTask;
  readonly stdErrors: readonly number[];
  readonly level: number;
  readonly pValue: PValueMethod;
  readonly reps: number;
}

/** Sets of the coefficients `first` to `first + count - 1`. */
export interface InversionChunk {
  readonly first: number;
  readonly count: number;
  readonly sets: readonly InvertedSets[string][];
}

/** Computes the sets by coefficient. An aborted `signal` throws its reason. */
export async function invertTests(
  { params, stdErrors }: FitResult,
  task: LinearTask,
  { level, pValue }: SummaryOptions,
  options: BootstrapOptions,
): Promise<InvertedSets> {
  const names = Object.keys(params);
  const { reps, signal } = options;
  const inversion: InversionTask = {
    kind: 'inversion',
    task,
    stdErrors: names.map((name) => stdErrors[name]!),
    level,
    pValue: twoSidedMethod(pValue),
    reps,
  };
  const setsByPlace: InvertedSets[string][] = [];
  const take = ({ first, sets }: InversionChunk) =>
    sets.forEach((set, i) => (setsByPlace[first + i] = set));
  const work = {
    subject: 'bootstrap',
    study: inversionStudy,
    task: inversion,
    useful: names.length,
  };
  await runWork(work, options, {
    subject: 'bootstrap',
    ranges: [{ first: 0, end: names.length }],
    signal,
    enough: () => false,
    take,
    sizes: { first: 1, smallest: 1 },
  });
  signal?.throwIfAborted();
  return Object.fromEntries(names.map((name, j) => [name, setsByPlace[j]!]));
}

function prepareInversion(
  engine: Engine,
  { task, stdErrors, level, pValue, reps }: InversionTask,
): Prepared<InversionChunk> {
  const { run, width, testValue } = prepareLinear(engine, task);
  const enumerated = task.scheme.enumerated === true;
  const setOf = (j: number): InvertedSets[string] => {
    const b = task.params[j]!;
    const p = (d: number) => {
      testValue(j, b - d);
      const replicates = { values: run(0, reps).values, completed: reps, width };
      const coefficient = { k: stdErrors.length, place: j, unit: stdErrors[j]! };
      const tested = pFunction(replicates, coefficient, { pValue, enumerated });
      return tested === undefined ? 1 : tested(d);
    };
    const pieces = confidenceSet(b, p, 1 - level, stdErrors[j]!);
    return pieces.map(([low, high]) => [finite(low), finite(high)]);
  };
  return {
    run: (first, count) => {
      const sets = Array.from({ length: count }, (_, i) => setOf(first + i));
      return { first, count, sets };
    },
  };
}

/** Confidence sets by inverting the tests of a bootstrap. */
export const inversionStudy: Study<InversionTask, InversionChunk> = {
  kinds: ['inversion'],
  prepare: prepareInversion,
  rangeOf: setsRange,
};

const end = v.nullable(v.number());
const pieces = v.array(v.tuple([end, end]));

function setsRange(chunk: unknown): Range | undefined {
  if (!isKeyed(chunk) || !Array.isArray(chunk['sets'])) return undefined;
  const { first, sets } = chunk as { first: unknown; sets: readonly unknown[] };
  if (!Number.isSafeInteger(first) || !sets.every((set) => v.is(pieces, set))) return undefined;
  return { first: first as number, end: (first as number) + sets.length };
}

function finite(end: number): number | null {
  return Number.isFinite(end) ? end : null;
}
