/** The types of each estimator. The folder of an estimator declares them; the entry `wasmetrics/types` exports all. */
import type { DpdModel, DpdModelInput, DpdResult } from './dpd/model.js';
import type { GmmModel, GmmModelInput, GmmResult } from './gmm/model.js';
import type { IvModel, IvModelInput, IvResult } from './iv/model.js';
import type { OlsModel, OlsModelInput, OlsResult } from './ols/model.js';
import type { PanelModel, PanelModelInput, PanelResult } from './panel/model.js';

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

/** The types of the estimators by their names; `Name` are the names of coefficients. */
export interface EstimatorTypes<Name extends string = string> {
  /** Dynamic panels. */
  readonly dpd: Of<DpdModelInput, DpdModel, DpdResult<Name>>;
  /** Linear GMM. */
  readonly gmm: Of<GmmModelInput, GmmModel, GmmResult<Name>>;
  /** k-class estimators with instruments. */
  readonly iv: Of<IvModelInput, IvModel, IvResult<Name>>;
  /** Least squares. */
  readonly ols: Of<OlsModelInput, OlsModel, OlsResult<Name>>;
  /** Static panels. */
  readonly panel: Of<PanelModelInput, PanelModel, PanelResult<Name>>;
}
