/** The autoregression of the outcome: its coefficients by lag, and how long a shock persists. */
import { unsimulated } from '../../../words/errors/analysis/simulations.js';
import type { DynamicSample } from '../../../models/dynamic/design/design.js';
import type { DynamicModel } from '../../../models/dynamic/model/model.js';
import { cannotSimulate } from './errors.js';
import { lagsOf, regressorTerms } from './variables.js';
import type { ByName } from '../../../results/common.js';

/** Largest share of a shock that may remain when the sample begins. */
const FORGOTTEN = 0.01;
const MOST_PERIODS = 2000;

/**
 * Coefficients of y(t-1), y(t-2), ...
 *
 * @throws InputError `cannot-simulate` for a regressor that is the current or a later outcome
 */
export function lagCoefficients(
  model: DynamicModel,
  sample: DynamicSample,
  params: ByName,
): number[] {
  const coefficients: number[] = [];
  for (const [name, term] of regressorTerms(model)) {
    const { variable, lags } = lagsOf(term, sample.depvar);
    if (variable !== sample.depvar) continue;
    for (const { by, weight } of lags) {
      if (by < 1) throw cannotSimulate(unsimulated['not-lagged']({ term: name }));
      coefficients[by - 1] = (coefficients[by - 1] ?? 0) + weight * params[name]!;
    }
  }
  return Array.from(coefficients, (value) => value ?? 0);
}

export function persistenceOf(coefficients: readonly number[]): number {
  return coefficients.reduce((sum, value) => sum + value, 0);
}

/**
 * The coefficients of a model; those of the lagged outcome are scaled to sum to `persistence`.
 *
 * @throws InputError `cannot-simulate` if the lagged outcome has no coefficients
 */
export function withPersistence(
  model: DynamicModel,
  sample: DynamicSample,
  params: ByName,
  persistence: number,
): ByName {
  const estimated = persistenceOf(lagCoefficients(model, sample, params));
  if (estimated === 0) {
    throw cannotSimulate(unsimulated['no-lags']());
  }
  const scaled = [...regressorTerms(model)].flatMap(([name, term]) =>
    lagsOf(term, sample.depvar).variable === sample.depvar
      ? [[name, (params[name]! * persistence) / estimated] as const]
      : [],
  );
  return { ...params, ...Object.fromEntries(scaled) };
}

/**
 * Periods until a shock has died out. The simulation starts that many periods before the sample, so that the sample
 * starts from the stationary distribution.
 *
 * @throws InputError `cannot-simulate` for a process that is not stationary
 */
export function memoryOf(coefficients: readonly number[]): number {
  let recent = coefficients.map((_, j) => Number(j === 0));
  for (let period = 1; period <= MOST_PERIODS; period++) {
    const next = coefficients.reduce((sum, value, j) => sum + value * recent[j]!, 0);
    recent = [next, ...recent.slice(0, -1)];
    if (recent.every((one) => Math.abs(one) < FORGOTTEN)) return period;
  }
  const sum = persistenceOf(coefficients).toFixed(4);
  throw cannotSimulate(unsimulated['not-stationary']({ coefficients: [...coefficients], sum }));
}
