import type { Estimator } from './describe.js';
import { dpdEstimator } from './dpd/index.js';
import { gmmEstimator } from './gmm/index.js';
import { ivEstimator } from './iv/index.js';
import { olsEstimator } from './ols/index.js';
import { panelEstimator } from './panel/index.js';

/** Every estimator there is, one line each: model files, `fitModel` and the command line loop over them. */
const list = [dpdEstimator, gmmEstimator, ivEstimator, olsEstimator, panelEstimator] as const;

/** What a result was computed from, kept beside it. */
export type FitContext = ReturnType<(typeof list)[number]['fit']>;

export const estimators: readonly Estimator<FitContext['model'], FitContext>[] = list;
