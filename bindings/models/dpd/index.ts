import type { Estimator } from '../describe.js';
import { type DpdFitted, fitDpd } from './fit.js';
import type { DpdModel } from './model/model.js';
import { readDpd } from './model/read.js';

export { type DpdFitted, dpdFits } from './fit.js';

export const dpdEstimator: Estimator<DpdModel, DpdFitted> = {
  name: 'dpd',
  read: readDpd,
  fit: fitDpd,
};
