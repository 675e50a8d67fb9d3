/** `describeInstruments` for rows that come in parts. */
import { Covariance } from '../../../covariance/kinds';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry } from '../../../memory/layout';
import { ReducedForm } from '../../../memory/instrument-records';
import { LinearOptions } from '../../../memory/records';
import { mirror } from '../../../blas/triangles';
import { StreamedScores, addStreamed, closeScores, openScores } from '../../../covariance/streamed';
import { LinearModel } from '../../../linear/linear';
import { Status } from '../../../status';
import { solveKClass } from '../kclass';
import { addCombination } from '../residuals';
import { IvTask } from '../task';
import { addedCoefficients, completeForm, structuralError, testOptions } from './identification';
import { ProjectedRows, projectRows } from './projected-rows';
import { describe, takeCovariance } from './reduced-form';
import { ScoreSum, openSum, pointToVariables, prepareProducts } from './score-sums';

/** A sum of products of scores, and the model whose scores they are. */
@unmanaged
class StreamedSum {
  out: ScoreSum;
  model: LinearModel;
  options: LinearOptions;
  scores: StreamedScores;
}


@unmanaged
export class StreamedTests {
  form: ReducedForm;
  options: LinearOptions;
  /** The sums of `describeInstruments`; `whole` only with an adjusted covariance. */
  adjusted: bool;
  whole: StreamedSum;
  restricted: StreamedSum;
  least: StreamedSum;
  augmented: StreamedSum;
  /** f64, k and k: coefficients of least squares and of two-stage least squares; k1: those added to the latter. */
  ordinary: usize;
  twoStage: usize;
  added: usize;
}

/** Prepares the sums of a task whose basis is complete; sets task.fit.reducedForm when they are closed. */
export function openTests(task: IvTask, tests: LinearOptions, out: StreamedTests): Status {
  const sample = task.sample;
  const k = sample.k;
  const k1 = sample.nendogenous;
  const form = changetype<ReducedForm>(allocZeroed(offsetof<ReducedForm>()));
  const options = testOptions(task, tests);
  const triangle = alloc(doubles(k * k));
  out.ordinary = alloc(doubles(k));
  out.twoStage = alloc(doubles(k));
  out.added = alloc(doubles(k1));
  if (exhausted()) return Status.OutOfMemory;
  form.size = i32(offsetof<ReducedForm>());
  form.detail = -1;
  out.form = form;
  out.options = options;
  let status = describe(sample, task.basis, options, form);
  if (status == Status.Ok) status = solveKClass(sample, task.basis, 0, out.ordinary, triangle);
  if (status == Status.Ok) status = solveKClass(sample, task.basis, 1, out.twoStage, triangle);
  if (status != Status.Ok) return status;
  addedCoefficients(task.basis, k1, out.twoStage, out.added);
  out.adjusted = task.covariance.covariance != Covariance.Unadjusted;
  const variables = form.ninstruments * (1 + k1);
  const q = task.basis.q;
  if (out.adjusted) out.whole = openStreamed(task, options, variables, q);
  out.restricted = openStreamed(task, options, variables, q);
  out.least = openStreamed(task, options, form.ninstruments + k1, k);
  out.augmented = openStreamed(task, options, form.ninstruments + k1, k + k1);
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

/** A sum for the scores of `columns` columns; its factor is that of a regression on `nregressors`. */
function openStreamed(
  task: IvTask,
  options: LinearOptions,
  columns: i32,
  nregressors: i32,
): StreamedSum {
  const sum = changetype<StreamedSum>(alloc(offsetof<StreamedSum>()));
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const out = openSum(columns);
  if (exhausted()) return sum;
  model.k = columns;
  sum.out = out!;
  sum.model = model;
  sum.options = prepareProducts(task.sample, model, options, nregressors);
  if (!exhausted()) sum.scores = openScores(model, task.sample.design, sum.options);
  return sum;
}

/** Adds a part of the rows; returns false when memory ends. */
export function addTestRows(task: IvTask, tests: StreamedTests): bool {
  const sample = task.sample;
  const scope = mark();
  const rows = projectRows(sample, task.basis);
  const residuals = alloc(doubles(sample.model.n));
  if (exhausted() || rows == null) return false;
  const k1 = rows.nendogenous;
  if (tests.adjusted && !addVariables(task, rows, rows.unrestricted, tests.whole)) return false;
  if (!addVariables(task, rows, rows.restricted, tests.restricted)) return false;
  structuralError(rows, tests.ordinary, residuals);
  addProducts(task, rows.basis, residuals, tests.least);
  structuralError(rows, tests.twoStage, residuals);
  addCombination(rows.n, k1, entry(rows.unrestricted, rows.n, 0, 1), tests.added, -1, residuals);
  addProducts(task, rows.basis, residuals, tests.augmented);
  release(scope);
  return true;
}

function addVariables(task: IvTask, rows: ProjectedRows, residuals: usize, sum: StreamedSum): bool {
  const scope = mark();
  const model = sum.model;
  if (!pointToVariables(rows, residuals, model)) return false;
  addProducts(task, model.x, model.residuals, sum);
  release(scope);
  return true;
}

function addProducts(task: IvTask, x: usize, residuals: usize, sum: StreamedSum): void {
  const model = sum.model;
  model.n = task.sample.model.n;
  model.frequency = task.sample.model.frequency;
  model.x = x;
  model.residuals = residuals;
  addStreamed(sum.scores, model, task.sample.design, sum.options, sum.out.fit);
}

/** Completes the reduced form when all rows were added. */
export function closeTests(task: IvTask, tests: StreamedTests): Status {
  const form = tests.form;
  let status = Status.Ok;
  if (tests.adjusted) {
    status = close(tests.whole);
    takeCovariance(tests.whole.out, form);
  }
  if (status == Status.Ok) status = close(tests.restricted);
  if (status == Status.Ok) status = close(tests.least);
  if (status == Status.Ok) status = close(tests.augmented);
  form.restricted = tests.restricted.out.sum;
  form.leastSquares = tests.least.out.sum;
  form.augmented = tests.augmented.out.sum;
  form.augmentedFactor = tests.augmented.out.fit.factor;
  completeForm(task, tests.options, form);
  return status;
}

function close(sum: StreamedSum): Status {
  const status = closeScores(sum.scores, sum.model, sum.options, sum.out.fit, sum.out.sum);
  mirror(sum.model.k, sum.out.sum);
  return status;
}
