/** k-class estimators and GMM: a multiverse can replace one by the other. */
import { traitsOfWord } from '../covariances/registry.js';
import type { WeightMatrixInput } from '../linear/model/weight.js';
import type { CovarianceChoice, MethodChoice } from '../multiverse/choices.js';
import type { Methods, ModelDraft } from '../multiverse/draft.js';

const gmmMethods: readonly MethodChoice[] = ['one-step', 'two-step', 'iterated', 'cue'];

export const instrumentMethods: Methods<{ readonly method: string }> = {
  of: ({ method }) => method as MethodChoice,
  apply: (draft, method) =>
    gmmMethods.includes(method) ? withGmm(draft, method) : withKClass(draft, method),
};

/**
 * A k-class model becomes GMM weighted by the inverse of the covariance of its moments. Only some GMM methods iterate.
 */
function withGmm(draft: ModelDraft, method: MethodChoice): ModelDraft {
  const iterates = method === 'iterated' || method === 'cue';
  const rest = without(draft, ['fuller', 'kappa', ...(iterates ? [] : iterationKeys)]);
  const steps = { ...rest, method };
  if (draft.weight !== undefined) return steps;
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

/**
 * The weighting matrix that is efficient under a covariance. For an unadjusted covariance it is robust, as in other
 * programs.
 */
function weightOf({
  type,
  cluster,
  kernel,
  bandwidth,
  order,
}: CovarianceChoice): WeightMatrixInput {
  const word = type ?? (cluster === undefined ? 'unadjusted' : 'cluster');
  const { robust, byRow, weighting, clusters } = traitsOfWord(word) ?? {};
  if (robust === false) return {};
  if (byRow === true) return { type: 'robust' };
  if (weighting === true && clusters !== undefined) return { type: 'cluster', cluster };
  return { type: type as WeightMatrixInput['type'], kernel, bandwidth, order };
}

function withKClass(draft: ModelDraft, method: MethodChoice): ModelDraft {
  const others = ['weight', 'kappa', ...iterationKeys, ...(method === 'fuller' ? [] : ['fuller'])];
  return { ...without(draft, others), estimator: 'iv', method };
}

const iterationKeys = ['tolerance', 'maxIterations'];

function without(draft: ModelDraft, keys: readonly string[]): ModelDraft {
  const kept = Object.entries(draft).filter(([key]) => !keys.includes(key));
  return Object.fromEntries(kept) as unknown as ModelDraft;
}
