/** Questions about what estimators can do. */
import type { EstimatorTraits as Traits } from 'wasmetrics/report';

export interface EstimatorTraits extends Pick<Traits, 'has' | 'words'> {
  readonly shortest: {
    readonly formula: string;
    readonly gmm?: readonly { readonly vars: readonly string[] }[];
  };
}

export interface KnownTraits {
  readonly estimators: Readonly<Record<string, EstimatorTraits>>;
  /** Kinds of standard errors that count lags. */
  readonly lagged: readonly string[];
}

export interface EstimatorQuestions {
  traits: { asks: undefined; answer: KnownTraits };
}
