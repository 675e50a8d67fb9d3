import type { Engine } from '../../core/engine/engine.js';
import type { FitResult, Instrument, Sample } from '../../results/fit.js';
import { inference } from '../inference.js';
import type { LinearSample } from '../linear/design/sample.js';
import {
  describeCovariance,
  describeSample,
  goodness,
  slopesTest,
} from '../linear/result/result.js';
import { describePanelSample } from '../linear/result/panel-sample.js';
import { type PanelRows, panelRows } from '../linear/design/units.js';
import type { IvEffects, InstrumentsModel } from './model.js';
import type { InstrumentEstimate } from './records.js';
import type { InstrumentSample } from './sample.js';

const effectTitles: Readonly<Record<IvEffects, string>> = {
  within: ', fixed effects (within)',
  'first-difference': ', first differences',
};

/** The end of a title: how the units are treated. */
export function effectTitle({ effects }: InstrumentsModel): string {
  return effects === undefined ? '' : effectTitles[effects];
}

/** Makes the part of a result that all estimators with instruments share. */
export function instrumentResult(
  engine: Engine,
  model: InstrumentsModel,
  sample: InstrumentSample,
  fit: InstrumentEstimate,
) {
  const { small } = model.vcov;
  const { rows } = sample;
  const units = model.effects === undefined ? undefined : panelRows(rows);
  return {
    depvar: rows.depvar,
    nobs: fit.nobs,
    ...(units !== undefined && { ngroups: units.units.count }),
    ninstruments: sample.exogenous.length + sample.instruments.length,
    rankInstruments: fit.rankInstruments,
    endogenous: sample.endogenous,
    ...(model.weights !== undefined && { weights: { ...model.weights } }),
    dfModel: fit.waldDf,
    dfResid: fit.dfReference,
    level: model.level,
    ...inference(engine, fit, { statistic: small ? 't' : 'z', df: fit.dfReference }, model.level),
    vcov: describeCovariance(model.vcov, rows, fit),
    ...fitOf(rows, fit),
    sigma2: fit.rss / (small ? fit.dfResid : fit.nobs),
    rss: fit.rss,
    tests: slopesTest(engine, small, fit),
    instruments: describeInstruments(sample, fit),
    sample: sampleOf(sample, units),
    engine: engine.info,
  } satisfies Partial<FitResult>;
}

/** R-squared, which may be below 0. With absorbed effects it is the R-squared within the effects. */
function fitOf(rows: LinearSample, fit: InstrumentEstimate): Partial<FitResult> {
  const measures = goodness(rows, fit);
  if (fit.effects.length === 0) return measures;
  const { rsquared } = measures;
  return { ...(rsquared !== undefined && { rsquaredWithin: rsquared }), absorbed: fit.effects };
}

function sampleOf({ rows }: InstrumentSample, units: PanelRows | undefined): Sample {
  return units === undefined ? describeSample(rows) : describePanelSample(rows, units);
}

/** Exogenous regressors and excluded instruments, in Stata's order. */
function describeInstruments(
  { exogenous, instruments }: InstrumentSample,
  { dropped }: InstrumentEstimate,
): Instrument[] {
  const reason = 'collinear';
  return [
    ...exogenous.map((name) => ({ name, group: 'included' })),
    ...instruments.map((name) => ({
      name,
      group: 'excluded',
      ...(dropped.includes(name) && { dropped: reason }),
    })),
  ];
}
