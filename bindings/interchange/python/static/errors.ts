/** Methods of models and results that set the estimator and the covariance. */
import { type Call, withArguments } from '../../arguments.js';
import type { ModelInput } from '../../../models/model.js';
import { failure, type Reader } from '../../reader.js';
import type { Errors } from '../../static/corrections.js';
import type { Estimated } from '../../static/frame.js';
import type { ClassName } from './linearmodels.js';
import { type Fitted, linearmodelsErrors } from './linearmodels-errors.js';
import { vcovOf, vcovSignature } from './pyfixest.js';
import { fitErrors } from './statsmodels.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';
import { defaultClusters } from '../../../words/errors/interchange/notes.js';

export type Package = 'statsmodels' | 'linearmodels' | 'pyfixest';

/** A model that a script has made, perhaps before its `fit()`. */
export interface Specified {
  readonly library: Package;
  readonly estimated: Estimated;
  readonly line: number;
  readonly order: string | undefined;
  /** The class of linearmodels. */
  readonly className?: ClassName;
  /** Position among the models once it is fitted. */
  index?: number;
}

/** Applies a method's errors to a model. @throws InputError `command-syntax` for an estimator other than fit() */
export function amended(
  specified: Specified,
  method: Call,
  isFitted: boolean,
  reader: Reader,
): Specified {
  if (!isFitted && method.name !== 'fit') {
    const problem = scriptProblem['other-method']({ method: method.name });
    throw failure(reader, problem, method.offset);
  }
  const errors = errorsOf(specified, method);
  return errors === undefined ? specified : withErrors(specified, errors);
}

function errorsOf(specified: Specified, method: Call): (Errors & Partial<Fitted>) | undefined {
  if (specified.library === 'statsmodels') return fitErrors(method);
  if (specified.library === 'linearmodels') {
    return method.name === 'fit'
      ? linearmodelsErrors(method, specified.className!, specified.estimated.model)
      : undefined;
  }
  if (method.name !== 'vcov') return undefined;
  return withArguments(method, vcovSignature, (args): Errors => {
    return vcovOf(args.get('vcov')) ?? { vcov: { type: 'unadjusted' }, notes: [] };
  });
}

function withErrors(
  specified: Specified,
  { vcov, notes, steps }: Errors & Partial<Fitted>,
): Specified {
  const { model } = specified.estimated;
  const isHac = vcov.type === 'hac' && model.panel === undefined;
  const ordered = isHac ? { ...vcov, order: specified.order ?? 'year' } : vcov;
  const isIv =
    specified.library === 'pyfixest' && model.estimator === 'iv' && vcov.small === undefined;
  const all = { ...ordered, ...(isIv ? { small: true } : {}) };
  const { id: byDefault } = defaultClusters({ column: '' });
  const before = specified.estimated.notes.filter(({ id }) => id !== byDefault);
  return {
    ...specified,
    estimated: {
      ...specified.estimated,
      model: { ...model, ...steps, vcov: all } as ModelInput,
      notes: [...before, ...notes],
    },
  };
}
