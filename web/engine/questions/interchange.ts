/** Questions about the code of other programs. */
import type { ModelInput } from 'wasmetrics';
import type { Failure } from '../failure.js';

/** A model in the code of a program, or why that program cannot estimate it. */
export type ProgramCode =
  | { readonly program: string; readonly code: string }
  | { readonly program: string; readonly reason: Failure };

export interface PastedCode {
  readonly text: string;
  /** The columns of the data, and those of units and periods where the code does not name them. */
  readonly columns: readonly string[];
  readonly unit?: string | undefined;
  readonly time?: string | undefined;
}

export interface PastedModel {
  readonly model: ModelInput;
  readonly line: number;
  /** What of the command a model cannot say. */
  readonly notes: readonly string[];
}

export interface PastedModels {
  readonly models: readonly PastedModel[];
  /** Statements that are not translated. */
  readonly notTranslated: readonly string[];
}

export interface InterchangeQuestions {
  code: { asks: ModelInput; answer: readonly ProgramCode[] };
  fromCode: { asks: PastedCode; answer: PastedModels };
}
