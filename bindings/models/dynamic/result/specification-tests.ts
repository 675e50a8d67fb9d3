import { calendarValue } from '../../../data/panel/panel.js';
import type { Engine } from '../../../core/engine/engine.js';
import { chi2Test, fTest, twoSided } from '../../../core/numerics/inference.js';
import type { ArTest, DiffHansen, MissingTest, Test, Tests } from '../../../results/fit.js';
import type { DynamicModel } from '../model/model.js';
import type { DynamicSample } from '../design/design.js';
import type { DynamicEstimate } from '../estimate/read-estimate.js';
import { NO_RESIDUALS } from '../../linear/result/perfect-fit.js';
import { NONLINEAR } from './moment-conditions.js';
import { missingWith as missing } from '../../../results/missing.js';
import type { Word } from '../../../words/phrase.js';

/** Computes the tests of a dynamic panel fit. An unavailable test says why. */
export function dynamicTests(
  engine: Engine,
  model: DynamicModel,
  sample: DynamicSample,
  fit: DynamicEstimate,
  dfResid: number,
): Tests {
  const df = fit.rank - fit.params.length;
  const overidentification = (stat: number, spare: number): Test => {
    if (spare <= 0) return missing('the model is exactly identified');
    return fit.perfect ? missing(NO_RESIDUALS) : chi2Test(engine, stat, spare);
  };
  const { sarganIsHansen, withoutSargan, withoutAr } = fit.conventions;
  const sargan = sarganIsHansen ? fit.hansen : fit.sargan;
  const tests: Tests = {
    sargan: withoutSargan === undefined ? overidentification(sargan, df) : missing(withoutSargan),
    hansen: fit.twoStep
      ? overidentification(fit.hansen, df + fit.nonlinear)
      : noHansen(model, sample, fit),
    ar: arTests(engine, model, sample, fit, fit.perfect ? NO_RESIDUALS : withoutAr),
    diffHansen: df + fit.nonlinear > 0 ? differenceResults(engine, fit) : [],
  };
  const wald = slopesTest(engine, model, fit, dfResid);
  return model.vcov.small ? { f: wald, ...tests } : { wald, ...tests };
}

function noHansen(model: DynamicModel, sample: DynamicSample, fit: DynamicEstimate): MissingTest {
  if (model.vcov.type === 'unadjusted') {
    return missing('an unadjusted one-step fit has no two-step weighting matrix');
  }
  if (sample.design.clusters.length > 1) {
    return missing(
      'the covariance of the moments, a sum over several clusterings, is indefinite or too low in rank',
    );
  }
  return missing(
    'the two-step weighting matrix has rank {}, below the {} parameters',
    fit.rankTwoStep,
    fit.params.length,
  );
}

/** Tests all coefficients except the constant: chi-squared, or F with `small`. */
function slopesTest(
  engine: Engine,
  { vcov }: DynamicModel,
  { wald, waldDf, perfect }: DynamicEstimate,
  dfResid: number,
): Test {
  if (perfect) return missing(NO_RESIDUALS);
  if (!Number.isFinite(wald)) {
    return missing('the covariance of the coefficients is not positive definite');
  }
  if (!vcov.small) return chi2Test(engine, wald, waldDf);
  return fTest(engine, wald / waldDf, waldDf, dfResid);
}

function arTests(
  engine: Engine,
  { arOrders, arLevels }: DynamicModel,
  { panel }: DynamicSample,
  { ar, arPeriods }: DynamicEstimate,
  without: Word | undefined,
): ArTest[] {
  const tests: ArTest[] = [];
  for (let i = 0; i < arOrders; i++) {
    const [stat, pairs] = [ar[4 * i]!, ar[4 * i + 1]!];
    const [units, variance] = [ar[4 * i + 2]!, ar[4 * i + 3]!];
    const [first, last] = [arPeriods[2 * i]!, arPeriods[2 * i + 1]!].map((period) =>
      period < 0 ? undefined : calendarValue(panel, period),
    );
    const order = i + 1;
    const residuals = arLevels ? 'level' : 'differenced';
    const reason =
      without === undefined ? arReason({ order, residuals, pairs }, variance) : missing(without);
    tests.push({
      order,
      residuals,
      pairs,
      units,
      ...(first !== undefined && last !== undefined && { periods: [first, last] as const }),
      ...(reason === undefined
        ? { stat, pValue: twoSided(engine, stat, { statistic: 'z', df: 0 }) }
        : reason),
    });
  }
  return tests;
}

function arReason(
  { order, residuals, pairs }: Pick<ArTest, 'order' | 'residuals' | 'pairs'>,
  variance: number,
): MissingTest | undefined {
  if (pairs === 0) {
    const apart = order === 1 ? '1 period' : '{} periods';
    return missing(
      `no pair of ${residuals} residuals ${apart} apart`,
      ...(order === 1 ? [] : [order]),
    );
  }
  if (!(variance > 0)) {
    return missing(
      'the estimated variance of the statistic is {}',
      Number(variance.toPrecision(4)),
    );
  }
  return undefined;
}

function differenceResults(engine: Engine, fit: DynamicEstimate): DiffHansen[] {
  const linear = fit.tested.map((name, i) =>
    differenceResult(engine, fit, name, fit.diffHansen, i),
  );
  if (fit.nonlinear === 0) return linear;
  return [...linear, differenceResult(engine, fit, NONLINEAR, fit.nonlinearHansen, 0)];
}

/** Reads the test in row `i` of `rows`. */
function differenceResult(
  engine: Engine,
  fit: DynamicEstimate,
  group: string,
  rows: Float64Array,
  i: number,
): DiffHansen {
  if (fit.perfect) {
    const reason = missing(NO_RESIDUALS);
    return { group, excluding: reason, difference: reason };
  }
  const [j, df] = [rows[4 * i]!, rows[4 * i + 1]!];
  const [difference, dfDifference] = [rows[4 * i + 2]!, rows[4 * i + 3]!];
  if (Number.isNaN(difference)) {
    const reason = noDifference(fit, df, dfDifference);
    return { group, excluding: reason, difference: reason };
  }
  const excluding =
    df > 0 ? chi2Test(engine, j, df) : missing('the model is exactly identified without the group');
  return { group, excluding, difference: chi2Test(engine, difference, dfDifference) };
}

/** Says why the core left out the test of a group: from the rank without the group and the rank that the group adds. */
function noDifference({ params }: DynamicEstimate, left: number, leftOut: number): MissingTest {
  if (leftOut === 0)
    return missing('the other instruments span its columns, so leaving it out changes nothing');
  if (left < params.length) {
    return missing(
      'without it the instruments have rank {}, below the {} parameters',
      left,
      params.length,
    );
  }
  return missing('without it the weighting matrix is too low in rank to estimate the parameters');
}
