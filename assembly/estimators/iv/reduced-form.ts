/**
 * Regressions of the outcome and the endogenous regressors on all instruments, in the orthonormal basis Q2 of the
 * excluded instruments after the exogenous regressors: what tests of identification, and tests that are robust to
 * its weakness, are functions of.
 *
 *   scores   q_j e_a,   e_a = v_a - [W Z] g_a with g_a from least squares; restricted, e_a = v_a - W g_a
 *
 * The scores of all pairs are held, n x m, and summed as those of a regression with residuals of 1.
 */
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { at, doubles, entry, get, set } from '../../memory/layout';
import { IvDesign, ReducedForm, ReducedFormOptions } from '../../memory/instrument-records';
import { LinearFit, LinearOptions } from '../../memory/records';
import { dgemv } from '../../blas/level2';
import { NoTrans } from '../../blas/options';
import { addScores } from '../../moments/covariance/meat';
import { mirror } from '../../moments/covariance/sandwich';
import { LinearModel } from '../../moments/linear';
import { smallestGrouping } from '../../moments/slopes';
import { Status } from '../../status';
import { Basis, openBasis } from './basis';
import { addCombination } from './residuals';
import { IvSample, openSample, prepareRows } from './sample';
import { copyOptions } from './scores';

const UNADJUSTED: i32 = 0;
const HAC: i32 = 9;

/**
 * Describes the reduced form of a design. `options.covariance` names a bandwidth for HAC. The caller owns the arena
 * scope; results point into it. Statuses as in `iv_fit`.
 */
export function iv_reduced_form(designAt: usize, optionsAt: usize, outAt: usize): Status {
  const options = changetype<ReducedFormOptions>(optionsAt);
  const out = changetype<ReducedForm>(outAt);
  if (options.size != i32(offsetof<ReducedFormOptions>())) return Status.BadRecord;
  if (out.size != i32(offsetof<ReducedForm>())) return Status.BadRecord;
  const covariance = changetype<LinearOptions>(options.covariance);
  if (covariance.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  const sample = changetype<IvSample>(alloc(offsetof<IvSample>()));
  const basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  if (exhausted()) return Status.OutOfMemory;
  out.detail = -1;
  out.covariance = 0;
  let status = openSample(changetype<IvDesign>(designAt), sample);
  if (status == Status.Ok) status = prepareRows(sample, options.panel, covariance);
  if (status == Status.Ok) status = openBasis(sample, basis);
  if (status != Status.Ok) return status;
  describe(sample, basis, covariance, out);
  if (!(out.dfResid > 0)) return Status.NoDegreesOfFreedom;
  const automatic = covariance.covariance == HAC && covariance.bandwidth < 0;
  if (automatic) return Status.BadOption;
  const groups = smallestGrouping(sample.design, covariance);
  if (groups < 0) return Status.OutOfMemory;
  if (groups > 0) out.dfReference = f64(groups - 1);
  if (covariance.covariance == UNADJUSTED) return Status.Ok;
  return sumScores(sample, basis, options, out);
}

/** Counts, triangle, and the factor of the unadjusted kind. */
function describe(sample: IvSample, basis: Basis, options: LinearOptions, out: ReducedForm): void {
  out.ninstruments = basis.q - sample.nexogenous;
  out.nobs = sample.weights.nobs;
  out.dfResid = out.nobs - f64(basis.q + options.dfAbsorbed);
  out.dfReference = out.dfResid;
  out.factor = options.small ? out.nobs / out.dfResid : 1;
  out.bandwidth = 0;
  out.dropped = basis.dropped;
  out.triangle = basis.triangle;
}

/** out.covariance, factor and bandwidth. */
function sumScores(
  sample: IvSample,
  basis: Basis,
  options: ReducedFormOptions,
  out: ReducedForm,
): Status {
  const m = out.ninstruments * (sample.nendogenous + 1);
  const sum = allocZeroed(doubles(m * m));
  const scope = mark();
  const fit = changetype<LinearFit>(allocZeroed(offsetof<LinearFit>()));
  const own = copyOptions(changetype<LinearOptions>(options.covariance));
  if (exhausted()) return Status.OutOfMemory;
  // The factor is that of a regression on all instruments, and not on the columns of the scores.
  own.dfAbsorbed += basis.q - m;
  fit.factor = 1;
  const scores = scoresOf(sample, basis, m, options.restricted != 0);
  if (exhausted()) return Status.OutOfMemory;
  const status = addScores(scores, sample.design, own, fit, sum);
  out.detail = fit.detail;
  out.factor = fit.factor;
  out.bandwidth = fit.bandwidth;
  out.covariance = sum;
  release(scope);
  mirror(m, sum);
  return status;
}

/** The scores as a model, column j + a ninstruments that of q_j e_a, the outcome first. */
function scoresOf(sample: IvSample, basis: Basis, m: i32, restricted: bool): LinearModel {
  const n = sample.model.n;
  const count = basis.q - sample.nexogenous;
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const x = allocMatrix(n, m);
  const ones = alloc(doubles(n));
  const root = allocZeroed(doubles(m * m));
  const column = alloc(doubles(n));
  if (exhausted()) return model;
  model.n = n;
  model.k = m;
  model.x = x;
  model.residuals = ones;
  model.root = root;
  model.frequency = sample.model.frequency;
  for (let i = 0; i < n; ++i) set(ones, i, 1);
  for (let j = 0; j < m; ++j) store<f64>(entry(root, m, j, j), 1);
  for (let a = 0; a <= sample.nendogenous; ++a) {
    const to = entry(x, n, 0, a * count);
    reducedResidual(sample, basis, a, restricted ? sample.nexogenous : basis.q, to);
    for (let j = 1; j < count; ++j) memory.copy(entry(to, n, 0, j), to, doubles(n));
  }
  for (let j = 0; j < count; ++j) {
    memory.fill(column, 0, doubles(n));
    const place = sample.nexogenous + j;
    const coefficients = entry(basis.root, basis.q, 0, place);
    addCombination(n, place + 1, basis.instruments, coefficients, 1, column);
    for (let a = 0; a <= sample.nendogenous; ++a) {
      const to = entry(x, n, 0, a * count + j);
      for (let i = 0; i < n; ++i) set(to, i, get(to, i) * get(column, i));
    }
  }
  return model;
}

/** out (n) := variable a (0 the outcome, then the endogenous) less its fit by the first `m` instruments. */
function reducedResidual(sample: IvSample, basis: Basis, a: i32, m: i32, out: usize): void {
  const n = sample.model.n;
  const q = basis.q;
  const from = a == 0 ? sample.model.y : entry(sample.model.x, n, 0, a - 1);
  const place = a == 0 ? basis.width - 1 : q + a - 1;
  const scope = mark();
  const coefficients = alloc(doubles(q));
  if (exhausted()) return;
  const projected = entry(basis.triangle, basis.width, 0, place);
  dgemv(NoTrans, m, m, 1, basis.root, q, projected, 0, coefficients);
  memory.copy(out, from, doubles(n));
  addCombination(n, m, basis.instruments, coefficients, -1, out);
  release(scope);
}
