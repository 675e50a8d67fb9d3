/** Replicates of a statistic that the caller defines: the rows of each, and the function's result for them. */
import { openArena } from '../../core/engine/arena.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import type { Engine } from '../../core/engine/engine.js';
import { drawUnits } from '../bootstrap/tasks/drawn-units.js';
import { splitSeed } from '../../core/numerics/random.js';
import type { Failure } from '../../core/jobs/failures.js';
import type { Told } from '../../words/told.js';
import type { JobStudy, Outcomes, StudyTask } from '../../core/jobs/study.js';
import * as said from '../../words/errors/analysis/arrays.js';
import { exportOf, importableModule } from '../../words/expectations/analysis/arrays.js';

/** What a statistic may return. */
export type Value = number | ArrayLike<number>;

/** A statistic of rows: which rows, each as often as it is drawn in ascending order, and the caller's data. */
export type RowStatistic<Data> = (rows: Int32Array, data: Data) => Value;

/** A statistic of weighted sums of columns, and the sum of the weights. */
export type SumStatistic = (sums: Float64Array, total: number) => Value;

/** An exported function of an ES module, which workers can load. */
export interface ModuleFunction {
  readonly module: string | URL;
  /** Name of the export; `default` by default. */
  readonly name?: string | undefined;
}

/** Replicates in one form for the calling thread and for workers. */
export interface StatisticTask extends StudyTask {
  readonly kind: 'statistic';
  readonly plan: 'bootstrap' | 'jackknife' | 'permutation' | 'given';
  readonly statistic:
    ((...inputs: never[]) => Value) | { readonly module: string; readonly name: string };
  /** What the statistic receives besides the rows. */
  readonly data: unknown;
  /** Columns to sum instead of passing rows (n each). */
  readonly columns?: readonly Float64Array[] | undefined;
  readonly nrows: number;
  /** Unit of each row or, for a permutation, its stratum. Without it each row is a unit. */
  readonly codes?: Int32Array | undefined;
  readonly nunits: number;
  readonly seed: number;
  /** Numbers that the statistic must return; 0 before it is known. */
  readonly width: number;
}

/** The numbers of a replicate. */
export interface StatisticOutcome {
  readonly values: readonly number[];
}

type Run = (number: number) => StatisticOutcome | Failure;

/**
 * Replicates of a statistic. They depend only on the seed and their number, so any division into chunks gives the same
 * bits.
 */
export const statisticStudy: JobStudy<StatisticTask, StatisticOutcome> = {
  kinds: ['statistic'],
  jobsPerWorker: 1,
  sizes: { first: 4, smallest: 1 },
  prepare: async (engine, task) => {
    const statistic = await loaded(task.statistic);
    const run = runOf(engine, task, statistic);
    return {
      run: (first, count): Outcomes<StatisticOutcome> => ({
        first,
        outcomes: Array.from({ length: count }, (_, i) => run(first + i)),
      }),
    };
  },
};

async function loaded(
  statistic: StatisticTask['statistic'],
): Promise<(...inputs: never[]) => Value> {
  if (typeof statistic === 'function') return statistic;
  const { module, name } = statistic;
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = await import(/* @vite-ignore */ /* webpackIgnore: true */ module);
  } catch (error) {
    const refused = badArgument('fn', 'module', importableModule(), String(error));
    throw Object.assign(refused, { cause: error });
  }
  const value = exported[name];
  if (typeof value === 'function') return value as (...inputs: never[]) => Value;
  throw badArgument('fn', 'name', exportOf({ module }), name);
}

function runOf(engine: Engine, task: StatisticTask, given: (...inputs: never[]) => Value): Run {
  const statistic = given as (...inputs: unknown[]) => unknown;
  if (task.columns !== undefined) {
    const weights = weightsOf(engine, task);
    const sums = summed(engine, task.columns, task.nrows);
    return (number) => {
      const counts = weights(number);
      return valuesOf(() => statistic(sums(counts), totalOf(counts)), task.width);
    };
  }
  const rows = rowsOf(engine, task);
  return (number) => valuesOf(() => statistic(rows(number), task.data), task.width);
}

/** What a statistic threw in this thread, by its failure. */
const thrown = new WeakMap<Failure, unknown>();

/** What the statistic of a failure threw, if it threw it in this thread. */
export function thrownBy(failure: Failure | undefined): unknown {
  return failure && thrown.get(failure);
}

/** The numbers that a statistic returns, or the reason why it returns none. */
function valuesOf(compute: () => unknown, width: number): StatisticOutcome | Failure {
  let value: unknown;
  try {
    value = compute();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = failureOf(said.statisticFailed({ reason }));
    thrown.set(failure, error);
    return failure;
  }
  const values = typeof value === 'number' ? [value] : listOf(value);
  if (values === undefined || (width > 0 && values.length !== width)) {
    return failureOf(said.badStatistic({ width }));
  }
  if (values.every(Number.isFinite)) return { values };
  return failureOf(said.nonFiniteStatistic());
}

function failureOf({ id, text }: Told): Failure {
  return { code: id, message: text };
}

/** What a failure of a statistic that should return `width` numbers says. */
export function statisticTold({ code, message }: Failure, width: number): Told {
  const known = [said.badStatistic({ width }), said.nonFiniteStatistic()].find(
    ({ id }) => id === code,
  );
  return known ?? said.statisticFailed({ reason: message });
}

function listOf(value: unknown): number[] | undefined {
  if (typeof value !== 'object' || value === null || !('length' in value)) return undefined;
  const list = Array.from(value as ArrayLike<unknown>);
  return list.length > 0 && list.every((one) => typeof one === 'number') ? list : undefined;
}

/** The rows of a replicate. */
function rowsOf(engine: Engine, task: StatisticTask): (number: number) => Int32Array {
  if (task.plan === 'permutation') return permuted(engine, task);
  const weights = weightsOf(engine, task);
  return (number) => expanded(weights(number));
}

/** How often each row counts in a replicate. */
function weightsOf(
  engine: Engine,
  { plan, codes, nrows, nunits, seed }: StatisticTask,
): (number: number) => Int32Array {
  const ofRows = (units: Int32Array) =>
    codes === undefined ? units : Int32Array.from(codes, (code) => units[code]!);
  if (plan === 'given') return () => new Int32Array(nrows).fill(1);
  if (plan === 'jackknife') {
    return (number) => {
      const units = new Int32Array(nunits).fill(1);
      units[number] = 0;
      return ofRows(units);
    };
  }
  const draw = drawUnits(engine, { count: nunits, seed });
  return (number) => ofRows(draw(number));
}

/** Each row, repeated as often as it counts, in ascending order. */
function expanded(counts: Int32Array): Int32Array {
  const rows = new Int32Array(totalOf(counts));
  let next = 0;
  counts.forEach((count, row) => {
    for (let k = 0; k < count; ++k) rows[next++] = row;
  });
  return rows;
}

function totalOf(counts: Int32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

/** The order of the rows, permuted within strata. */
function permuted(
  engine: Engine,
  { codes, nrows, nunits, seed }: StatisticTask,
): (number: number) => Int32Array {
  const items = Int32Array.from({ length: nrows }, (_, i) => i);
  if (codes !== undefined) items.sort((i, j) => codes[i]! - codes[j]! || i - j);
  const starts = new Int32Array(codes === undefined ? 2 : nunits + 1);
  if (codes === undefined) starts[1] = nrows;
  else for (const code of codes) for (let s = code + 1; s <= nunits; ++s) starts[s]!++;
  const [low, high] = splitSeed(seed);
  const arena = openArena(engine);
  const [firsts, out] = [arena.putInts(starts), arena.allocInts(nrows)];
  return (number) => {
    engine.exports.random_order(starts.length - 1, firsts, number, low, high, out);
    const order = arena.ints(out, nrows);
    const rows = new Int32Array(nrows);
    order.forEach((from, to) => (rows[items[to]!] = items[from]!));
    return rows;
  };
}

/** Weighted sums of columns, by a product in the core. */
function summed(engine: Engine, columns: readonly Float64Array[], nrows: number) {
  const arena = openArena(engine);
  const width = columns.length;
  const x = arena.putColumns(columns, nrows);
  const [weights, out] = [arena.allocFloats(nrows), arena.allocFloats(width)];
  return (counts: Int32Array): Float64Array => {
    arena.setFloats(weights, Float64Array.from(counts));
    const ends = [weights, nrows, 0, out, width] as const;
    engine.exports.linalg_gemm(1, 0, width, 1, nrows, 1, x, nrows, ...ends);
    return arena.floats(out, width);
  };
}
