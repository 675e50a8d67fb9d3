/** What the page and its engine, which runs in a worker, say to each other. */
import type { EconError, ErrorCode } from 'wasmetrics';
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

/** Codes of what is no error of the library. */
type OtherCode =
  'unexpected' | 'aborted' | 'missing-file' | 'bad-yaml' | 'not-a-mapping' | 'failed-table';

/** An error of the library in plain values, which can be sent. */
export interface Failure {
  readonly code: ErrorCode | OtherCode;
  readonly message: string;
  /** What is wrong: a key of the model, such as `gmm[0].lags`, or what it is about. */
  readonly key?: string | undefined;
  readonly detail?: object | undefined;
  /** What it says, and of what, from which other languages make their sentences. */
  readonly told?: Told | undefined;
  readonly telling?: Pick<EconError['telling'], 'of' | 'key' | 'excerpt'> | undefined;
}

type Told = EconError['told'];

/** A message to the engine. */
export type Message =
  | { readonly id: number; readonly ask: QuestionName; readonly value: unknown }
  | { readonly id: number; readonly stop: true };

/** A message from the engine. */
export type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly progress: unknown }
  | { readonly id: number; readonly failure: Failure };
