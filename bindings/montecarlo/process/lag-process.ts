/** The autoregression of the outcome: its coefficients by lag, and how long it remembers. */
import type { DpdSample } from '../../models/dpd/design/design.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import { cannotSimulate } from './errors.js';
import { lagsOf, regressorTerms } from './variables.js';
import type { ByName } from '../../results/common.js';

/** Share of a shock that may be left when the sample begins. */
const FORGOTTEN = 0.01;
const MOST_PERIODS = 2000;

/**
 * Coefficients of y(t-1), y(t-2), ...
 *
 * @throws InputError `cannot-simulate` for a regressor that is the outcome of the same or a later period
 */
export function lagCoefficients(model: DpdModel, sample: DpdSample, params: ByName): number[] {
  const coefficients: number[] = [];
  for (const [name, term] of regressorTerms(model)) {
    const { variable, lags } = lagsOf(term, sample.depvar);
    if (variable !== sample.depvar) continue;
    for (const { by, weight } of lags) {
      if (by < 1) throw cannotSimulate('expected earlier values of the outcome only', name);
      coefficients[by - 1] = (coefficients[by - 1] ?? 0) + weight * params[name]!;
    }
  }
  return Array.from(coefficients, (value) => value ?? 0);
}

export function persistenceOf(coefficients: readonly number[]): number {
  return coefficients.reduce((sum, value) => sum + value, 0);
}

/**
 * The coefficients of a model with those of the lagged outcome scaled so that they add up to `persistence`.
 *
 * @throws InputError `cannot-simulate` where there are none to scale
 */
export function withPersistence(
  model: DpdModel,
  sample: DpdSample,
  params: ByName,
  persistence: number,
): ByName {
  const own = persistenceOf(lagCoefficients(model, sample, params));
  if (own === 0) {
    throw cannotSimulate('persistence: expected coefficients of the lagged outcome', 'none');
  }
  const scaled = [...regressorTerms(model)].flatMap(([name, term]) =>
    lagsOf(term, sample.depvar).variable === sample.depvar
      ? [[name, (params[name]! * persistence) / own] as const]
      : [],
  );
  return { ...params, ...Object.fromEntries(scaled) };
}

/**
 * Periods until a shock is forgotten: from as long before the sample the process is simulated, so that it starts from
 * its stationary distribution.
 *
 * @throws InputError `cannot-simulate` for a process that does not forget
 */
export function memoryOf(coefficients: readonly number[]): number {
  let recent = coefficients.map((_, j) => Number(j === 0));
  for (let period = 1; period <= MOST_PERIODS; period++) {
    const next = coefficients.reduce((sum, value, j) => sum + value * recent[j]!, 0);
    recent = [next, ...recent.slice(0, -1)];
    if (recent.every((one) => Math.abs(one) < FORGOTTEN)) return period;
  }
  const sum = persistenceOf(coefficients).toFixed(4);
  throw cannotSimulate(
    'expected a stationary process to start from, with persistence below 1',
    `coefficients of the lagged outcome that add up to ${sum}; choose one with persistence`,
    { coefficients: [...coefficients] },
  );
}
