import type { Estimator } from '../describe.js';
import { gmmAnswers } from './answers.js';
import { fitGmm } from './fit.js';
import type { GmmFitted } from './rows.js';
import type { GmmModel } from './model.js';
import { gmmReader } from './read.js';

export const gmmEstimator: Estimator<GmmModel, GmmFitted> = {
  ...gmmReader,
  fit: fitGmm,
  ...gmmAnswers,
};
