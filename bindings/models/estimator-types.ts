/** The types of each estimator. The folder of an estimator declares them; the entry `wasmetrics/types` exports all. */
import type { DpdFollows, DpdModel, DpdModelInput, DpdResult } from './dpd/model.js';
import type { GmmFollows, GmmModel, GmmModelInput, GmmResult } from './gmm/model.js';
import type { IvFollows, IvModel, IvModelInput, IvResult } from './iv/model.js';
import type { OlsModel, OlsModelInput, OlsResult } from './ols/model.js';
import type { PanelFollows, PanelModel, PanelModelInput, PanelResult } from './panel/model.js';

export type * from './dpd/model.js';
export type * from './gmm/model.js';
export type * from './iv/model.js';
export type * from './ols/model.js';
export type * from './panel/model.js';

/** What an estimator takes and returns. */
interface Of<Input, Model, Result> {
  /** A model as a user writes it. */
  readonly input: Input;
  /** The model with every default filled in. */
  readonly model: Model;
  readonly result: Result;
}

/** The types of the estimators by their names. `Name` are the names of coefficients, `Given` the options of a call. */
export interface EstimatorTypes<Name extends string = string, Given = unknown> {
  /** Dynamic panels. */
  readonly dpd: Of<DpdModelInput, DpdModel, DpdResult<Name> & DpdFollows<Given>>;
  /** Linear GMM. */
  readonly gmm: Of<GmmModelInput, GmmModel, GmmResult<Name> & GmmFollows<Given>>;
  /** k-class estimators with instruments. */
  readonly iv: Of<IvModelInput, IvModel, IvResult<Name> & IvFollows<Given>>;
  /** Least squares. */
  readonly ols: Of<OlsModelInput, OlsModel, OlsResult<Name>>;
  /** Static panels. */
  readonly panel: Of<PanelModelInput, PanelModel, PanelResult<Name> & PanelFollows<Given>>;
}
