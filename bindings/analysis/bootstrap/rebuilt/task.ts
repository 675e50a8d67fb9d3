/** The task of a bootstrap on the sample of a replicate, whose indices have other values. */
import type { LinearRows } from '../../../models/linear/fitted.js';
import type { Resampled } from '../../../models/protocol.js';
import type { GivenTask } from '../replicator.js';
import type { LinearTask } from '../tasks/linear.js';
import { leftOver, linearCase } from '../tasks/problem.js';
import type { DrawnUnits } from '../tasks/rebuild.js';
import { coreRows, problemOf, type RowsTask } from '../tasks/rows.js';
import { type Units, withEffects } from '../tasks/units.js';

/** Coefficients, schemes and statistics stay those of `task`; rows and problem are those of the other sample. */
export function taskOn(
  task: GivenTask,
  { linear, moments }: Resampled,
  drawn: DrawnUnits,
): GivenTask {
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
