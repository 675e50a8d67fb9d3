import { estimatorNames, estimatorTraits } from 'wasmetrics/report';

/** The estimators that a model may name: `ols (ordinary or weighted least squares); ...`. */
export function estimatorList(): string {
  const words = (name: string) => `${name} (${estimatorTraits(name)!.words.summary})`;
  return estimatorNames().map(words).join('; ');
}
