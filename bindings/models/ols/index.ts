import type { Estimator } from '../describe.js';
import { olsAnswers } from './answers.js';
import { fitOls, type OlsFitted } from './fit.js';
import type { OlsModel } from './model.js';
import { readOls } from './read.js';
import { olsSchema } from './schema.js';

export const olsEstimator: Estimator<OlsModel, OlsFitted> = {
  name: 'ols',
  schema: olsSchema,
  read: readOls,
  fit: fitOls,
  ...olsAnswers,
};
