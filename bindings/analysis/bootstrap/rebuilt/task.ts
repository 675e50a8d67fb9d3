/** The task of a bootstrap on the sample of a replicate, whose indices have other values. */
import type { Refit } from '../../../models/refits/refit-model.js';
import type { BootstrapTask } from '../replicator.js';
import { transformationIn } from '../tasks/linear-plan.js';
import type { LinearTask } from '../tasks/linear.js';
import { leftOver, linearCase, type LinearRefit, rowsOf } from '../tasks/problem.js';
import { coreRows, problemOf, type RowsTask } from '../tasks/rows.js';
import { type Units, withEffects } from '../tasks/units.js';
import type { DrawnUnits } from '../tasks/rebuild.js';

/** Coefficients, schemes and statistics stay those of `task`; rows and problem are those of `refit`. */
export function taskOn(task: BootstrapTask, refit: Refit, drawn: DrawnUnits): BootstrapTask {
  if (task.kind === 'dpd') {
    return refit.estimator === 'dpd' ? { ...task, design: refit.sample.design } : task;
  }
  if (refit.estimator === 'dpd') return task;
  const units = { codes: rowsOf(refit).rows.map((row) => drawn.unitOf[row]!), count: drawn.count };
  return task.kind === 'linear' ? linearOn(task, refit, units) : rowsOn(task, refit, units);
}

function linearOn(task: LinearTask, refit: LinearRefit, units: Units): LinearTask {
  const { params } = task;
  const estimate = { params, residuals: leftOver(rowsOf(refit), params) };
  const { design, problem } = linearCase({ ...refit, estimate });
  return {
    ...task,
    design,
    problem: { ...problem, vcov: task.problem.vcov },
    units: withEffects(units, problem.transformation.absorbed),
  };
}

function rowsOn(task: RowsTask, refit: LinearRefit, units: Units): RowsTask {
  const { kind, model, ...rest } = problemOf(refit, transformationIn(refit), true);
  const { vcov } = task.problem.model;
  const problem = { kind, ...rest, model: { ...model, vcov } } as RowsTask['problem'];
  return { ...task, rows: coreRows(rowsOf(refit)), problem, units };
}
