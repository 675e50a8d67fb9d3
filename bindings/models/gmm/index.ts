import type { Estimator } from '../describe.js';
import { gmmAnswers } from './answers.js';
import { fitGmm, type GmmFitted } from './fit.js';
import type { GmmModel } from './model.js';
import { readGmm } from './read.js';
import { gmmSchema } from './schema.js';

export const gmmEstimator: Estimator<GmmModel, GmmFitted> = {
  name: 'gmm',
  schema: gmmSchema,
  read: readGmm,
  fit: fitGmm,
  ...gmmAnswers,
};
