/** The sample of an estimate on a table in which built columns have other values. */
import type { Engine } from '../../core/engine/engine.js';
import { IdentificationError } from '../../core/errors/errors.js';
import type { Table } from '../../data/index.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { DpdSample } from '../dpd/design/design.js';
import { buildDesign } from '../dpd/design/formula-design.js';
import type { DpdModel } from '../dpd/model/model.js';
import { gmmProblem, gmmSample } from '../gmm/index.js';
import {
  buildInstrumentSample,
  type InstrumentSample,
  withoutRegressors,
} from '../instruments/sample.js';
import { ivProblem } from '../iv/index.js';
import type { LinearSample } from '../linear/design/sample.js';
import { withoutColumns } from '../linear/design/without-columns.js';
import { olsSample } from '../ols/index.js';
import { panelSample } from '../panel/index.js';
import type { Refit, RefitModel } from './refit-model.js';

/** The columns of a regressor matrix that an estimate kept, out of those of its model. */
function omittedOf(whole: readonly string[], names: readonly string[]): string[] {
  return whole.filter((name) => !names.includes(name));
}

/**
 * Makes the sample of a model on a table, without the regressors that its estimate left out.
 *
 * @throws IdentificationError `rank-deficient` if the table gives other regressors, and as the estimators
 */
export function refitSample(engine: Engine, refit: RefitModel, table: Table): Refit {
  const { names } = refit;
  switch (refit.estimator) {
    case 'ols':
      return { ...refit, sample: keptColumns(olsSample(engine, refit.model, table), names) };
    case 'panel':
      return { ...refit, sample: keptColumns(panelSample(engine, refit.model, table), names) };
    case 'iv': {
      const { model } = refit;
      const whole = buildInstrumentSample(model, table, elementaryMath(engine));
      const sample = keptRegressors(whole, names);
      return { ...refit, sample, problem: ivProblem(model, sample) };
    }
    case 'gmm': {
      const sample = keptRegressors(gmmSample(engine, refit.model, table), names);
      return { ...refit, sample, problem: gmmProblem(refit.model, sample) };
    }
    case 'dpd':
      return { ...refit, sample: keptDesign(engine, refit.model, table, names) };
  }
}

function keptColumns(whole: LinearSample, names: readonly string[]): LinearSample {
  const omitted = omittedOf(whole.names, names);
  const sample = omitted.length === 0 ? whole : withoutColumns(whole, omitted);
  return sameNames(sample, sample?.names, names);
}

function keptRegressors(whole: InstrumentSample, names: readonly string[]): InstrumentSample {
  const all = [...whole.endogenous, ...whole.exogenous];
  const omitted = omittedOf(all, names);
  const sample = omitted.length === 0 ? whole : withoutRegressors(whole, omitted);
  return sameNames(sample, sample && [...sample.endogenous, ...sample.exogenous], names);
}

function keptDesign(
  engine: Engine,
  model: DpdModel,
  table: Table,
  names: readonly string[],
): DpdSample {
  const math = elementaryMath(engine);
  const whole = buildDesign(model, table, math);
  const omitted = omittedOf(whole.design.params, names);
  const sample = omitted.length === 0 ? whole : buildDesign(model, table, math, omitted);
  return sameNames(sample, sample.design.params, names);
}

function sameNames<Sample>(
  sample: Sample | undefined,
  present: readonly string[] | undefined,
  names: readonly string[],
): Sample {
  if (sample !== undefined && present?.join() === names.join()) return sample;
  const message = `expected the regressors ${names.join(', ')}, found ${present?.join(', ') ?? 'none'}`;
  throw new IdentificationError('rank-deficient', message, { names });
}
