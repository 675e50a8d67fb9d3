/**
 * What the tests of the instruments need, from the QR and the rows of an estimate: its reduced form, and scores of
 * these residuals:
 *
 *   E          on the exogenous regressors: rank under the null, Wooldridge's score test of overidentification
 *   E (1, -b)  of least squares on the regressors: Wooldridge's score test of exogeneity
 *   E (1, -b) - U xi   the same with the first stages' residuals U added, b from two-stage least squares and
 *                      R22 (b + xi) = the outcome's rows of R: the regression test of exogeneity
 */
import { Covariance } from '../../../codes';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { ReducedForm } from '../../../memory/instrument-records';
import { LinearOptions } from '../../../memory/records';
import { dtrsv } from '../../../blas/level2';
import { NoTrans, Upper } from '../../../blas/options';
import { LinearModel } from '../../../linear/linear';
import { smallestGrouping } from '../../../linear/slopes';
import { Status } from '../../../status';
import { solveKClass } from '../kclass';
import { ProjectedRows, projectRows } from './projected-rows';
import { describe, takeCovariance } from './reduced-form';
import { addCombination } from '../residuals';
import { ScoreSum, addProducts, addVariables, openSum } from './score-sums';
import { copyOptions } from '../scores';
import { IvTask } from '../task';

/** Sets the fit's reducedForm. `tests` are the options of the scores. */
export function describeInstruments(task: IvTask, tests: LinearOptions): Status {
  const sample = task.sample;
  const q = task.basis.q;
  const k1 = sample.nendogenous;
  const absorbed = task.covariance.dfAbsorbed;
  if (!(task.linear.nobs > f64(q + k1 + absorbed))) return Status.Ok;
  const form = changetype<ReducedForm>(allocZeroed(offsetof<ReducedForm>()));
  const options = copyOptions(tests);
  if (exhausted()) return Status.OutOfMemory;
  options.dfAbsorbed = absorbed;
  options.dfNested = task.covariance.dfNested;
  options.bandwidth = task.linear.bandwidth;
  form.size = i32(offsetof<ReducedForm>());
  form.detail = -1;
  let status = describe(sample, task.basis, options, form);
  if (status != Status.Ok) return status;
  const grouped = smallestGrouping(sample.design, options) > 0;
  const adjusted = task.covariance.covariance != Covariance.Unadjusted;
  const instruments = form.ninstruments;
  const whole = adjusted ? openSum(instruments * (1 + k1)) : null;
  const restricted = openSum(instruments * (1 + k1));
  const least = openSum(instruments + k1);
  const augmented = openSum(instruments + k1);
  const scope = mark();
  const rows = projectRows(sample, task.basis);
  if (exhausted() || rows == null) return Status.OutOfMemory;
  if (whole != null) {
    status = addVariables(sample, rows, rows.unrestricted, options, q, whole);
    takeCovariance(whole, form);
  }
  if (status == Status.Ok) {
    status = addVariables(sample, rows, rows.restricted, options, q, restricted!);
  }
  if (status == Status.Ok) status = addExogeneity(task, rows, options, least!, augmented!);
  release(scope);
  form.restricted = restricted!.sum;
  form.leastSquares = least!.sum;
  form.augmented = augmented!.sum;
  form.augmentedFactor = augmented!.fit.factor;
  const df = task.linear.nobs - f64(sample.k + k1 + absorbed);
  form.augmentedDf = grouped ? form.dfReference : df;
  task.fit.reducedForm = changetype<usize>(form);
  return status;
}

/** The sums for tests of exogeneity. */
function addExogeneity(
  task: IvTask,
  rows: ProjectedRows,
  options: LinearOptions,
  least: ScoreSum,
  augmented: ScoreSum,
): Status {
  const n = rows.n;
  const k = task.sample.k;
  const k1 = rows.nendogenous;
  const basis = task.basis;
  const scope = mark();
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const residuals = alloc(doubles(n));
  const params = alloc(doubles(k));
  const triangle = alloc(doubles(k * k));
  const added = alloc(doubles(k1));
  if (exhausted()) return Status.OutOfMemory;
  model.k = rows.ninstruments + k1;
  model.x = rows.basis;
  model.residuals = residuals;
  let status = solveKClass(task.sample, basis, 0, params, triangle);
  if (status != Status.Ok) return status;
  structuralError(rows, params, residuals);
  status = addProducts(task.sample, model, options, k, least);
  if (status == Status.Ok) status = solveKClass(task.sample, basis, 1, params, triangle);
  if (status != Status.Ok) return status;
  structuralError(rows, params, residuals);
  const r22 = entry(basis.triangle, basis.width, basis.q, basis.q);
  memory.copy(added, entry(basis.triangle, basis.width, basis.q, basis.width - 1), doubles(k1));
  dtrsv(Upper, NoTrans, k1, r22, basis.width, added);
  for (let i = 0; i < k1; ++i) set(added, i, get(added, i) - get(params, i));
  addCombination(n, k1, entry(rows.unrestricted, n, 0, 1), added, -1, residuals);
  status = addProducts(task.sample, model, options, k + k1, augmented);
  release(scope);
  return status;
}

/** out (n) := E (1, -b), b the leading coefficients. */
function structuralError(rows: ProjectedRows, params: usize, out: usize): void {
  memory.copy(out, rows.restricted, doubles(rows.n));
  addCombination(rows.n, rows.nendogenous, entry(rows.restricted, rows.n, 0, 1), params, -1, out);
}
