import type { Estimator } from '../describe.js';
import { dpdAnswers } from './answers.js';
import { buildDesign } from '../dynamic/design/formula-design.js';
import { programs } from '../dynamic/estimate/conventions.js';
import { type DynamicFit, fitDesign } from '../dynamic/fit.js';
import type { DpdModel } from './model.js';
import { dpdReader } from './read.js';

export { type DynamicFit, dynamicFits } from '../dynamic/fit.js';

export const dpdEstimator: Estimator<DpdModel, DynamicFit<DpdModel>> = {
  ...dpdReader,
  fit: (engine, model, data, known) =>
    fitDesign(engine, { model, data, build: buildDesign, programs, known }),
  ...dpdAnswers,
};
