import type { Estimator } from './describe.js';
import { dpdEstimator } from './dpd/index.js';
import { gmmEstimator } from './gmm/index.js';
import { ivEstimator } from './iv/index.js';
import { olsEstimator } from './ols/index.js';
import { panelEstimator } from './panel/index.js';

/** All estimators. Model files, `fitModel` and the command line loop over them. */
const list = [dpdEstimator, gmmEstimator, ivEstimator, olsEstimator, panelEstimator] as const;

/** What a result was computed from. */
export type FitContext = ReturnType<(typeof list)[number]['fit']>;

export const estimators: readonly Estimator<FitContext['model'], FitContext>[] = list;
