/** Replicates that draw units, build the indices of the model from their rows, and estimate the model again. */
import { scope } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { EconError } from '../../../core/errors/errors.js';
import { Status } from '../../../core/engine/status.js';
import { refitSample } from '../../../models/refits/refit.js';
import type { Chunk, Resampler } from '../replicates.js';
import type { GivenTask } from '../replicator.js';
import { drawUnits } from '../tasks/drawn-units.js';
import { type LinearTask, momentsAt } from '../tasks/linear.js';
import type { DrawnUnits, Rebuild } from '../tasks/rebuild.js';
import { type IndexedTable, openTable } from './table.js';
import type { LinearRows } from '../../../models/linear/fitted.js';
import type { Resampled } from '../../../models/protocol.js';
import { leftOver, linearCase } from '../tasks/problem.js';
import { coreRows, problemOf, type RowsTask } from '../tasks/rows.js';
import { type Units, withEffects } from '../tasks/units.js';

export { checkRebuilt } from './table.js';

type Prepare = (engine: Engine, task: GivenTask) => Resampler;

/** Prepares a task with indices in an engine; `prepare` prepares the task without them. */
export function prepareRebuilt(
  engine: Engine,
  { rebuild, ...given }: GivenTask & { readonly rebuild: Rebuild },
  prepare: Prepare,
): Resampler {
  const task = withMoments(engine, given);
  const sample = scope(engine, () => {
    const { width, nunits, units } = prepare(engine, task);
    return { width, nunits, units };
  });
  const table = openTable(engine, rebuild);
  const units = unitsDrawn(task, rebuild, { table, entering: sample.units });
  const { width } = sample;
  const draw = drawUnits(engine, { ...drawsOf(task), count: units.length });
  const one = (counts: Int32Array) => {
    const drawn = new Int32Array(rebuild.count);
    units.forEach((unit, i) => (drawn[unit] = counts[i]!));
    return replicate(engine, { rebuild, task, prepare, table }, drawn);
  };
  const chunk = (first: number, count: number, countsOf: (number: number) => Int32Array): Chunk => {
    const values = new Float64Array(count * width).fill(NaN);
    const statuses = new Int32Array(count);
    for (let r = 0; r < count; r++) {
      const estimated = one(countsOf(first + r));
      statuses[r] = estimated.status;
      values.set(estimated.values, r * width);
    }
    return { first, count, values, statuses };
  };
  const without = (unit: number) => Int32Array.from(units, (_, i) => Number(i !== unit));
  const byNumber = (counts: Int32Array) => (r: number) =>
    counts.subarray(r * units.length, (r + 1) * units.length);
  return {
    width,
    nunits: units.length,
    units: task.kind === 'dpd' ? units : sample.units,
    run: (first, count) => chunk(first, count, draw),
    leaveOut: (first, count) => chunk(first, count, without),
    weigh: (counts, count) => chunk(0, count, byNumber(counts)),
  };
}

/** Moments are recentred at those of the sample with the original index. */
function withMoments(engine: Engine, task: GivenTask): GivenTask {
  if (task.kind !== 'linear' || task.recenter !== true) return task;
  return { ...task, moments: momentsAt(engine, task) };
}

interface Replicated {
  readonly rebuild: Rebuild;
  readonly task: GivenTask;
  readonly prepare: Prepare;
  readonly table: IndexedTable;
}

/** The estimate for given counts of the units, by their numbers in `unitOf`. */
function replicate(
  engine: Engine,
  { rebuild, task, prepare, table }: Replicated,
  counts: Int32Array,
): { readonly status: number; readonly values: Float64Array } {
  try {
    return scope(engine, () => {
      const refit = refitSample(engine, rebuild.refit, table.withIndices(counts));
      const { units, weigh } = prepare(engine, taskOn(task, refit, rebuild));
      const ofUnits = units.length === 0 ? counts : units.map((unit) => counts[unit]!);
      const { statuses, values } = weigh(ofUnits, 1);
      return { status: statuses[0]!, values };
    });
  } catch (error) {
    // Drawn rows may lack what an index or the model needs, such as variation of an indicator.
    if (!(error instanceof EconError)) throw error;
    return {
      status: error.status === 0 ? Status.RankDeficient : error.status,
      values: new Float64Array(),
    };
  }
}

/** The units in the order of the draws: those of the estimate first. */
function unitsDrawn(
  task: GivenTask,
  { count, unitOf }: Rebuild,
  { table, entering }: { readonly table: IndexedTable; readonly entering: Int32Array },
): Int32Array {
  if (task.kind !== 'dpd') return Int32Array.from({ length: count }, (_, i) => i);
  const known = new Set(entering);
  const others = new Set(unitOf.filter((unit, row) => table.isIndexed(row) && !known.has(unit)));
  return Int32Array.from([...entering, ...[...others].sort((a, b) => a - b)]);
}

function drawsOf({ scheme: { scheme, blockLength }, seed, thresholds }: GivenTask) {
  const draw = scheme === 'block' || scheme === 'stationary' ? scheme : ('units' as const);
  return { seed, thresholds, draw, blockLength };
}

/** Coefficients, schemes and statistics are those of `task`; rows and problem are those of the other sample. */
function taskOn(task: GivenTask, { linear, moments }: Resampled, drawn: DrawnUnits): GivenTask {
  if (task.kind === 'dpd') return { ...task, design: moments!.design };
  const codes = linear!.rows.rows.map((row) => drawn.unitOf[row]!);
  const units = { codes, count: drawn.count };
  if (task.kind === 'linear') return linearOn(task, linear!, units);
  return rowsOn(task, linear!, units);
}

function linearOn(task: LinearTask, linear: LinearRows, units: Units): LinearTask {
  const { params } = task;
  const estimate = { params, residuals: leftOver(linear.rows, params) };
  const { design, problem } = linearCase({ ...linear, estimate });
  return {
    ...task,
    design,
    problem: { ...problem, vcov: task.problem.vcov },
    units: withEffects(units, problem.transformation.absorbed),
  };
}

function rowsOn(task: RowsTask, linear: LinearRows, units: Units): RowsTask {
  const { kind, model, ...rest } = problemOf(linear, true);
  const { vcov } = task.problem.model;
  const problem = { kind, ...rest, model: { ...model, vcov } } as RowsTask['problem'];
  return { ...task, rows: coreRows(linear.rows), problem, units };
}
