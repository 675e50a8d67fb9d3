import { isRobust, typeOfWord, withSmallFactor } from '../../covariances/registry.js';
import type { Engine } from '../../../core/engine/engine.js';
import { householder, norm } from '../../../core/numerics/householder.js';
import type { Tests } from '../../../results/fit.js';
import type { LinearCovariance } from '../../linear/model/model.js';
import { cTestsOf } from './c-tests.js';
import type { TestForm } from './forms.js';
import { regressionEndogeneity, robustScoreEndogeneity } from '../../identification/endogeneity.js';
import { identificationTests } from '../../identification/identification.js';
import { wooldridgeScore } from '../../identification/overidentification.js';
import { equations, type Equations, type ReducedForm } from '../../identification/reduced-form.js';
import { structuralError, twoStage } from '../../identification/structural.js';
import type { InstrumentsModel } from '../model.js';
import type { EstimatedRows } from '../problem.js';
import type { InstrumentEstimate } from '../records.js';
import type { Warning } from '../../../results/common.js';
import { firstStageWarnings } from '../../../words/en/warnings/first-stages.js';
import { warning, type WarningDetails } from '../../../words/warning.js';

/** Tests of the instruments, and warnings that say why some are missing. */
export interface Identification {
  readonly tests: Tests;
  readonly warnings: readonly Warning[];
}

/**
 * Computes first stages and tests of identification, overidentification and endogeneity, unless `diagnostics` is false.
 * Robust tests use the covariance of the model, or HC1 where it is unadjusted.
 *
 * @throws InputError `not-an-instrument` for a set of `cTests`
 */
export function identify(
  engine: Engine,
  model: InstrumentsModel,
  estimated: EstimatedRows,
  fit: InstrumentEstimate,
): Identification {
  const left = (detail: WarningDetails['no-diagnostics']): Identification => ({
    tests: {},
    warnings: [warning(firstStageWarnings, 'no-diagnostics', detail)],
  });
  const { nrows } = estimated.sample.rows;
  if (fit.perfect) return left({ reason: 'perfect-fit' });
  if (estimated.sample.endogenous.length === 0) return left({ reason: 'none-endogenous' });
  // Tests of exogeneity regress on instruments and endogenous regressors together.
  const columns = fit.rankInstruments + estimated.sample.endogenous.length;
  if (fit.dfResid <= columns - fit.params.length) {
    return left({ reason: 'few-rows', rows: nrows, columns });
  }
  const cTests = cTestsOf(engine, model, estimated, fit);
  if (!model.diagnostics) return { tests: cTests, warnings: [] };
  const { form } = fit;
  if (form === undefined) return { tests: cTests, warnings: [] };
  if (explainedExactly(form)) {
    const { warnings } = left({ reason: 'explained-exactly' });
    return { tests: cTests, warnings };
  }
  const tests = testsOf(engine, { ...estimated, form, fit, level: model.level });
  return { tests: { ...tests, ...cTests }, warnings: [] };
}

/**
 * The covariance of first stages and reduced forms: the model's, with the factor and the t statistics of least squares.
 * So it is HC1 if the model has HC0, as in Stata's `ivregress, first` and in ivreg2.
 */
export function stageCovariance(vcov: LinearCovariance): LinearCovariance {
  return { ...vcov, type: withSmallFactor(vcov.type), small: true };
}

/**
 * Returns the covariance of the scores in tests: robust if the model's is unadjusted. Undefined if `diagnostics` is
 * false.
 */
export function testCovariance({
  diagnostics,
  vcov,
}: Pick<InstrumentsModel, 'diagnostics' | 'vcov'>): LinearCovariance | undefined {
  if (!diagnostics) return undefined;
  const stage = stageCovariance(vcov);
  return isRobust(stage) ? stage : { ...stage, type: typeOfWord('robust', true)! };
}

/**
 * Smallest share of its length that an endogenous variable must keep once the first stages and the earlier variables
 * are taken out.
 */
const exactTolerance = 1e-10;

/** True if the instruments explain an endogenous variable, or a combination of them, exactly. */
function explainedExactly(form: ReducedForm): boolean {
  const { errors } = equations(form);
  const { triangle } = householder(errors.slice(1));
  const columns = columnsOf(form).slice(1);
  return columns.some((column, j) => Math.abs(triangle[j]![j]!) <= exactTolerance * norm(column));
}

/** The data and estimates that the tests start from. */
interface Identified extends EstimatedRows {
  readonly form: TestForm;
  readonly fit: InstrumentEstimate;
  readonly level: number;
}

function testsOf(engine: Engine, { sample, problem, form, fit, level }: Identified): Tests {
  const { endogenous } = sample;
  const free = equations(form);
  const scores = equations({ ...form, covariance: form.restricted }, 'restricted');
  // Sargan's and Basmann's tests use 2SLS if the estimates have another weighting matrix.
  const params =
    problem.method.kind === 'gmm'
      ? twoStage(free).params
      : [...fit.params.subarray(0, endogenous.length)];
  const names = { endogenous, instruments: form.kept };
  const restricted = { ...form, covariance: form.covariance && form.restricted };
  return {
    ...identificationTests(engine, { form, restricted, names, params, level }),
    wooldridgeScore: scoreTest(engine, scores),
    robustScore: robustScoreEndogeneity(engine, free, form.leastSquares),
    robustRegressionF: regressionEndogeneity(engine, free, form),
  };
}

/** The 2SLS residuals combine outcome and endogenous regressors, both net of the exogenous regressors. */
function scoreTest(engine: Engine, form: Equations) {
  const { params } = twoStage(form);
  const error = structuralError(params);
  return wooldridgeScore(engine, form, params, form.covariance(error, error));
}

/** Outcome and endogenous regressors, net of the exogenous regressors. */
function columnsOf(form: ReducedForm): number[][] {
  const { coefficients, errors } = equations(form);
  return coefficients.map((column, a) => [...column, ...errors[a]!]);
}
