/** A copy of a result with the data that it was computed from. */
import { badArgument } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import { show } from '../../words/text/messages.js';
import type { DataInput } from '../../data/index.js';
import { type Compared, otherFit } from '../../words/errors/models/refits.js';
import { modelOf } from '../../words/expectations/models/models.js';
import type { ByName } from '../../results/common.js';
import type { FitResult } from '../../results/fit.js';
import { checkFit, keepContext } from '../context.js';
import { fitModel, type FitModelOptions } from '../fit.js';
import type { ModelInput } from '../model.js';

/** Relative difference between estimates that another build of the core may cause. */
const SAME = 1e-8;

/**
 * Attaches the data again to a copy of a result made by `{ ...fit }`, `structuredClone` or a file. It estimates the
 * model anew and compares the estimates with the copy. The returned copy can be bootstrapped and analysed like the
 * result of a fit.
 *
 * @throws InputError `other-fit` if the estimates differ; as `fitModel`
 */
export async function withData(
  fit: FitResult,
  data: DataInput,
  model: ModelInput,
  options: FitModelOptions = {},
): Promise<FitResult> {
  checkFit('withData', fit);
  const again = await fitModel(data, model, options);
  if (fit.estimator !== again.estimator) {
    throw badArgument('withData', 'model', modelOf({ estimator: fit.estimator }), again.estimator);
  }
  checkSame({ of: 'nobs' }, fit.nobs, again.nobs);
  checkNames(Object.keys(fit.params), Object.keys(again.params));
  checkAll('estimate', fit.params, again.params);
  checkAll('error', fit.stdErrors, again.stdErrors);
  return keepContext(again, { ...fit });
}

function checkNames(before: readonly string[], now: readonly string[]): void {
  const [one, other] = [before, now].map((names) => names.join(', '));
  if (one !== other) throw refusedFit({ of: 'coefficients' }, one!, other!);
}

function checkAll(of: 'estimate' | 'error', before: ByName, now: ByName): void {
  for (const [name, value] of Object.entries(before)) {
    checkSame({ of, coefficient: name }, value, now[name]!);
  }
}

function checkSame(compared: Compared, before: number, now: number): void {
  const isNumber = typeof before === 'number'; // a copy may have anything
  const close = isNumber && Math.abs(before - now) <= SAME * (Math.abs(before) + Math.abs(now));
  if (close || Object.is(before, now)) return;
  throw refusedFit(compared, show(before), show(now));
}

function refusedFit(compared: Compared, expected: string, shown: string): InputError {
  return new InputError(otherFit({ compared, expected, found: shown }), 'withData');
}
