/**
 * Instrumental variables and linear GMM: two-stage least squares, LIML, Fuller and the k-class, and GMM in steps or
 * continuously updated, all from one QR of the rows (`basis.ts`).
 */
import { IvMethod, Steps } from '../../codes';
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { IvDesign, IvFit, IvOptions } from '../../memory/instrument-records';
import { doubles } from '../../memory/layout';
import { LinearOptions } from '../../memory/records';
import { clearRounding } from '../../covariance/rounding';
import { testSlopes } from '../../covariance/slopes';
import { outcomeSums, squaresAboutMean } from '../../linear/totals';
import { Status } from '../../status';
import { openBasis } from './basis';
import { solveExactly } from './exact';
import { continuouslyUpdate } from './gmm/cue';
import { describeInstruments } from './identification/identification';
import { Gmm, gmmCovariance, iterate, nextStep, openGmm } from './gmm/gmm';
import { kClassCovariance } from './kclass-covariance';
import { limlKappa } from './kclass';
import { unweigh } from './residuals';
import { instrumentModel, withBandwidth } from './scores';
import { regressorsOf } from './sample';
import { solve } from './solve';
import { IvTask, openTask } from './task';

/**
 * Estimates a model. With effects to absorb the design's columns are overwritten by their deviations and the
 * degrees of freedom in the covariance's options are set. The caller owns the arena scope; results point into it.
 */
export function iv_fit(designAddress: usize, optionsAddress: usize, fitAddress: usize): Status {
  const task = changetype<IvTask>(allocZeroed(offsetof<IvTask>()));
  if (exhausted()) return Status.OutOfMemory;
  task.options = changetype<IvOptions>(optionsAddress);
  task.fit = changetype<IvFit>(fitAddress);
  let status = openTask(task, changetype<IvDesign>(designAddress));
  if (status != Status.Ok) return status;
  const fit = task.fit;
  status = checkDegrees(task, openBasis(task.sample, task.basis));
  fit.rankInstruments = task.basis.q;
  fit.dropped = task.basis.dropped;
  fit.detail = task.basis.detail;
  if (status == Status.Ok) status = openExact(task);
  if (status == Status.Ok) {
    status = task.options.method == IvMethod.Gmm ? fitGmm(task) : fitKClass(task);
  }
  if (status == Status.Ok) return finish(task);
  return status;
}

/** Sets `exact` of a task that has its basis. */
export function openExact(task: IvTask): Status {
  const params = alloc(doubles(task.sample.k));
  if (exhausted()) return Status.OutOfMemory;
  const exact = solveExactly(task.sample, task.basis, task.covariance, params);
  task.exact = exact ? params : 0;
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

/** Returns the status of the basis, unless no degree of freedom is left without the dependent regressors. */
function checkDegrees(task: IvTask, status: Status): Status {
  const left = task.linear.dfResid;
  if (left > 0) return status;
  const deficient =
    status == Status.RankDeficient && left + f64(task.sample.k - task.basis.rank) > 0;
  return deficient ? status : Status.NoDegreesOfFreedom;
}

function fitKClass(task: IvTask): Status {
  const kappa = kappaOf(task);
  const status = solve(task, kappa);
  if (status != Status.Ok) return status;
  return covarianceOf(task, task.options.method == IvMethod.KClass ? kappa : 1);
}

/**
 * Estimates by GMM; the first step is two-stage least squares. It is the last one for an outcome that the regressors
 * explain exactly, as the covariance of its moments is zero.
 */
function fitGmm(task: IvTask): Status {
  const gmm = changetype<Gmm>(alloc(offsetof<Gmm>()));
  if (exhausted()) return Status.OutOfMemory;
  let status = solve(task, 1);
  if (status == Status.Ok) status = openGmm(task, gmm);
  if (status != Status.Ok) return status;
  const steps = task.options.steps;
  if (steps == Steps.OneStep || task.exact != 0) return covarianceOf(task, 1);
  if (steps == Steps.TwoStep) status = nextStep(task, gmm);
  else if (steps == Steps.Iterated) status = iterate(task, gmm);
  else if (steps == Steps.ContinuouslyUpdated) status = continuouslyUpdate(task, gmm);
  else return Status.BadOption;
  return status == Status.Ok ? gmmCovariance(task, gmm) : status;
}

/** Kappa of the method. LIML has none for an outcome without residuals; every k-class estimate is then the same. */
export function kappaOf(task: IvTask): f64 {
  const options = task.options;
  if (options.method == IvMethod.KClass) return options.kappa;
  if (task.exact != 0) return 1;
  const kappa = limlKappa(task.sample, task.basis);
  if (options.method != IvMethod.Fuller) return kappa;
  const absorbed = task.covariance.dfAbsorbed;
  return kappa - options.kappa / (task.linear.nobs - f64(task.basis.q + absorbed));
}

/** Computes the covariance of the k-class estimate whose coefficients and residuals the task has. */
function covarianceOf(task: IvTask, share: f64): Status {
  const sample = task.sample;
  const instruments = instrumentModel(sample, task.basis, task.regression.residuals);
  const options = withBandwidth(sample, instruments, sample.design, task.covariance);
  if (exhausted()) return Status.OutOfMemory;
  const status = kClassCovariance(task, share, options);
  task.fit.bandwidth = task.linear.bandwidth;
  if (status != Status.Ok) task.fit.detail = task.linear.detail;
  return status;
}

/** Sets the other results, and the residuals of the rows before weighting. */
function finish(task: IvTask): Status {
  const sample = task.sample;
  const fit = task.fit;
  const n = sample.model.n;
  const outcome = outcomeSums(n, sample.design.y, sample.weights.roots);
  task.linear.tssCentered = squaresAboutMean(outcome);
  fit.tss = outcome.squares;
  let status = describeFit(task);
  if (status == Status.Ok && task.options.tests != 0) {
    status = describeInstruments(task, changetype<LinearOptions>(task.options.tests));
  }
  if (status == Status.Ok) unweigh(n, sample.weights.roots, fit.residuals);
  return status;
}

/** Sets the results that are functions of sums over the rows. */
export function describeFit(task: IvTask): Status {
  const sample = task.sample;
  const fit = task.fit;
  const linear = task.linear;
  const design = regressorsOf(sample, sample.design);
  if (!clearRounding(task.regression, task.covariance, linear, task.exact != 0))
    return Status.OutOfMemory;
  if (exhausted() || !testSlopes(design, task.covariance, linear)) return Status.OutOfMemory;
  fit.wald = linear.wald;
  fit.waldDf = linear.waldDf;
  fit.waldRank = linear.waldRank;
  fit.dfReference = linear.dfReference;
  fit.factor = linear.factor;
  fit.bandwidth = linear.bandwidth;
  fit.indefinite = linear.indefinite;
  fit.rss = task.regression.rss;
  fit.tssCentered = linear.tssCentered;
  fit.perfect = linear.perfect;
  fit.zeroVariances = linear.zeroVariances;
  return Status.Ok;
}
