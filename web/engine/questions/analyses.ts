/** Questions about how far an estimate holds. Each is answered by a result and a figure, if it has one. */
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
import type { Figure } from 'wasmetrics/report';

/** A result, and its figure if there is one for its kind. */
export interface Analysis<Result = unknown> {
  readonly result: Result;
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
