import type { Estimator } from '../describe.js';
import { gmmAnswers } from './answers.js';
import { fitGmm, type GmmFitted } from './fit.js';
import type { GmmModel } from './model.js';
import { gmmReader } from './read.js';

export const gmmEstimator: Estimator<GmmModel, GmmFitted> = {
  ...gmmReader,
  fit: fitGmm,
  ...gmmAnswers,
};
