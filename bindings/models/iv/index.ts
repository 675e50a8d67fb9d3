import type { Estimator } from '../describe.js';
import { ivAnswers } from './answers.js';
import { fitIv, type IvFitted } from './fit.js';
import type { IvModel } from './model.js';
import { ivReader } from './read.js';

export const ivEstimator: Estimator<IvModel, IvFitted> = {
  ...ivReader,
  fit: fitIv,
  ...ivAnswers,
};
