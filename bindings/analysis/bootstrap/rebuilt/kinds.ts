/** The parts of each kind of replicates that differ if indices are built again. */
import type { Engine } from '../../../core/engine/engine.js';
import type { LinearRows } from '../../../models/linear/fitted.js';
import type { Resampled } from '../../../models/protocol.js';
import type { UnitMomentsTask } from '../../../models/dynamic/replicates/task.js';
import type { GivenTask } from '../replicator.js';
import { type LinearTask, momentsAt } from '../tasks/linear.js';
import { leftOver, linearCase } from '../tasks/problem.js';
import type { DrawnUnits, Rebuild } from '../tasks/rebuild.js';
import { coreRows, problemOf, type RowsTask } from '../tasks/rows.js';
import { type Units, withEffects } from '../tasks/units.js';

interface RebuiltKind<Task extends GivenTask> {
  /** Adds what replicates take from the sample with the original index. */
  started?(engine: Engine, task: Task): Task;
  /** The units in the order of the draws, those of the estimate first; by default in the order of their numbers. */
  drawn?(entering: Int32Array, rebuild: Rebuild, isIndexed: (row: number) => boolean): Int32Array;
  /** Coefficients, schemes and statistics are those of `task`; rows and problem are those of the other sample. */
  on(task: Task, sample: Resampled, drawn: DrawnUnits): Task;
}

const unitMoments: RebuiltKind<UnitMomentsTask> = {
  drawn(entering, { unitOf }, isIndexed) {
    const known = new Set(entering);
    const others = new Set(unitOf.filter((unit, row) => isIndexed(row) && !known.has(unit)));
    return Int32Array.from([...entering, ...[...others].sort((a, b) => a - b)]);
  },
  on: (task, { moments }) => ({ ...task, design: moments!.design }),
};

const unitSums: RebuiltKind<LinearTask> = {
  /** Moments are recentred at those of the sample with the original index. */
  started(engine, task) {
    return task.recenter === true ? { ...task, moments: momentsAt(engine, task) } : task;
  },
  on(task, { linear }, drawn) {
    const { params } = task;
    const estimate = { params, residuals: leftOver(linear!.rows, params) };
    const { design, problem } = linearCase({ ...linear!, estimate });
    return {
      ...task,
      design,
      problem: { ...problem, vcov: task.problem.vcov },
      units: withEffects(unitsOf(linear!, drawn), problem.transformation.absorbed),
    };
  },
};

const drawnRows: RebuiltKind<RowsTask> = {
  on(task, { linear }, drawn) {
    const { kind, model, ...rest } = problemOf(linear!, true);
    const { vcov } = task.problem.model;
    const problem = { kind, ...rest, model: { ...model, vcov } } as RowsTask['problem'];
    return { ...task, rows: coreRows(linear!.rows), problem, units: unitsOf(linear!, drawn) };
  },
};

function unitsOf({ rows: { rows } }: LinearRows, { unitOf, count }: DrawnUnits): Units {
  return { codes: rows.map((row) => unitOf[row]!), count };
}

const kinds = {
  'unit-moments': unitMoments,
  'unit-sums': unitSums,
  'drawn-rows': drawnRows,
} satisfies { [Kind in GivenTask['kind']]: RebuiltKind<GivenTask & { kind: Kind }> };

export function rebuiltKindOf({ kind }: GivenTask): RebuiltKind<GivenTask> {
  return kinds[kind] as unknown as RebuiltKind<GivenTask>;
}
