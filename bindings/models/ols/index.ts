import type { Estimator } from '../describe.js';
import { olsAnswers } from './answers.js';
import { fitOls, type OlsFitted } from './fit.js';
import type { OlsModel } from './model.js';
import { olsReader } from './read.js';

export const olsEstimator: Estimator<OlsModel, OlsFitted> = {
  ...olsReader,
  fit: fitOls,
  ...olsAnswers,
};
