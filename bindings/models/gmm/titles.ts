import type { Titles } from '../traits.js';

export const gmmTitles: Titles = [
  ['Linear GMM, one-step', 'one-step-gmm'],
  ['Linear GMM, two-step', 'two-step-gmm'],
  ['Linear GMM, iterated', 'iterated-gmm'],
  ['Linear GMM, continuously updated', 'cue-gmm'],
];
