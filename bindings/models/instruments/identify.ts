import type { Engine } from '../../core/engine.js';
import { leastSquares } from '../../stats/householder.js';
import type { Tests } from '../fit-result.js';
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
import { computeReducedForm } from './reduced-form.js';
import { regressionEndogeneity } from './regression-endogeneity.js';
import { withEndogenousInstruments } from './variants.js';

/**
 * First stages, tests of identification, overidentification and endogeneity; nothing where the model asks for no
 * diagnostics. Robust tests take the covariance of the model, that of heteroskedasticity where it is unadjusted.
 */
export function identify(
  engine: Engine,
  model: InstrumentsModel,
  asked: Asked,
  fit: InstrumentEstimate,
): Tests {
  const cTests = cTestsOf(engine, model, asked, fit);
  if (!model.diagnostics) return cTests;
  const vcov = withFactor(asked.problem.vcov);
  const form = computeReducedForm(engine, asked, vcov, 'unrestricted');
  const restricted = computeReducedForm(engine, asked, vcov, 'restricted');
  const { endogenous } = asked.sample;
  // Sargan's and Basmann's tests are of 2SLS where the estimates have another weighting matrix.
  const params =
    asked.problem.method.kind === 'gmm'
      ? twoStage(equations(form)).params
      : [...fit.params.subarray(0, endogenous.length)];
  const tests = identificationTests(engine, {
    form,
    restricted,
    names: { endogenous, instruments: form.kept },
    params,
    level: model.level,
  });
  const robust: LinearCovariance = vcov.type === 'unadjusted' ? { ...vcov, type: 'HC1' } : vcov;
  const scores =
    vcov.type === 'unadjusted'
      ? computeReducedForm(engine, asked, robust, 'restricted')
      : restricted;
  return {
    ...tests,
    wooldridgeScore: scoreTest(engine, scores),
    robustScore: exogeneityScore(engine, { ...asked, form }, robust),
    robustRegressionF: regressionEndogeneity(engine, { ...asked, kept: form.kept }, robust),
    ...cTests,
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
) {
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
