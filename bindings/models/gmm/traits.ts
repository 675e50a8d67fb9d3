import { type EstimatorTraits, instrumentsInStata, noTraits, shortestPanel } from '../traits.js';

export const gmmTraits: EstimatorTraits = {
  name: 'gmm',
  has: { ...noTraits, instruments: true, moments: true, rowResiduals: true },
  words: {
    summary: 'linear GMM with instruments: one-step, two-step, iterated, continuously updated',
    fit: 'a regression by GMM',
    model: 'a model with instruments',
    covarianceInStata: instrumentsInStata,
    titles: [
      ['Linear GMM, one-step', 'one-step-gmm'],
      ['Linear GMM, two-step', 'two-step-gmm'],
      ['Linear GMM, iterated', 'iterated-gmm'],
      ['Linear GMM, continuously updated', 'cue-gmm'],
    ],
  },
  shortest: { estimator: 'gmm', formula: 'y ~ w | x ~ z', panel: shortestPanel },
};
