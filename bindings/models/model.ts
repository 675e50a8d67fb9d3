import type { DpdModel, DpdModelInput } from './dpd/model/model.js';
import type { GmmModel, GmmModelInput } from './gmm/model.js';
import type { IvModel, IvModelInput } from './iv/model.js';
import type { OlsModel, OlsModelInput } from './ols/model.js';
import type { PanelModel, PanelModelInput } from './panel/model.js';

export type * from './dpd/model/model.js';
export type * from './gmm/model.js';
export type * from './iv/model.js';
export type * from './ols/model.js';
export type * from './panel/model.js';

/** A model of any estimator, with every default filled in. */
export type Model = DpdModel | GmmModel | IvModel | OlsModel | PanelModel;

/** A model of any estimator as a user writes it. */
export type ModelInput =
  DpdModelInput | GmmModelInput | IvModelInput | OlsModelInput | PanelModelInput;
