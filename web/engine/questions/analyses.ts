/** Questions about how far an estimate holds. Each is answered by a result, its document and a figure, if it has one. */
import type {
  GroupComparison,
  GroupOptions,
  InfluenceResult,
  InstrumentReport,
  ModelInput,
  PowerOptions,
  PowerResult,
  WeakIdentification,
  WeakOptions,
} from 'wasmetrics';
import type { Document, Figure } from 'wasmetrics/report';

/** A result as it is, as text and tables, and as a figure if there is one for its kind. */
export interface Analysis<Result = unknown> {
  readonly result: Result;
  readonly document: Document;
  readonly figure: Figure | undefined;
}

interface Question<Options, Result> {
  asks: { readonly model: ModelInput; readonly options: Options };
  answer: Analysis<Result>;
}

/** What a comparison of groups is asked for. */
export type GroupsRequest = Pick<GroupOptions, 'by' | 'of' | 'reps' | 'seed'>;
export type PowerRequest = Pick<PowerOptions, 'reps' | 'seed'>;
export type WeakRequest = Pick<WeakOptions, 'coefficients'>;

export interface AnalysisQuestions {
  groups: Question<GroupsRequest, GroupComparison>;
  influence: Question<object, InfluenceResult>;
  weak: Question<WeakRequest, WeakIdentification>;
  power: Question<PowerRequest, PowerResult>;
  instruments: Question<object, InstrumentReport>;
}
