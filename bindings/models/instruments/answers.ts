/** How regressions with instruments answer the questions about a fit. */
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { Engine } from '../../core/engine/engine.js';
import type { DataInput } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import { linearAnswers } from '../linear/answers.js';
import { omittedOf, sameNames } from '../linear/estimate/kept-names.js';
import type { LinearRows } from '../linear/fitted.js';
import type { FittedModel } from '../protocol.js';
import type { InstrumentsModel } from './model.js';
import type { EstimatedRows, InstrumentProblem } from './problem.js';
import type { InstrumentEstimate } from './records.js';
import { buildInstrumentSample, instrumentSpec, type MomentRows } from './design.js';
import { type InstrumentSample, withoutRegressors } from './sample.js';

type Named = InstrumentsModel & { readonly estimator: string; readonly method: string };

interface InstrumentFitted<Model> extends EstimatedRows {
  readonly model: Model;
  readonly estimate: InstrumentEstimate;
  readonly result: FitResult;
}

/** How an estimator with instruments makes its rows and its problem. */
interface Ways<Model> {
  /** Provided by estimators whose weighting matrix may have separate clusters. */
  readonly gmm?: MomentRows;
  readonly sample: (engine: Engine, model: Model, data: DataInput) => InstrumentSample;
  readonly problem: (model: Model, sample: InstrumentSample) => InstrumentProblem;
  readonly moments: (model: Model) => LinearRows['moments'];
}

export function instrumentAnswers<Model extends Named, Fit extends InstrumentFitted<Model>>(
  ways: Ways<Model>,
): FittedModel<Fit, Model> {
  const linearRows = (model: Model, { sample, problem }: EstimatedRows) => {
    const { rows, endogenous, exogenous, instruments } = sample;
    const { transformation } = problem;
    return {
      estimator: model.estimator,
      model,
      rows,
      transformation,
      instruments: { endogenous, exogenous, instruments, problem },
      moments: ways.moments(model),
    };
  };
  const linear = (fit: Fit) => ({
    ...linearRows(fit.model, fit),
    estimate: fit.estimate,
    result: fit.result,
  });
  return {
    ...linearAnswers<Fit>(linear),
    async influence(engine, fit, of) {
      const { instrumentInfluence } = await import('./influence.js');
      return instrumentInfluence(engine, linear(fit), of);
    },
    regressors({ model }) {
      const { parts, margins } = instrumentSpec(model, ways.gmm);
      return { terms: [...parts.endogenous, ...parts.regressors], margins: margins! };
    },
    design(engine, model, data) {
      const sample = buildInstrumentSample(model, data, elementaryMath(engine));
      return { depvar: sample.rows.depvar, names: [...sample.endogenous, ...sample.exogenous] };
    },
    resampled(engine, model, table, names) {
      const sample = keptRegressors(ways.sample(engine, model, table), names);
      return { linear: linearRows(model, { sample, problem: ways.problem(model, sample) }) };
    },
  };
}

function keptRegressors(whole: InstrumentSample, names: readonly string[]): InstrumentSample {
  const omitted = omittedOf([...whole.endogenous, ...whole.exogenous], names);
  const sample = omitted.length === 0 ? whole : withoutRegressors(whole, omitted);
  return sameNames(sample, sample && [...sample.endogenous, ...sample.exogenous], names);
}
