import { type EstimatorTraits, instrumentsInStata, noTraits, shortestPanel } from '../traits.js';

export const gmmTraits: EstimatorTraits = {
  name: 'gmm',
  has: { ...noTraits, instruments: true, moments: true, rowResiduals: true },
  words: {
    summary: 'linear GMM with instruments: one-step, two-step, iterated, continuously updated',
    fit: 'a regression by GMM',
    model: 'a model with instruments',
    covarianceInStata: instrumentsInStata,
  },
  shortest: { estimator: 'gmm', formula: 'y ~ w | x ~ z', panel: shortestPanel },
};
