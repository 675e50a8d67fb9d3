import { loadEngine } from '../../core/engine.js';
import { InputError } from '../../core/errors.js';
import type { RunOptions } from '../../jobs/run-options.js';
import type { FitResult, Test } from '../../models/index.js';
import type { ByName } from '../../results/common.js';
import { heteroskedasticityTests, type HeteroskedasticityTests } from './heteroskedasticity.js';
import { regressedOf } from './regression.js';
import {
  type BreuschGodfrey,
  breuschGodfrey,
  durbinWatson,
  type Statistic,
} from './serial-correlation.js';
import { jarqueBera, reset, varianceInflation } from './specification.js';

/** Tests of the assumptions of least squares; a test that the fit does not allow has a reason. */
export interface Diagnostics extends HeteroskedasticityTests {
  readonly breuschGodfrey: readonly BreuschGodfrey[];
  readonly durbinWatson: Statistic;
  readonly reset: Test;
  readonly jarqueBera: Test;
  /** Variance inflation factor of each regressor except the constant. */
  readonly vif: ByName;
}

export interface DiagnosticsOptions extends Pick<RunOptions, 'engine'> {
  /** Highest order of the Breusch-Godfrey tests, which start at 1; default 1. */
  readonly orders?: number;
}

/**
 * Diagnostic tests of an OLS fit made in this process. They do not depend on the covariance that the fit reports.
 *
 * @throws InputError `not-a-regression`, `no-rows`, `absorbed-effects`, `bad-value` for orders; EngineError
 */
export async function diagnostics(
  fit: FitResult,
  { orders = 1, engine }: DiagnosticsOptions = {},
): Promise<Diagnostics> {
  if (!Number.isSafeInteger(orders) || orders < 1) {
    const message = `diagnostics: orders: expected a whole number of at least 1, found ${orders}`;
    throw new InputError('bad-value', message, { found: orders });
  }
  const regressed = regressedOf(engine ?? (await loadEngine()), fit);
  return {
    ...heteroskedasticityTests(regressed),
    breuschGodfrey: breuschGodfrey(regressed, orders),
    durbinWatson: durbinWatson(regressed),
    reset: reset(regressed),
    jarqueBera: jarqueBera(regressed),
    vif: varianceInflation(regressed),
  };
}
