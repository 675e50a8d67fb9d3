/** How linear GMM answers the questions about a fit. */
import { instrumentAnswers } from '../instruments/answers.js';
import { gmmSample } from './fit.js';
import { type GmmFitted, gmmProblem } from './rows.js';
import type { FittedModel } from '../protocol.js';
import type { GmmModel } from './model.js';

const answers = instrumentAnswers<GmmModel, GmmFitted>({
  gmm: { weighting: undefined },
  sample: gmmSample,
  problem: gmmProblem,
  moments: ({ method, weight }) => ({ method, weight }),
});

export const gmmAnswers: FittedModel<GmmFitted, GmmModel> = {
  ...answers,
  named: ({ weight }) => ({ dependence: [weight] }),
};
