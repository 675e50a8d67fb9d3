/** How linear GMM answers the questions about a fit. */
import { instrumentAnswers } from '../instruments/answers.js';
import { type GmmFitted, gmmProblem, gmmSample } from './fit.js';
import type { GmmModel } from './model.js';

export const gmmAnswers = instrumentAnswers<GmmModel, GmmFitted>({
  gmm: { weighting: undefined },
  sample: gmmSample,
  problem: gmmProblem,
  moments: ({ method, weight }) => ({ method, weight }),
});
