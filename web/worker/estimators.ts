/** What estimators can do. */
import { covarianceTexts, estimatorNames, estimatorTraits } from 'wasmetrics/report';
import type { EstimatorTraits, KnownTraits } from '../engine/questions/estimators.js';

export function traits(): KnownTraits {
  const entries = estimatorNames().map((name) => {
    const { has, words, shortest } = estimatorTraits(name)!;
    return [name, { has, words, shortest } as unknown as EstimatorTraits] as const;
  });
  const lagged = covarianceTexts(({ lags }) => lags !== undefined).map(typeIn);
  return { estimators: Object.fromEntries(entries), lagged };
}

/** A kind with columns is written `cluster:`. */
const typeIn = (text: string) => text.replace(/:$/, '');
