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

/** What a call names by its function, or the compiler looks up in the data. */
type ByCall = 'estimator' | 'data' | 'formula' | 'where' | 'build' | 'merge' | 'reshape';

/** Keys of a model of `dpd` that the compiler checks one by one. */
interface DpdKeys extends Omit<DpdModelInput, ByCall> {}
/** Keys of a model of `gmm` that the compiler checks one by one. */
interface GmmKeys extends Omit<GmmModelInput, ByCall> {}
/** Keys of a model of `iv` that the compiler checks one by one. */
interface IvKeys extends Omit<IvModelInput, ByCall> {}
/** Keys of a model of `ols` that the compiler checks one by one. */
interface OlsKeys extends Omit<OlsModelInput, ByCall> {}
/** Keys of a model of `panel` that the compiler checks one by one. */
interface PanelKeys extends Omit<PanelModelInput, ByCall> {}

/** What an estimator takes and returns. */
interface Of<Input, Keys, Model, Result> {
  /** A model as a user writes it. */
  readonly input: Input;
  /** Its keys that the compiler checks one by one. */
  readonly keys: Keys;
  /** The model with every default filled in. */
  readonly model: Model;
  readonly result: Result;
}

/** The types of the estimators by their names. `Name` are the names of coefficients, `Given` the options of a call. */
export interface EstimatorTypes<Name extends string = string, Given = unknown> {
  /** Dynamic panels. */
  readonly dpd: Of<DpdModelInput, DpdKeys, DpdModel, DpdResult<Name> & DpdFollows<Given>>;
  /** Linear GMM. */
  readonly gmm: Of<GmmModelInput, GmmKeys, GmmModel, GmmResult<Name> & GmmFollows<Given>>;
  /** k-class estimators with instruments. */
  readonly iv: Of<IvModelInput, IvKeys, IvModel, IvResult<Name> & IvFollows<Given>>;
  /** Least squares. */
  readonly ols: Of<OlsModelInput, OlsKeys, OlsModel, OlsResult<Name>>;
  /** Static panels. */
  readonly panel: Of<
    PanelModelInput,
    PanelKeys,
    PanelModel,
    PanelResult<Name> & PanelFollows<Given>
  >;
}
