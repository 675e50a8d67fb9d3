import type { Estimator } from '../describe.js';
import { dpdCommand } from './command.js';
import { type DpdFitted, fitDpd } from './fit.js';
import type { DpdModel } from './model.js';
import { readDpd } from './read.js';

export { type DpdFitted, dpdFits } from './fit.js';

export const dpdEstimator: Estimator<DpdModel, DpdFitted> = {
  name: 'dpd',
  read: readDpd,
  fit: fitDpd,
  command: dpdCommand,
};
