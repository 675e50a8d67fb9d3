/** What the sample of an estimate is made from again, on a table in which built columns have other values. */
import type { DpdSample } from '../dpd/design/design.js';
import type { DpdModel } from '../dpd/model/model.js';
import type { FitContext } from '../estimators.js';
import type { GmmModel } from '../gmm/model.js';
import type { InstrumentProblem } from '../instruments/problem.js';
import type { InstrumentSample } from '../instruments/sample.js';
import type { IvModel } from '../iv/model.js';
import type { LinearSample } from '../linear/design/sample.js';
import type { OlsModel } from '../ols/model.js';
import type { PanelModel } from '../panel/model.js';

/** A model with the regressors that its estimate kept, as plain data that a worker can receive. */
export type RefitModel = { readonly names: readonly string[] } & (
  | { readonly estimator: 'ols'; readonly model: OlsModel }
  | { readonly estimator: 'panel'; readonly model: PanelModel }
  | { readonly estimator: 'iv'; readonly model: IvModel }
  | { readonly estimator: 'gmm'; readonly model: GmmModel }
  | { readonly estimator: 'dpd'; readonly model: DpdModel }
);

/** A sample with what its estimator makes of it. */
export type Refit =
  | { readonly estimator: 'ols'; readonly model: OlsModel; readonly sample: LinearSample }
  | { readonly estimator: 'panel'; readonly model: PanelModel; readonly sample: LinearSample }
  | ({ readonly estimator: 'iv'; readonly model: IvModel } & Instrumented)
  | ({ readonly estimator: 'gmm'; readonly model: GmmModel } & Instrumented)
  | { readonly estimator: 'dpd'; readonly model: DpdModel; readonly sample: DpdSample };

interface Instrumented {
  readonly sample: InstrumentSample;
  readonly problem: InstrumentProblem;
}

export function refitModel(context: FitContext): RefitModel {
  const { estimator, model } = context;
  const names = Object.keys(context.result.params);
  return { estimator, model, names } as RefitModel;
}
