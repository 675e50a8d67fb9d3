import type { DpdFitted } from './dpd/fit.js';
import type { GmmFitted } from './gmm/fit.js';
import type { IvFitted } from './iv/fit.js';
import type { OlsFitted } from './ols/fit.js';
import type { PanelFitted } from './panel/fit.js';

/** What a result was computed from, by any estimator. */
export type FitContext = DpdFitted | GmmFitted | IvFitted | OlsFitted | PanelFitted;
