/**
 * Regressions of the outcome and the endogenous regressors on all instruments, in the orthonormal basis Q2 of the
 * excluded instruments after the exogenous regressors. Tests of identification and tests robust to weak identification
 * are functions of it.
 *
 *   scores   q_j e_a,   e_a = v_a - [W Z] g_a with g_a from least squares; restricted, e_a = v_a - W g_a
 *
 * The scores of all pairs (n x m) are summed as those of a regression with residuals of 1.
 */
import { Covariance } from '../../../covariance/kinds';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { IvDesign, ReducedForm, ReducedFormOptions } from '../../../memory/instrument-records';
import { LinearOptions } from '../../../memory/records';
import { smallestGrouping } from '../../../covariance/slopes';
import { Status } from '../../../status';
import { Basis, openBasis } from '../basis';
import { projectRows } from './projected-rows';
import { IvSample, openSample, prepareRows } from '../sample';
import { ScoreSum, addVariables, openSum } from './score-sums';

/**
 * Describes the reduced form of a design. `options.covariance` has a number as bandwidth for HAC. The caller owns the
 * arena scope; results point into it. Statuses as in `iv_fit`.
 */
export function iv_reduced_form(
  designAddress: usize,
  optionsAddress: usize,
  outAddress: usize,
): Status {
  const options = changetype<ReducedFormOptions>(optionsAddress);
  const out = changetype<ReducedForm>(outAddress);
  if (options.size != i32(offsetof<ReducedFormOptions>())) return Status.BadRecord;
  if (out.size != i32(offsetof<ReducedForm>())) return Status.BadRecord;
  const covariance = changetype<LinearOptions>(options.covariance);
  if (covariance.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  const sample = changetype<IvSample>(alloc(offsetof<IvSample>()));
  const basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  if (exhausted()) return Status.OutOfMemory;
  const size = sizeof<i32>();
  memory.fill(outAddress + size, 0, offsetof<ReducedForm>() - size);
  out.detail = -1;
  let status = openSample(changetype<IvDesign>(designAddress), sample);
  if (status == Status.Ok) status = prepareRows(sample, options.panel, covariance);
  if (status == Status.Ok) status = openBasis(sample, basis);
  if (status != Status.Ok) return status;
  status = describe(sample, basis, covariance, out);
  if (status != Status.Ok) return status;
  const automatic = covariance.covariance == Covariance.Hac && covariance.bandwidth < 0;
  if (automatic) return Status.BadOption;
  if (covariance.covariance == Covariance.Unadjusted) return Status.Ok;
  return sumScores(sample, basis, options, out);
}

/** Counts, degrees of freedom, triangle, and the factor of the unadjusted kind. */
export function describe(
  sample: IvSample,
  basis: Basis,
  options: LinearOptions,
  out: ReducedForm,
): Status {
  out.ninstruments = basis.q - sample.nexogenous;
  out.nobs = sample.weights.nobs;
  out.dfResid = out.nobs - f64(basis.q + options.dfAbsorbed);
  out.dfReference = out.dfResid;
  out.factor = options.small ? out.nobs / out.dfResid : 1;
  out.bandwidth = 0;
  out.dropped = basis.dropped;
  out.triangle = basis.triangle;
  if (!(out.dfResid > 0)) return Status.NoDegreesOfFreedom;
  const groups = smallestGrouping(sample.design, options);
  if (groups < 0) return Status.OutOfMemory;
  if (groups > 0) out.dfReference = f64(groups - 1);
  return Status.Ok;
}

/** out.covariance, factor and bandwidth. */
function sumScores(
  sample: IvSample,
  basis: Basis,
  options: ReducedFormOptions,
  out: ReducedForm,
): Status {
  const covariance = changetype<LinearOptions>(options.covariance);
  const sum = openSum(out.ninstruments * (sample.nendogenous + 1));
  const scope = mark();
  const rows = projectRows(sample, basis);
  if (sum == null || rows == null) return Status.OutOfMemory;
  const residuals = options.restricted != 0 ? rows.restricted : rows.unrestricted;
  const status = addVariables(sample, rows, residuals, covariance, basis.q, sum);
  release(scope);
  takeCovariance(sum, out);
  return status;
}

/** The covariance of the reduced form, with its factor and bandwidth. */
export function takeCovariance(scores: ScoreSum, out: ReducedForm): void {
  out.covariance = scores.sum;
  out.detail = scores.fit.detail;
  out.factor = scores.fit.factor;
  out.bandwidth = scores.fit.bandwidth;
}
