import { type EstimatorTraits, noTraits, shortestPanel } from '../traits.js';

export const olsTraits: EstimatorTraits = {
  name: 'ols',
  has: { ...noTraits, rowResiduals: true, leastSquares: true, leverages: true },
  words: {
    summary: 'ordinary or weighted least squares',
    fit: 'a regression by least squares',
    model: 'a regression',
    covarianceInStata: { HC1: 'robust' },
  },
  shortest: { estimator: 'ols', formula: 'y ~ x', panel: shortestPanel },
};
