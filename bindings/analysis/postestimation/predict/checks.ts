/** Which predictions are possible after which estimator, and what they mean. */
import * as said from '../../../words/errors/analysis/postestimation.js';
import { InputError } from '../../../core/errors/errors.js';
import { effectsOf } from '../../../models/linear/model/effects.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel, linearOf } from '../../../models/fitted-model.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import { has } from '../../../models/registry.js';
import type { Warning } from '../../../results/common.js';
import { groupingsOf } from '../augment/linear.js';
import { postestimationWarnings } from '../../../words/en/warnings/postestimation.js';
import { warning } from '../../../words/warning.js';

/** The context of a fit whose predictions include absorbed effects; undefined for other fits. */
export function predictsEffects(context: FitContext, effects: boolean): LinearFit | undefined {
  const linear = linearOf(context);
  if (linear === undefined || !effects || effectsOf(context.model).partial) return undefined;
  const count = groupingsOf(linear).length;
  if (count <= 2) return count === 0 ? undefined : linear;
  throw new InputError(said.effectsNotSplit({ effects: count }), 'predict');
}

/**
 * The interval of a new outcome adds the variance of the errors, so it needs homoskedastic errors.
 *
 * @throws InputError `no-prediction-interval`
 */
export function checkInterval(
  context: FitContext,
  interval: 'confidence' | 'prediction',
  withEffects: boolean,
): void {
  if (interval === 'confidence') return;
  const why = whyNoInterval(context, withEffects);
  if (why === undefined) return;
  const weights = context.model.weights?.type;
  const told = said.noPredictionInterval({
    interval,
    why,
    ...(weights !== undefined && { weights }),
  });
  throw new InputError(told, { of: 'predict', key: 'interval' });
}

function whyNoInterval(context: FitContext, withEffects: boolean): said.NoInterval | undefined {
  const { model } = context;
  const { absorbed, partial, ofMeans } = effectsOf(model);
  if (withEffects || absorbed.length > 0) return 'absorbed';
  if (has(context).dynamics || partial || ofMeans) return 'unit-effect';
  if (fittedModel(context).mean !== undefined) return 'mean';
  const type = model.weights?.type;
  return type === undefined || type === 'frequency' ? undefined : 'weights';
}

/** Warnings that say what fitted values leave out. */
export function meaningWarnings(context: FitContext, withEffects: boolean): Warning[] {
  if (withEffects) {
    return [warning(postestimationWarnings, 'no-standard-errors', {})];
  }
  const { partial, differenced } = effectsOf(context.model);
  if (has(context).dynamics || partial) {
    return [warning(postestimationWarnings, 'without-effects', {})];
  }
  if (differenced) {
    return [warning(postestimationWarnings, 'rows-in-differences', { of: 'fitted' })];
  }
  return [];
}
