/** What elements ask of their engine. */
import type { FitResult } from 'wasmetrics';
import type { PaperTable } from 'wasmetrics/report';
import type { Language } from '../../words/words.js';

/** Common to all questions: the language of messages. */
interface Spoken {
  readonly language: Language;
}

/** A model as it is written: the engine says what is wrong with it. */
export type WrittenModel = Readonly<Record<string, unknown>> & { readonly estimator: string };

/** A model file, or a model, and where its data are. */
export interface ModelRequest extends Spoken {
  /** The address of the model file; absent if the model is given. */
  readonly src?: string | undefined;
  readonly model?: WrittenModel | undefined;
  /** The address of the data; by default the model names it, relative to its file. */
  readonly data?: string | undefined;
  /** The address that paths of a model without a file are relative to. */
  readonly page: string;
}

export interface OpenedModel {
  readonly model: WrittenModel;
  /** First and last period, if the periods of the data are numbers. */
  readonly periods?: readonly [first: number, last: number] | undefined;
}

export interface FitRequest extends ModelRequest {
  readonly model: WrittenModel;
}

export interface Fitted {
  readonly fit: FitResult;
  /** The warnings in the language of the page. */
  readonly warnings: readonly string[];
}

export interface TableRequest extends Spoken {
  /** The address of the study file. */
  readonly src: string;
  /** The name of the table. */
  readonly name: string;
}

export interface MadeTable {
  readonly table: PaperTable;
  readonly warnings: readonly string[];
}

/** How many of the replicates of a model or a comparison are done. */
export interface TableProgress {
  readonly id: string;
  readonly done: number;
  readonly total: number;
}

export interface ElementQuestions {
  openModel: { asks: ModelRequest; answer: OpenedModel };
  fit: { asks: FitRequest; answer: Fitted };
  table: { asks: TableRequest; answer: MadeTable };
}

/** What is no error of the library. */
export type RefusalCode =
  'unreadable-file' | 'not-a-mapping' | 'no-data' | 'unknown-table' | 'failed-table';
