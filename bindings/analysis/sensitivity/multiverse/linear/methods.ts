/** Methods of estimation: effects of a panel, k-class estimators and GMM. */
import type {
  Choices,
  CovarianceChoice,
  MethodChoice,
} from '../../../../models/multiverse/choices.js';
import type { WeightMatrixInput } from '../../../../models/gmm/model.js';
import { type Dimension, dimension } from '../dimension.js';
import type { StaticDraft, StaticModel } from './model.js';

const gmmMethods: readonly MethodChoice[] = ['one-step', 'two-step', 'iterated', 'cue'];

export function methodDimension(
  model: StaticModel,
  methods: Choices['methods'],
): Dimension<StaticDraft>[] {
  if (model.estimator === 'ols') return [];
  const original = model.estimator === 'panel' ? model.effects : model.method;
  return dimension<StaticDraft, MethodChoice>('method', original, methods, {
    label: (method) => method,
    apply: (draft, method) => {
      if (draft.estimator === 'panel') return { ...draft, effects: method };
      return gmmMethods.includes(method) ? withGmm(draft, method) : withKClass(draft, method);
    },
  });
}

/** GMM iterates only in some methods. A k-class estimate becomes GMM whose weight is the inverse of its covariance. */
function withGmm(draft: StaticDraft, method: MethodChoice): StaticDraft {
  const iterates = method === 'iterated' || method === 'cue';
  const rest = without(draft, ['fuller', 'kappa', ...(iterates ? [] : iterationKeys)]);
  const steps = { ...rest, method };
  if (draft.estimator === 'gmm') return steps;
  const { small, ...vcov } = draft.vcov;
  const weight = weightOf(vcov);
  return {
    ...steps,
    estimator: 'gmm',
    weight,
    // The covariance of an efficient estimate is that of its weight.
    vcov: weight.type === undefined ? { small } : draft.vcov,
  };
}

/** The weighting matrix that is efficient under a covariance; robust for an unadjusted one, as in other programs. */
function weightOf({
  type,
  cluster,
  kernel,
  bandwidth,
  order,
}: CovarianceChoice): WeightMatrixInput {
  const word = (type ?? (cluster === undefined ? 'unadjusted' : 'cluster')).toLowerCase();
  if (word === 'unadjusted') return {};
  if (word === 'cluster' || word === 'cv1') return { type: 'cluster', cluster };
  if (word === 'robust' || word.startsWith('hc')) return { type: 'robust' };
  return { type: type as WeightMatrixInput['type'], kernel, bandwidth, order };
}

function withKClass(draft: StaticDraft, method: MethodChoice): StaticDraft {
  const others = ['weight', 'kappa', ...iterationKeys, ...(method === 'fuller' ? [] : ['fuller'])];
  return { ...without(draft, others), estimator: 'iv', method };
}

const iterationKeys = ['tolerance', 'maxIterations'];

function without(draft: StaticDraft, keys: readonly string[]): StaticDraft {
  const kept = Object.entries(draft).filter(([key]) => !keys.includes(key));
  return Object.fromEntries(kept) as unknown as StaticDraft;
}
