/** What the page and its engine, which runs in a worker, say to each other. */
import type { Failure } from './failure.js';
import type { EstimatorQuestions } from './questions/estimators.js';
import type { InterchangeQuestions } from './questions/interchange.js';
import type { ModelQuestions } from './questions/models.js';
import type { ResultQuestions } from './questions/results.js';
import type { StudyQuestions } from './questions/studies.js';
import type { TableQuestions } from './questions/tables.js';

/** What the engine is asked, by its name. */
export interface Questions
  extends
    TableQuestions,
    ModelQuestions,
    ResultQuestions,
    StudyQuestions,
    EstimatorQuestions,
    InterchangeQuestions {}

export type QuestionName = keyof Questions;
export type Asks<Name extends QuestionName> = Questions[Name]['asks'];
export type Answer<Name extends QuestionName> = Questions[Name]['answer'];

/** A message to the engine. */
export type Message =
  | { readonly id: number; readonly ask: QuestionName; readonly value: unknown }
  | { readonly id: number; readonly stop: true };

/** A message from the engine. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly failure: Failure };
