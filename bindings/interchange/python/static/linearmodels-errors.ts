/** The covariance of `fit()` of linearmodels: panel models are debiased by default, those with instruments are not. */
import { type Arguments, type Call, withArguments } from '../../arguments.js';
import type { Kernel, LinearCovarianceInput } from '../../../models/linear/model/model.js';
import type { ModelInput } from '../../../models/model.js';
import { failure, type Reader } from '../../reader.js';
import type { Errors } from '../../static/corrections.js';
import { isNone, pythonColumns, pythonFlag, pythonNumber, pythonWord } from './arguments.js';
import { type ClassName, linearmodelsFit } from './linearmodels.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { covarianceType } from '../../../words/errors/interchange/syntax.js';
import { note } from '../../../words/errors/interchange/notes.js';

/** The errors of `fit()`, and how many steps GMM takes. */
export interface Fitted extends Errors {
  readonly steps: { readonly method?: 'one-step' | 'iterated' };
}

/** The covariance and the steps of `fit()`. @throws InputError `command-syntax` for estimates that no model has */
export function linearmodelsErrors(call: Call, name: ClassName, model: ModelInput): Fitted {
  return withArguments(call, linearmodelsFit(name), (args) => {
    for (const other of ['reweight', 'small_sample']) {
      if (pythonFlag(args, other) !== true) continue;
      throw failure(args.get(other)!, scriptProblem['fit-flag']({ argument: other }));
    }
    return { ...covarianceOf(args, model), steps: stepsOf(args, name) };
  });
}

/** `fit(iter_limit=2)` is two-step, 1 one-step, and more iterate. */
function stepsOf(args: Arguments, name: ClassName): Fitted['steps'] {
  if (name !== 'IVGMM') return {};
  const limit = pythonNumber(args.get('iter_limit')) ?? 2;
  if (limit === 1) return { method: 'one-step' };
  return limit > 2 ? { method: 'iterated' } : {};
}

function covarianceOf(args: Arguments, model: ModelInput): Errors {
  const isPanel = model.estimator === 'panel' || model.estimator === 'ols';
  const typed = args.get('cov_type');
  const word = pythonWord(typed) ?? (isPanel ? 'unadjusted' : 'robust');
  const debiased = pythonFlag(args, 'debiased') ?? isPanel;
  if (word === 'clustered') return clustered(args, model, debiased);
  const vcov = plainCovariance(word, args, isPanel, debiased);
  if (vcov !== undefined) return { vcov, notes: [] };
  throw failure(typed!, covarianceType({ word, panel: isPanel }));
}

function plainCovariance(
  word: string,
  args: Arguments,
  isPanel: boolean,
  debiased: boolean,
): LinearCovarianceInput | undefined {
  const small = debiased === isPanel ? {} : { small: debiased };
  if (['unadjusted', 'homoskedastic'].includes(word)) return { type: 'unadjusted', ...small };
  if (['robust', 'heteroskedastic'].includes(word))
    return { type: debiased ? 'HC1' : 'HC0', ...small };
  if (word !== 'kernel' || isPanel) return undefined;
  const bandwidth = pythonNumber(args.get('bandwidth'));
  if (bandwidth === undefined) return undefined;
  return { type: 'hac', ...kernelOf(args, bandwidth), ...small };
}

const kernels: Readonly<Record<string, Kernel>> = {
  bartlett: 'bartlett',
  'newey-west': 'bartlett',
  parzen: 'parzen',
  gallant: 'parzen',
  qs: 'qs',
  'quadratic-spectral': 'qs',
  andrews: 'qs',
};

/** The weight of lag j is that at j / (bandwidth + 1), of the quadratic spectral kernel at j / bandwidth. */
function kernelOf(args: Arguments, bandwidth: number) {
  const value = args.get('kernel');
  const word = pythonWord(value) ?? 'bartlett';
  const kernel = kernels[word];
  if (kernel === undefined) throw failure(value!, scriptProblem['fit-kernel']({ word }));
  const lags = kernel === 'qs' ? bandwidth - 1 : bandwidth;
  if (lags >= 0 && (kernel === 'qs' || Number.isInteger(lags))) return { kernel, bandwidth: lags };
  throw failure(args.get('bandwidth')!, scriptProblem['fit-bandwidth']({ bandwidth }));
}

function clustered(args: Arguments, model: ModelInput, debiased: boolean): Errors {
  const columns = args.get('clusters');
  const { panel } = model;
  const cluster = [
    ...(pythonFlag(args, 'cluster_entity') === true ? [panel!.unit] : []),
    ...(pythonFlag(args, 'cluster_time') === true ? [panel!.time] : []),
    ...(isNone(columns) ? [] : pythonColumns(columns as Reader)),
  ];
  if (cluster.length === 0) throw failure(args.get('cov_type')!, scriptProblem['fit-clusters']());
  if (model.estimator !== 'panel' && model.estimator !== 'ols') {
    return { vcov: { type: 'cluster', cluster, ...(debiased ? { small: true } : {}) }, notes: [] };
  }
  const grouped = pythonFlag(args, 'group_debias') === true;
  if (grouped && debiased) return { vcov: { type: 'cluster', cluster }, notes: [] };
  return {
    vcov: { type: 'cluster', cluster, small: false },
    notes: debiased || grouped ? [note('linearmodels-factor')] : [],
  };
}
