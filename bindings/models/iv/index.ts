import type { Estimator } from '../describe.js';
import { ivAnswers } from './answers.js';
import { fitIv } from './fit.js';
import type { IvFitted } from './rows.js';
import type { IvModel } from './model.js';
import { ivReader } from './read.js';

export const ivEstimator: Estimator<IvModel, IvFitted> = {
  ...ivReader,
  fit: fitIv,
  ...ivAnswers,
};
