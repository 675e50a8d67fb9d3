import type { Titles } from '../traits.js';

export const panelTitles: Titles = [
  ['Fixed effects (within)', 'within'],
  ['Two-way fixed effects', 'twoway'],
  ['Random effects', 'random'],
  ['Between estimator', 'between'],
  ['First differences', 'first-difference'],
  ['Pooled least squares', 'pooled'],
];
