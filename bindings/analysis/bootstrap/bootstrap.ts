import { aBootstrap } from '../../words/expectations/bootstrap.js';
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import { onFirstUse } from '../../core/values/first-use.js';
import { checkFit, keepContext } from '../../models/context.js';
import type { BootstrapResult, FitResult } from '../../results/fit.js';
import { planRun } from './plan/any.js';
import { type BootstrapOptions, checkOptions } from './options.js';
import type { Method } from './running/method.js';
import { type BootstrapRun, startRun } from './running/run.js';

/**
 * Resamples units with replacement and estimates each resample with both weighting matrices recomputed. A unit that is
 * drawn twice counts as two units. Failed replicates are counted and never drawn again.
 *
 * @throws InputError at once for wrong options or a result without its data; `result` rejects with ConvergenceError
 *   when more than half of the replicates fail, EngineError when a worker does or the checkpoint cannot be written to
 *   at the start, InputError when the checkpoint belongs to another run
 */
export function bootstrap(fit: FitResult, options: BootstrapOptions): BootstrapRun {
  options = checkOptions(options);
  return startRun(planRun(fit, options), anyMethod.load());
}

/** Adds a bootstrap to a result with analytic standard errors. */
export function withBootstrap<Fit extends FitResult>(
  fit: Fit,
  result: BootstrapResult,
): Fit & { readonly bootstrap: BootstrapResult } {
  checkFit('withBootstrap', fit);
  if (!isKeyed(result)) throw badArgument('withBootstrap', 'result', aBootstrap(), result);
  return keepContext(fit, { ...fit, bootstrap: result });
}

/** Loaded while the engine is: a plan does not need to know how it is executed. */
const anyMethod = onFirstUse<Method>(async () => (await import('./running/any.js')).anyMethod);
