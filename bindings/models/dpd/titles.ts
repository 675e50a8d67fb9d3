import type { Titles } from '../traits.js';

export const dpdTitles: Titles = [
  ['System GMM', 'system-gmm'],
  ['Difference GMM', 'difference-gmm'],
  ['Level GMM', 'level-gmm'],
];
