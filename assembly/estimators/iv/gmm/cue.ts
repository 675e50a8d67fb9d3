/**
 * Continuously updated GMM (Hansen, Heaton and Yaron, 1996): b = argmin Q(b) = g(b)' S(b)^-1 g(b), with S computed at b
 * itself. With A = Q'X, v = S^-1 g, t_i = q_i'v and B(., .) the form that sums products of scores over rows, clusters
 * or lags,
 *
 *   dQ/db_j = -2 A_j'v + 2 B(t x_j, t e)
 *
 * so a gradient costs one sum of k + 1 columns. BFGS starts from 2SLS and from two-step GMM, and the lower minimum is
 * kept. The first inverse Hessian is half of (A'S^-1 A)^-1, so steps do not depend on units of measurement. A start has
 * converged if a step changes no coefficient by more than `tolerance` times itself or, if larger, times its standard
 * error.
 *
 * With the unadjusted weight Q is n g'g / e'e, whose minimum is LIML, and nothing is iterated.
 */
import { Covariance } from '../../../covariance/kinds';
import { alloc, exhausted } from '../../../memory/arena';
import { doubles } from '../../../memory/layout';
import { Status } from '../../../status';
import { Minimum, Search, minimize, openSearch } from './cue-search';
import { Gmm, evaluate, nextStep, recordIteration } from './gmm';
import { limlKappa } from '../kclass';
import { solve } from '../solve';
import { IvTask } from '../task';

/**
 * Leaves the coefficients, residuals and step of the better minimum in task and `gmm`, which is at 2SLS on entry.
 * Returns NotConverged, with these coefficients, if neither search converged.
 */
export function continuouslyUpdate(task: IvTask, gmm: Gmm): Status {
  const k = task.sample.k;
  let status = Status.Ok;
  if (gmm.weight.covariance == Covariance.Unadjusted) {
    status = solve(task, limlKappa(task.sample, task.basis));
    if (status == Status.Ok) status = evaluate(task, gmm, true);
    if (status == Status.Ok) recordIteration(task);
    return status;
  }
  const search = changetype<Search>(alloc(offsetof<Search>()));
  const first = openMinimum(task, gmm);
  const second = openMinimum(task, gmm);
  if (exhausted() || !openSearch(task, search)) return Status.OutOfMemory;
  const params = task.fit.params;
  memory.copy(first.params, params, doubles(k));
  status = nextStep(task, gmm);
  memory.copy(second.params, params, doubles(k));
  if (status == Status.Ok) status = minimize(task, gmm, search, first);
  if (status == Status.Ok) status = minimize(task, gmm, search, second);
  if (status != Status.Ok) return status;
  const better = second.objective < first.objective ? second : first;
  memory.copy(params, better.params, doubles(k));
  task.fit.trace = better.trace;
  task.fit.iterations = better.iterations;
  task.fit.converged = better.converged;
  status = evaluate(task, gmm, true);
  return status != Status.Ok || better.converged ? status : Status.NotConverged;
}

function openMinimum(task: IvTask, gmm: Gmm): Minimum {
  const k = task.sample.k;
  const minimum = changetype<Minimum>(alloc(offsetof<Minimum>()));
  if (exhausted()) return minimum;
  minimum.params = alloc(doubles(k));
  minimum.trace = alloc(doubles((gmm.capacity + 1) * (k + 1)));
  return minimum;
}
