import { type EstimatorTraits, instrumentsInStata, noTraits, shortestPanel } from '../traits.js';

export const panelTraits: EstimatorTraits = {
  name: 'panel',
  has: {
    ...noTraits,
    units: true,
    transformedFit: true,
    rowResiduals: true,
    leastSquares: true,
  },
  words: {
    summary: 'fixed and random effects and the other estimators of static panels',
    fit: 'a static panel',
    model: 'a panel model',
    covarianceInStata: instrumentsInStata,
  },
  shortest: { estimator: 'panel', formula: 'y ~ x', panel: shortestPanel },
};
