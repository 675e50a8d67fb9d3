import type { Engine } from '../../core/engine.js';
import { householder, leastSquares, norm } from '../../stats/householder.js';
import type { Test, Tests, Warning } from '../fit-result.js';
import type { LinearCovariance } from '../linear/model.js';
import { cTestsOf } from './c-tests.js';
import { robustScoreEndogeneity } from './identification/endogeneity.js';
import { identificationTests } from './identification/identification.js';
import { wooldridgeScore } from './identification/overidentification.js';
import { equations, type ReducedForm } from './identification/reduced-form.js';
import { structuralError, twoStage } from './identification/structural.js';
import type { InstrumentsModel } from './model.js';
import type { Asked } from './problem.js';
import type { InstrumentEstimate } from './records.js';
import { atBandwidth, computeReducedForm, type KeptForm } from './reduced-form.js';
import { regressionEndogeneity } from './regression-endogeneity.js';
import { withEndogenousInstruments } from './variants.js';

/** Tests of the instruments, and why they are left out where they are. */
export interface Identification {
  readonly tests: Tests;
  readonly warnings: readonly Warning[];
}

/**
 * First stages, tests of identification, overidentification and endogeneity; nothing where the model asks for no
 * diagnostics. Robust tests take the covariance of the model, that of heteroskedasticity where it is unadjusted.
 *
 * @throws InputError `not-an-instrument` for a set of `cTests`
 */
export function identify(
  engine: Engine,
  model: InstrumentsModel,
  asked: Asked,
  fit: InstrumentEstimate,
): Identification {
  const left = (reason: string): Identification => ({
    tests: {},
    warnings: [{ code: 'no-diagnostics', message: `no tests of the instruments: ${reason}` }],
  });
  const { nrows } = asked.sample.rows;
  if (!(fit.rss > nrows * Number.EPSILON * Number.EPSILON * fit.tss)) {
    return left('the residuals are 0 but for rounding');
  }
  // Tests of exogeneity regress on instruments and endogenous regressors together.
  const columns = fit.rankInstruments + asked.sample.endogenous.length;
  if (fit.dfResid <= columns - fit.params.length) {
    return left(`${nrows} rows for ${columns} instruments and endogenous regressors`);
  }
  const cTests = cTestsOf(engine, model, asked, fit);
  if (!model.diagnostics) return { tests: cTests, warnings: [] };
  const vcov = withFactor(atBandwidth(asked.problem.vcov, fit.bandwidth));
  const form = computeReducedForm(engine, asked, vcov, 'unrestricted');
  if (explainedExactly(form)) {
    const { warnings } = left('the instruments explain an endogenous variable exactly');
    return { tests: cTests, warnings };
  }
  const tests = testsOf(engine, { ...asked, form, fit, level: model.level }, vcov);
  return { tests: { ...tests, ...cTests }, warnings: [] };
}

/** Share of its length that the first stages must leave of an endogenous variable beside those before it. */
const exactTolerance = 1e-10;

/** Whether an endogenous variable, or a combination of them, lies in the space of the instruments. */
function explainedExactly(form: ReducedForm): boolean {
  const { errors } = equations(form);
  const { triangle } = householder(errors.slice(1));
  const columns = columnsOf(form).slice(1);
  return columns.some((column, j) => Math.abs(triangle[j]![j]!) <= exactTolerance * norm(column));
}

/** What the tests start from. */
interface Identified extends Asked {
  readonly form: KeptForm;
  readonly fit: InstrumentEstimate;
  readonly level: number;
}

function testsOf(engine: Engine, asked: Identified, vcov: LinearCovariance): Tests {
  const { form, fit, level } = asked;
  const restricted = computeReducedForm(engine, asked, vcov, 'restricted');
  const { endogenous } = asked.sample;
  // Sargan's and Basmann's tests are of 2SLS where the estimates have another weighting matrix.
  const params =
    asked.problem.method.kind === 'gmm'
      ? twoStage(equations(form)).params
      : [...fit.params.subarray(0, endogenous.length)];
  const names = { endogenous, instruments: form.kept };
  const robust: LinearCovariance = vcov.type === 'unadjusted' ? { ...vcov, type: 'HC1' } : vcov;
  const scores =
    vcov.type === 'unadjusted'
      ? computeReducedForm(engine, asked, robust, 'restricted')
      : restricted;
  return {
    ...identificationTests(engine, { form, restricted, names, params, level }),
    wooldridgeScore: scoreTest(engine, scores),
    robustScore: exogeneityScore(engine, asked, robust),
    robustRegressionF: regressionEndogeneity(engine, { ...asked, kept: form.kept }, robust),
  };
}

/** F statistics have the small-sample factor whether or not the estimates have it, as in ivreg2. */
function withFactor(vcov: LinearCovariance): LinearCovariance {
  return { ...vcov, type: vcov.type === 'HC0' ? 'HC1' : vcov.type, small: true };
}

/** Residuals of 2SLS are combinations of what the exogenous regressors leave of outcome and endogenous ones. */
function scoreTest(engine: Engine, restricted: ReducedForm) {
  const form = equations(restricted, 'restricted');
  const { params } = twoStage(form);
  const error = structuralError(params);
  return wooldridgeScore(engine, form, params, form.covariance(error, error));
}

/** Residuals of least squares likewise, with the endogenous regressors among the instruments. */
function exogeneityScore(
  engine: Engine,
  { problem, sample, form }: Identified,
  vcov: LinearCovariance,
): Test {
  const wider = { problem, sample: withEndogenousInstruments(sample) };
  const whole = equations(computeReducedForm(engine, wider, vcov, 'restricted'), 'restricted');
  const [outcome, ...regressors] = columnsOf(form);
  const error = structuralError(leastSquares(regressors, outcome!).params);
  return robustScoreEndogeneity(engine, equations(form), whole.covariance(error, error));
}

/** Outcome and endogenous regressors after the exogenous ones. */
function columnsOf(form: ReducedForm): number[][] {
  const { coefficients, errors } = equations(form);
  return coefficients.map((column, a) => [...column, ...errors[a]!]);
}
