/** How the engine answers: what it is asked, and what it may say while it works. */
import type { Answer, Asks, QuestionName } from '../engine/protocol.js';

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
