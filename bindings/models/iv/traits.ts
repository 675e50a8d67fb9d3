import { type EstimatorTraits, instrumentsInStata, noTraits, shortestPanel } from '../traits.js';

export const ivTraits: EstimatorTraits = {
  name: 'iv',
  has: { ...noTraits, instruments: true, rowResiduals: true },
  words: {
    summary: 'regression with instruments: 2SLS, LIML, Fuller, k-class',
    fit: 'a regression with instruments',
    model: 'a model with instruments',
    covarianceInStata: instrumentsInStata,
  },
  shortest: { estimator: 'iv', formula: 'y ~ w | x ~ z', panel: shortestPanel },
};
