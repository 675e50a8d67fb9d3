/** The regressions behind a model with instruments: first stages and the reduced form. */
import { withSmallFactor } from '../covariances/registry.js';
import type { Engine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { criticalValue, type Reference, twoSided } from '../../core/numerics/inference.js';
import type { FirstStage, FitResult } from '../../results/fit.js';
import { contextOf, requireContext } from '../context.js';
import { linearOf } from '../fitted-model.js';
import { type Instrumented, isInstrumented, type LinearFit } from '../linear/fitted.js';
import { stageCovariance } from '../instruments/identify/identify.js';
import { withBandwidth } from '../instruments/identify/reduced-form.js';
import { estimateRows } from '../linear/estimate/estimate.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import { estimateTransformed } from '../linear/estimate/transformed.js';
import type { LinearSample } from '../linear/design/sample.js';
import { withoutColumns } from '../linear/design/without-columns.js';
import { leastSquaresResult } from '../linear/result/least-squares.js';
import { noInstruments } from '../../words/errors/models/instruments.js';
import { firstStageWarnings } from '../../words/en/warnings/first-stages.js';
import { warning } from '../../words/warning.js';
import { stageTitles } from './stage-titles.js';

type InstrumentFitted = LinearFit & { readonly instruments: Instrumented };

/**
 * Regresses each endogenous variable on the exogenous regressors and the excluded instruments, on the rows and with the
 * covariance of the model (`stageCovariance`). A saved result has only the coefficients of the excluded instruments,
 * with a warning.
 *
 * @throws InputError `no-instruments` for a model without instruments or without its tests
 */
export function firstStageFits(engine: Engine, fit: FitResult): readonly FitResult[] {
  const stages = fit.tests.firstStage ?? [];
  const context = contextOf(fit);
  if (context === undefined && stages.length > 0) {
    return stages.map((stage) => savedStage(engine, fit, stage));
  }
  const fitted = instrumentContext(fit);
  return fitted.instruments.endogenous.map((name) => {
    const rows = regressionRows(fitted, name);
    const result = regressed(engine, fit, fitted, { rows, title: stageTitles.first });
    const tests = stages.filter(({ endogenous }) => endogenous === name);
    return {
      ...result,
      tests: { ...result.tests, ...(tests.length > 0 && { firstStage: tests }) },
    };
  });
}

/**
 * Regresses the outcome on the exogenous regressors and the excluded instruments.
 *
 * @throws InputError `no-instruments`, `result-without-data`
 */
export function reducedFormFit(engine: Engine, fit: FitResult): FitResult {
  const fitted = instrumentContext(fit);
  const rows = regressionRows(fitted, undefined);
  return regressed(engine, fit, fitted, { rows, title: stageTitles.reduced });
}

function instrumentContext(fit: FitResult): InstrumentFitted {
  const linear = fit.endogenous && linearOf(requireContext('table', fit));
  if (linear === undefined || !isInstrumented(linear)) {
    const told = noInstruments({ estimator: fit.estimator });
    throw new InputError(told, { of: 'table', key: 'part' });
  }
  return linear;
}

/** The rows with an endogenous variable, or by default the outcome, on the left and all instruments on the right. */
function regressionRows(
  { rows, instruments: { exogenous, instruments } }: InstrumentFitted,
  endogenous: string | undefined,
): LinearSample {
  const constant = exogenous.filter((name) => name === '_cons');
  const names = [...exogenous.filter((name) => name !== '_cons'), ...instruments, ...constant];
  const place = (name: string) => rows.names.indexOf(name);
  const columns = <T>(list: readonly T[]) => names.map((name) => list[place(name)]!);
  const left = (list: readonly (Float64Array | number)[]) => {
    const column = list[place(endogenous!)]!;
    return typeof column === 'number' ? new Float64Array(rows.nrows).fill(column) : column;
  };
  return {
    ...rows,
    names,
    widths: names.filter((name) => name !== '_cons').map(() => 1),
    x: columns(rows.x),
    xLow: rows.xLow && columns(rows.xLow),
    ...(endogenous !== undefined && {
      depvar: endogenous,
      y: left(rows.x),
      yLow: rows.xLow && left(rows.xLow),
    }),
  };
}

function regressed(
  engine: Engine,
  fit: FitResult,
  { model, instruments: { problem }, estimate }: InstrumentFitted,
  { rows, title }: { readonly rows: LinearSample; readonly title: string },
): FitResult {
  const vcov = withBandwidth(stageCovariance(problem.vcov), estimate.bandwidth);
  const least = { estimator: 'ols', weightType: model.weights?.type, vcov };
  const { transformation, absorb } = problem;
  const kept = omitCollinear(rows, {
    collinear: 'omit',
    estimate: (sample) =>
      transformation.absorbed.length === 0
        ? estimateRows(engine, least, sample)
        : estimateTransformed(engine, { ...least, absorb, transformation }, sample),
    without: withoutColumns,
  });
  const { weights, level } = model;
  const regression = { vcov, weights, level };
  return {
    ...leastSquaresResult(engine, regression, kept, kept.estimate),
    title,
    ...(fit.ngroups !== undefined && { ngroups: fit.ngroups }),
    ...(fit.labels !== undefined && { labels: fit.labels }),
  };
}

/** What a saved result contains of a first stage, as a result. */
function savedStage(engine: Engine, fit: FitResult, stage: FirstStage): FitResult {
  const { endogenous, params, stdErrors, partialF, nobs, dfResid } = stage;
  const names = Object.keys(params);
  const df = 'df' in partialF && Array.isArray(partialF.df) ? Number(partialF.df[1]) : dfResid;
  const reference: Reference = { statistic: 't', df };
  const width = criticalValue(engine, fit.level, reference);
  const statistics = byName(names, (name) => params[name]! / stdErrors[name]!);
  return {
    kind: 'fit',
    estimator: 'ols',
    title: stageTitles.first,
    depvar: endogenous,
    nobs,
    dfModel: names.length,
    dfResid: df,
    level: fit.level,
    params,
    stdErrors,
    statistics,
    statistic: 't',
    pValues: byName(names, (name) => twoSided(engine, statistics[name]!, reference)),
    confInt: byName(names, (name) => {
      const [estimate, half] = [params[name]!, width * stdErrors[name]!];
      return [estimate - half, estimate + half] as const;
    }),
    vcov: { ...fit.vcov, type: withSmallFactor(fit.vcov.type), names: [], values: [] },
    sigma2: stage.rmse ** 2,
    rss: stage.rmse ** 2 * dfResid,
    tests: { firstStage: [stage] },
    sample: fit.sample,
    ...(fit.labels !== undefined && { labels: fit.labels }),
    warnings: [warning(firstStageWarnings, 'partial-first-stage', { endogenous })],
    engine: fit.engine,
  };
}

function byName<T>(names: readonly string[], value: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}
