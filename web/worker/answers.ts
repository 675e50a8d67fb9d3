/** What the engine can be asked: a question a line. */
import type { Answer, Asks, QuestionName } from '../engine/protocol.js';
import { describe, open, panel } from './tables.js';
import { fit } from './models.js';

export interface Running {
  readonly signal: AbortSignal;
  /** Sends what is known so far. */
  readonly report: (progress: unknown) => void;
}

export type Answers = {
  readonly [Name in QuestionName]: (
    value: Asks<Name>,
    running: Running,
  ) => Promise<Answer<Name>> | Answer<Name>;
};

export const answers: Answers = {
  open,
  fit,
  describe,
  panel,
  openStudy: async (files) => (await import('./studies.js')).openStudy(files),
  study: async (run, running) => (await import('./studies.js')).study(run, running),
};
