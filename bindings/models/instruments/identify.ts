import type { Engine } from '../../core/engine.js';
import { leastSquares } from '../../stats/householder.js';
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
import { atBandwidth, computeReducedForm } from './reduced-form.js';
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
  const tests = model.diagnostics ? { ...testsOf(engine, model, asked, fit), ...cTests } : cTests;
  return { tests, warnings: [] };
}

function testsOf(
  engine: Engine,
  { level }: InstrumentsModel,
  asked: Asked,
  fit: InstrumentEstimate,
): Tests {
  const vcov = withFactor(atBandwidth(asked.problem.vcov, fit.bandwidth));
  const form = computeReducedForm(engine, asked, vcov, 'unrestricted');
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
    robustScore: exogeneityScore(engine, { ...asked, form }, robust),
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
  { problem, sample, form }: Asked & { readonly form: ReducedForm },
  vcov: LinearCovariance,
): Test {
  const wider = { problem, sample: withEndogenousInstruments(sample) };
  const widerForm = computeReducedForm(engine, wider, vcov, 'restricted');
  if (widerForm.ninstruments < form.ninstruments + form.nendogenous) {
    const reason = 'the instruments explain an endogenous variable exactly';
    return { stat: null, pValue: null, reason };
  }
  const whole = equations(widerForm, 'restricted');
  const [outcome, ...regressors] = columnsOf(form);
  const error = structuralError(leastSquares(regressors, outcome!).params);
  return robustScoreEndogeneity(engine, equations(form), whole.covariance(error, error));
}

/** Outcome and endogenous regressors after the exogenous ones. */
function columnsOf(form: ReducedForm): number[][] {
  const { coefficients, errors } = equations(form);
  return coefficients.map((column, a) => [...column, ...errors[a]!]);
}
