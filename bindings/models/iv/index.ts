import type { Estimator } from '../describe.js';
import { ivAnswers } from './answers.js';
import { fitIv, type IvFitted } from './fit.js';
import type { IvModel } from './model.js';
import { readIv } from './read.js';
import { ivSchema } from './schema.js';

export const ivEstimator: Estimator<IvModel, IvFitted> = {
  name: 'iv',
  schema: ivSchema,
  read: readIv,
  fit: fitIv,
  ...ivAnswers,
};
