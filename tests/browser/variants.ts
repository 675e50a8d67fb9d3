/** Other choices of a model, by its estimator. */
import type { DpdModelInput } from 'wasmetrics/types';

interface Estimated {
  readonly estimator: string;
}

export function choicesOf({ estimator }: Estimated) {
  if (estimator !== 'dpd') return { vcov: ['HC1', 'HC3'] } as const;
  return { steps: [1, 2], transform: ['fd', 'fod'], collapse: [true, false] } as const;
}

export function changedModel(model: DpdModelInput): DpdModelInput {
  const isDynamic = (model as Estimated).estimator === 'dpd';
  const changes = isDynamic ? { steps: 1, vcov: { type: 'robust' } } : { vcov: { type: 'HC3' } };
  return { ...model, ...changes } as DpdModelInput;
}
