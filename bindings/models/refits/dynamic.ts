import { notDynamic } from '../../words/errors/models/refits.js';
import { InputError } from '../../core/errors/errors.js';
import type { DpdFitted } from '../dpd/index.js';
import { requireContext } from '../context.js';
import { unitMomentsOf } from '../fitted-model.js';
import { checkUnchanged } from './unchanged.js';
import type { FitResult } from '../../results/fit.js';

/**
 * `dynamicContext` for an analysis that reads the data again.
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `data-changed`
 */
export function dynamicData(subject: string, fit: FitResult): DpdFitted {
  const context = dynamicContext(subject, fit);
  checkUnchanged(subject, context);
  return context;
}

/**
 * Returns the data, design and estimates behind a dynamic panel result.
 *
 * @throws InputError `result-without-data`, `not-dynamic`
 */
export function dynamicContext(subject: string, fit: FitResult): DpdFitted {
  const context = requireContext(subject, fit);
  const moments = unitMomentsOf(context);
  if (moments !== undefined) return moments;
  throw new InputError(notDynamic({ estimator: context.estimator }), subject);
}
