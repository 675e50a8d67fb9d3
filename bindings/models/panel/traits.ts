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
    titles: [
      ['Fixed effects (within)', 'within'],
      ['Two-way fixed effects', 'twoway'],
      ['Random effects', 'random'],
      ['Between estimator', 'between'],
      ['First differences', 'first-difference'],
      ['Pooled least squares', 'pooled'],
    ],
  },
  shortest: { estimator: 'panel', formula: 'y ~ x', panel: shortestPanel },
};
