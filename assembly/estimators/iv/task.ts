/** State of an estimate with instruments, shared by its steps. */
import { Covariance } from '../../codes';
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { IvDesign, IvFit, IvOptions } from '../../memory/instrument-records';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { LinearModel } from '../../linear/linear';
import { Status } from '../../status';
import { Basis } from './basis';
import { IvSample, openSample, prepareRows } from './sample';


@unmanaged
export class IvTask {
  options: IvOptions;
  /** Options of the covariance, and of GMM's weighting matrix with the rows it rests on. */
  covariance: LinearOptions;
  weight: LinearOptions;
  weightRows: LinearDesign;
  fit: IvFit;
  sample: IvSample;
  basis: Basis;
  /** y on X with this estimator's params, residuals, bread and root. */
  regression: LinearModel;
  /** The covariance matrix and its statistics. */
  linear: LinearFit;
}

/** Prepares the rows and the fit's arrays. The task has its options and fit. */
export function openTask(task: IvTask, design: IvDesign): Status {
  const options = task.options;
  const fit = task.fit;
  if (options.size != i32(offsetof<IvOptions>())) return Status.BadRecord;
  if (fit.size != i32(offsetof<IvFit>())) return Status.BadRecord;
  const covariance = changetype<LinearOptions>(options.covariance);
  const weight = changetype<LinearOptions>(options.weight);
  if (covariance.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  if (weight.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  if (!supported(covariance.covariance) || !supported(weight.covariance)) return Status.BadOption;
  task.covariance = covariance;
  task.weight = weight;
  task.sample = changetype<IvSample>(alloc(offsetof<IvSample>()));
  task.basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  if (exhausted()) return Status.OutOfMemory;
  let status = openSample(design, task.sample);
  if (status != Status.Ok) return status;
  task.weightRows = changetype<LinearDesign>(
    design.weightRows != 0 ? design.weightRows : design.rows,
  );
  if (task.weightRows.size != i32(offsetof<LinearDesign>())) return Status.BadRecord;
  openResults(task);
  if (exhausted()) return Status.OutOfMemory;
  status = prepareRows(task.sample, options.panel, covariance);
  fit.effects = changetype<usize>(task.sample.effects);
  if (status != Status.Ok) return status;
  task.regression.frequency = task.sample.model.frequency;
  countObservations(task);
  return Status.Ok;
}

/** True if a kind of covariance is made of scores; kinds with leverages exist only for least squares. */
function supported(kind: i32): bool {
  return (
    kind <= Covariance.HC1 ||
    kind == Covariance.CV1 ||
    kind == Covariance.Hac ||
    kind == Covariance.DriscollKraay
  );
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
  task.regression = regression;
  task.linear = linear;
}

function countObservations(task: IvTask): void {
  const linear = task.linear;
  linear.nobs = task.sample.weights.nobs;
  linear.dfResid = linear.nobs - f64(task.sample.k) - f64(task.covariance.dfAbsorbed);
  task.regression.x = task.sample.model.x;
  task.regression.y = task.sample.model.y;
  task.fit.nobs = linear.nobs;
  task.fit.dfResid = linear.dfResid;
}
