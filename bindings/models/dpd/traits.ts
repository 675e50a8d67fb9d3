import { type EstimatorTraits, noTraits, shortestPanel } from '../traits.js';

export const dpdTraits: EstimatorTraits = {
  name: 'dpd',
  has: {
    ...noTraits,
    instruments: true,
    moments: true,
    dynamics: true,
    lagWindows: true,
    units: true,
    unitErrors: true,
  },
  words: {
    summary: 'difference or system GMM of a dynamic panel',
    fit: 'a dynamic panel',
    model: 'a dynamic panel',
    covarianceInStata: {},
  },
  shortest: {
    estimator: 'dpd',
    formula: 'y ~ L.y + x',
    panel: shortestPanel,
    gmm: [{ vars: ['y', 'x'], lags: [2, 3], collapse: true }],
  },
};
