/** How k-class estimates answer the questions about a fit. */
import { elementaryMath } from '../../core/numerics/elementary.js';
import { instrumentAnswers } from '../instruments/answers.js';
import { buildInstrumentSample } from '../instruments/design.js';
import type { FittedModel } from '../protocol.js';
import { type IvFitted, ivProblem } from './rows.js';
import type { IvModel } from './model.js';

export const ivAnswers: FittedModel<IvFitted, IvModel> = {
  ...instrumentAnswers<IvModel, IvFitted>({
    sample: (engine, model, data) => buildInstrumentSample(model, data, elementaryMath(engine)),
    problem: ivProblem,
    moments: () => undefined,
  }),
  streamed: async () => (await import('./streamed.js')).streamedIv,
};
