/**
 * What the tests of the instruments need, from the QR and the rows of an estimate: the reduced form, and sums of scores
 * with these residuals:
 *
 *   E          on the exogenous regressors: rank under the null, Wooldridge's score test of overidentification
 *   E (1, -b)  of least squares on the regressors: Wooldridge's score test of exogeneity
 *   E (1, -b) - U xi   the same with the first stages' residuals U added, b from two-stage least squares and
 *                      R22 (b + xi) = the outcome's rows of R: the regression test of exogeneity
 */
import { Covariance } from '../../../covariance/kinds';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { ReducedForm } from '../../../memory/instrument-records';
import { LinearOptions } from '../../../memory/records';
import { dtrsv } from '../../../blas/level2';
import { NoTrans, Upper } from '../../../blas/options';
import { LinearModel } from '../../../linear/linear';
import { smallestGrouping } from '../../../covariance/slopes';
import { Status } from '../../../status';
import { solveKClass } from '../kclass';
import { ProjectedRows, projectRows } from './projected-rows';
import { describe, takeCovariance } from './reduced-form';
import { addCombination } from '../residuals';
import { ScoreSum, addProducts, addVariables, openSum } from './score-sums';
import { copyOptions } from '../scores';
import { Basis } from '../basis';
import { IvTask } from '../task';

/** Sets the fit's reducedForm. `tests` are the options of the scores. */
export function describeInstruments(task: IvTask, tests: LinearOptions): Status {
  const sample = task.sample;
  const q = task.basis.q;
  const k1 = sample.nendogenous;
  if (!hasTests(task)) return Status.Ok;
  const form = changetype<ReducedForm>(allocZeroed(offsetof<ReducedForm>()));
  const options = testOptions(task, tests);
  if (exhausted()) return Status.OutOfMemory;
  form.size = i32(offsetof<ReducedForm>());
  form.detail = -1;
  let status = describe(sample, task.basis, options, form);
  if (status != Status.Ok) return status;
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
  completeForm(task, options, form);
  return status;
}

/** True if the rows are enough for tests of exogeneity. */
export function hasTests(task: IvTask): bool {
  const columns = task.basis.q + task.sample.nendogenous + task.covariance.dfAbsorbed;
  return task.linear.nobs > f64(columns);
}

/** A copy of the options of the scores, with the degrees of freedom and the bandwidth of the estimate. */
export function testOptions(task: IvTask, tests: LinearOptions): LinearOptions {
  const options = copyOptions(tests);
  if (exhausted()) return options;
  options.dfAbsorbed = task.covariance.dfAbsorbed;
  options.dfNested = task.covariance.dfNested;
  options.bandwidth = task.linear.bandwidth;
  return options;
}

/** Sets the degrees of freedom of the augmented regression, and the fit's reducedForm. */
export function completeForm(task: IvTask, options: LinearOptions, form: ReducedForm): void {
  const sample = task.sample;
  const grouped = smallestGrouping(sample.design, options) > 0;
  const columns = sample.k + sample.nendogenous + task.covariance.dfAbsorbed;
  form.augmentedDf = grouped ? form.dfReference : task.linear.nobs - f64(columns);
  task.fit.reducedForm = changetype<usize>(form);
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
  addedCoefficients(basis, k1, params, added);
  addCombination(n, k1, entry(rows.unrestricted, n, 0, 1), added, -1, residuals);
  status = addProducts(task.sample, model, options, k + k1, augmented);
  release(scope);
  return status;
}

/** out (k1) := xi, R22 (b + xi) = the outcome's rows of R, b the leading coefficients of two-stage least squares. */
export function addedCoefficients(basis: Basis, k1: i32, params: usize, out: usize): void {
  const r22 = entry(basis.triangle, basis.width, basis.q, basis.q);
  memory.copy(out, entry(basis.triangle, basis.width, basis.q, basis.width - 1), doubles(k1));
  dtrsv(Upper, NoTrans, k1, r22, basis.width, out);
  for (let i = 0; i < k1; ++i) set(out, i, get(out, i) - get(params, i));
}

/** out (n) := E (1, -b), b the leading coefficients. */
export function structuralError(rows: ProjectedRows, params: usize, out: usize): void {
  memory.copy(out, rows.restricted, doubles(rows.n));
  addCombination(rows.n, rows.nendogenous, entry(rows.restricted, rows.n, 0, 1), params, -1, out);
}
