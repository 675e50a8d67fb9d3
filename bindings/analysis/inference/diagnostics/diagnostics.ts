import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { checkKeys, whole } from '../../../core/arguments/arguments.js';
import { engineFor } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { checkFit } from '../../../models/context.js';
import type { Diagnostics } from '../../../results/inference/diagnostics.js';
import type { FitResult } from '../../../results/fit.js';
import { heteroskedasticityTests } from './heteroskedasticity.js';
import { regressedOf } from './regression.js';
import { breuschGodfrey, durbinWatson } from './serial-correlation.js';
import { jarqueBera, reset, varianceInflation } from './specification.js';
import { tooHighOrder } from '../../../words/errors/analysis/inference.js';

export interface DiagnosticsOptions extends LocalOptions {
  /** Highest order of the Breusch-Godfrey tests, which start at 1; default 1. */
  readonly orders?: number;
}

const schemas = { ...localSchemas, orders: whole(1) };

/**
 * Diagnostic tests of an OLS fit made in this process. They do not depend on the covariance that the fit reports.
 *
 * @throws InputError `not-a-regression`, `no-rows`, `absorbed-effects`, `bad-value` for orders; EngineError
 */
export async function diagnostics(
  fit: FitResult,
  options: DiagnosticsOptions = {},
): Promise<Diagnostics> {
  checkKeys('diagnostics', schemas, options);
  checkFit('diagnostics', fit);
  return inOnePiece(options, async () => {
    const { orders = 1, engine } = options;
    const regressed = regressedOf(await engineFor(engine), fit);
    const rows = regressed.y.length;
    if (orders >= rows) {
      const place = { of: 'diagnostics', key: 'orders' };
      throw new InputError(tooHighOrder({ found: orders, rows }), place);
    }
    return {
      kind: 'diagnostics',
      ...heteroskedasticityTests(regressed),
      breuschGodfrey: breuschGodfrey(regressed, orders),
      durbinWatson: durbinWatson(regressed),
      reset: reset(regressed),
      jarqueBera: jarqueBera(regressed),
      vif: varianceInflation(regressed),
    };
  });
}
