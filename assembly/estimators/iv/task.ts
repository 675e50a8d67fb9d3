/** State of an estimate with instruments, shared by its steps. */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { IvDesign, IvFit, IvOptions } from '../../memory/instrument-records';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { needsLeverages } from '../../covariance/kinds';
import { LinearModel } from '../../linear/linear';
import { Status } from '../../status';
import { Basis } from './basis';
import { IvSample, openSample, prepareRows } from './sample';


@unmanaged
export class IvTask {
  options: IvOptions;
  /** Options of the covariance, and of GMM's weighting matrix with the rows it is computed from. */
  covariance: LinearOptions;
  weight: LinearOptions;
  weightRows: LinearDesign;
  fit: IvFit;
  sample: IvSample;
  basis: Basis;
  /** f64, k: the coefficients of an outcome that the regressors explain exactly; 0 if they do not. */
  exact: usize;
  /** y on X with this estimator's params, residuals, bread and root. */
  regression: LinearModel;
  /** The covariance matrix and its statistics. */
  linear: LinearFit;
}

/** Prepares the rows and the fit's arrays. The task has its options and fit. */
export function openTask(task: IvTask, design: IvDesign): Status {
  let status = openRecords(task, design);
  if (status != Status.Ok) return status;
  status = prepareRows(task.sample, task.options.panel, task.covariance);
  task.fit.effects = changetype<usize>(task.sample.effects);
  if (status != Status.Ok) return status;
  countObservations(task);
  return Status.Ok;
}

/** Checks the records and allocates the fit's arrays. */
export function openRecords(task: IvTask, design: IvDesign): Status {
  const options = task.options;
  const fit = task.fit;
  if (options.size != i32(offsetof<IvOptions>())) return Status.BadRecord;
  if (fit.size != i32(offsetof<IvFit>())) return Status.BadRecord;
  const covariance = changetype<LinearOptions>(options.covariance);
  const weight = changetype<LinearOptions>(options.weight);
  if (covariance.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  if (weight.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  if (needsLeverages(covariance.covariance) || needsLeverages(weight.covariance)) {
    return Status.BadOption;
  }
  task.covariance = covariance;
  task.weight = weight;
  task.sample = changetype<IvSample>(alloc(offsetof<IvSample>()));
  task.basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  if (exhausted()) return Status.OutOfMemory;
  const status = openSample(design, task.sample);
  if (status != Status.Ok) return status;
  task.weightRows = changetype<LinearDesign>(
    design.weightRows != 0 ? design.weightRows : design.rows,
  );
  if (task.weightRows.size != i32(offsetof<LinearDesign>())) return Status.BadRecord;
  openResults(task);
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

function openResults(task: IvTask): void {
  const fit = task.fit;
  const n = task.sample.model.n;
  const k = task.sample.k;
  memory.fill(changetype<usize>(fit) + sizeof<i32>(), 0, offsetof<IvFit>() - sizeof<i32>());
  const regression = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const linear = changetype<LinearFit>(allocZeroed(offsetof<LinearFit>()));
  fit.detail = -1;
  fit.nparams = k;
  fit.kappa = NaN;
  fit.objective = NaN;
  fit.converged = 1;
  fit.params = allocZeroed(doubles(k));
  fit.vcov = alloc(doubles(k * k));
  fit.residuals = alloc(doubles(n));
  fit.influence = task.covariance.influenceOf > 0 ? alloc(doubles(n)) : 0;
  fit.dependence = allocZeroed(doubles(k * k));
  const bread = alloc(doubles(k * k));
  const root = alloc(doubles(k * k));
  if (exhausted()) return;
  task.basis.dependence = fit.dependence;
  regression.n = n;
  regression.k = k;
  regression.params = fit.params;
  regression.residuals = fit.residuals;
  regression.bread = bread;
  regression.root = root;
  linear.nparams = k;
  linear.params = fit.params;
  linear.vcov = fit.vcov;
  linear.influence = fit.influence;
  task.regression = regression;
  task.linear = linear;
}

/** Sets the observations and degrees of freedom, when the rows are weighted. */
export function countObservations(task: IvTask): void {
  const linear = task.linear;
  task.regression.frequency = task.sample.model.frequency;
  task.regression.nobs = task.sample.model.nobs;
  linear.nobs = task.sample.weights.nobs;
  linear.dfResid = linear.nobs - f64(task.sample.k) - f64(task.covariance.dfAbsorbed);
  task.regression.x = task.sample.model.x;
  task.regression.y = task.sample.model.y;
  task.fit.nobs = linear.nobs;
  task.fit.dfResid = linear.dfResid;
}
