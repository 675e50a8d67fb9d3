/** Coefficients, bread and residuals of a k-class estimate. */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { dsyrk } from '../../blas/level3';
import { NoTrans, Upper } from '../../blas/options';
import { mirror } from '../../blas/triangles';
import { invertTriangle } from '../../linear/inverse-root';
import { condition } from '../../linear/least-squares';
import { Status } from '../../status';
import { solveKClass } from './kclass';
import { findResiduals } from './residuals';
import { IvTask } from './task';

/** Fills the task's regression, and kappa and condition of its fit; fails if kappa is NaN. */
export function solve(task: IvTask, kappa: f64): Status {
  const status = solveCoefficients(task, kappa);
  if (status != Status.Ok) return status;
  const model = task.regression;
  model.rss = findResiduals(task.sample, model.params, model.residuals);
  return Status.Ok;
}

/** `solve` without the residuals of the rows. */
export function solveCoefficients(task: IvTask, kappa: f64): Status {
  if (kappa != kappa) return exhausted() ? Status.OutOfMemory : Status.NotConverged;
  const model = task.regression;
  const k = model.k;
  const scope = mark();
  const triangle = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  let status = solveKClass(task.sample, task.basis, kappa, model.params, triangle);
  if (status == Status.Ok) status = invertTriangle(k, triangle, model.root);
  if (status != Status.Ok) return status;
  if (task.exact != 0) memory.copy(model.params, task.exact, doubles(k));
  task.fit.kappa = kappa;
  task.fit.condition = condition(k, triangle, model.root);
  release(scope);
  dsyrk(Upper, NoTrans, k, k, 1, model.root, k, 0, model.bread, k);
  mirror(k, model.bread);
  return Status.Ok;
}
