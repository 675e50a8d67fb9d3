import { isRobust } from '../covariances/registry.js';
import type { Engine } from '../../core/engine/engine.js';
import { fTest } from '../../core/numerics/inference.js';
import type { FitResult, Test, Tests } from '../../results/fit.js';
import { inference } from '../inference.js';
import { likelihood } from '../linear/result/likelihood.js';
import { omittedWarnings } from '../linear/estimate/omit-collinear.js';
import type { LinearEstimate } from '../linear/estimate/records.js';
import {
  bandwidthWarnings,
  describeCovariance,
  goodness,
  linearWarnings,
  slopesTest,
} from '../linear/result/result.js';
import { NO_RESIDUALS } from '../linear/result/perfect-fit.js';
import { rowErrorWarnings } from '../linear/result/row-errors.js';
import type { LinearSample } from '../linear/design/sample.js';
import type { TransformedEstimate } from '../linear/estimate/transformed.js';
import type { PanelEffects, PanelModel } from './model.js';
import { describePanelSample } from '../linear/result/panel-sample.js';
import type { PanelRows } from '../linear/design/units.js';
import type { Omitted, Warning } from '../../results/common.js';
import { panelWarnings as panelSentences } from '../../words/en/warnings/linear.js';
import { warning } from '../../words/warning.js';
import type { Word } from '../../words/phrase.js';

const titles: Readonly<Record<PanelEffects, string>> = {
  within: 'Fixed effects (within)',
  twoway: 'Two-way fixed effects',
  random: 'Random effects (Swamy-Arora)',
  between: 'Between estimator',
  'first-difference': 'First differences',
  pooled: 'Pooled least squares',
};

/** The rows of a result. */
export interface PanelSample {
  readonly sample: LinearSample;
  readonly rows: PanelRows;
  readonly omitted: readonly Omitted[];
}

/** Makes the plain result of an estimate. Random effects report z and chi-squared, as Stata's xtreg, re does. */
export function panelResult(
  engine: Engine,
  model: PanelModel,
  { sample, rows, omitted }: PanelSample,
  fit: LinearEstimate | TransformedEstimate,
): FitResult {
  const random = model.effects === 'random';
  const t = model.vcov.small && !random;
  const { names } = sample;
  return {
    kind: 'fit',
    estimator: 'panel',
    title: titles[model.effects],
    depvar: sample.depvar,
    nobs: model.effects === 'between' ? sample.nrows : fit.nobs,
    ngroups: rows.units.count,
    ...(model.weights !== undefined && { weights: { ...model.weights } }),
    dfModel: fit.waldDf,
    dfResid: fit.dfReference,
    level: model.level,
    ...inference(
      engine,
      { ...fit, names },
      { statistic: t ? 't' : 'z', df: fit.dfReference },
      model.level,
    ),
    vcov: describeCovariance(model.vcov, sample, { ...fit, names }),
    omitted,
    ...(!random && { ...panelGoodness(model, sample, fit), ...likelihood(engine, fit) }),
    ...('theta' in fit && effectsFields(fit)),
    ...unitEffects(model, rows),
    sigma2: fit.rss / fit.dfResid,
    rss: fit.rss,
    tests: { ...slopesTest(engine, t, fit), ...effectsTest(engine, model, fit) },
    sample: describePanelSample(sample, rows),
    warnings: [
      ...omittedWarnings(omitted),
      ...linearWarnings(sample, fit),
      ...bandwidthWarnings(model.vcov, sample, fit.bandwidth),
      ...panelWarnings(model, rows, fit),
    ],
    engine: engine.info,
  };
}

/** R-squared, which describes the transformed rows unless the estimator is pooled. */
function panelGoodness(
  { effects }: PanelModel,
  sample: LinearSample,
  fit: LinearEstimate,
): Partial<FitResult> {
  const measures = goodness(sample, fit);
  const { rsquared, rsquaredAdj } = measures;
  if (effects === 'pooled' || rsquared === undefined || rsquaredAdj === undefined) return measures;
  return { ...measures, rsquaredTransformed: rsquared, rsquaredTransformedAdj: rsquaredAdj };
}

function unitEffects(
  { effects }: PanelModel,
  { units }: PanelRows,
): Pick<FitResult, 'unitEffects'> {
  if (effects === 'first-difference') {
    return { unitEffects: { unit: units.name, treatment: 'differenced' } };
  }
  if (effects === 'random') return { unitEffects: { unit: units.name, treatment: 'random' } };
  return {};
}

/** The statistics that exist for this estimator. */
function effectsFields(fit: TransformedEstimate): Partial<FitResult> {
  const { sigmaU, sigmaE, theta, degrees } = fit;
  const names = [
    'rsquaredWithin',
    'rsquaredBetween',
    'rsquaredOverall',
    'sigmaU',
    'sigmaE',
    'correlation',
  ] as const;
  const numbers = names.filter((name) => !Number.isNaN(fit[name])).map((name) => [name, fit[name]]);
  const rho = (sigmaU * sigmaU) / (sigmaU * sigmaU + sigmaE * sigmaE);
  return {
    ...(Object.fromEntries(numbers) as Partial<FitResult>),
    ...(!Number.isNaN(rho) && { rho }),
    ...(theta.length > 0 && { theta: spread(theta) }),
    ...(degrees.length > 0 && { absorbed: degrees }),
  };
}

function spread(values: Float64Array) {
  const sorted = values.slice().sort();
  const middle = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { min: sorted[0]!, median: middle, max: sorted[sorted.length - 1]! };
}

/** F of the hypothesis that all effects are equal. It is valid for unadjusted standard errors only. */
function effectsTest(
  engine: Engine,
  { vcov }: PanelModel,
  fit: LinearEstimate | TransformedEstimate,
): Tests {
  if (!('theta' in fit) || fit.degrees.length === 0) return {};
  const missing = (reason: Word): Test => ({ stat: null, pValue: null, reason });
  const test = () => {
    if (isRobust(vcov)) return missing('the test needs unadjusted standard errors');
    if (fit.effectsDf === 0) return missing('there is one effect');
    if (fit.perfect) return missing(NO_RESIDUALS);
    return fTest(engine, fit.effectsF, fit.effectsDf, fit.dfResid);
  };
  return { effects: test() };
}

function panelWarnings(
  { effects, vcov }: PanelModel,
  { units, sizes }: PanelRows,
  fit: LinearEstimate | TransformedEstimate,
): Warning[] {
  const warnings: Warning[] = [];
  const alone = sizes.reduce((count, size) => count + Number(size === 1), 0);
  if (alone > 0 && (effects === 'within' || effects === 'twoway')) {
    const detail = { alone, units: units.count, unit: units.name };
    warnings.push(warning(panelSentences, 'group-of-one', detail));
  }
  const several = sizes.some((size) => size > 1);
  if (several && effects !== 'pooled' && effects !== 'between') {
    warnings.push(...rowErrorWarnings(vcov.type, units.name, effects));
  }
  if (effects === 'random' && 'theta' in fit && fit.sigmaU === 0) {
    warnings.push(warning(panelSentences, 'no-unit-variance', {}));
  }
  return warnings;
}
