import type { Estimator } from '../describe.js';
import { dpdAnswers } from './answers.js';
import { buildDesign } from './design/formula-design.js';
import { programs } from './estimate/conventions.js';
import { type DpdFitted, fitDesign } from './fit.js';
import type { DpdModel } from './model/model.js';
import { dpdReader } from './model/read.js';

export { type DpdFitted, dpdFits } from './fit.js';

export const dpdEstimator: Estimator<DpdModel, DpdFitted> = {
  ...dpdReader,
  fit: (engine, model, data, known) =>
    fitDesign(engine, { model, data, build: buildDesign, programs, known }),
  ...dpdAnswers,
};
