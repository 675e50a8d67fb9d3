import { toldAgain } from '../../words/told.js';
import { noReps } from '../../words/errors/bootstrap/replicates.js';
import { checkKeys, flag } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import type { DataInput } from '../../data/index.js';
import { fitModel } from '../../models/fit.js';
import type { FitResult } from '../../results/fit.js';
import { parseModel } from '../../models/reading/model-file.js';
import type { ModelInput } from '../../models/model.js';
import { bootstrap, withBootstrap } from './bootstrap.js';
import { type BootstrapOptions, bootstrapOptions, bootstrapSchemas } from './options.js';
import type { BootstrapProgress } from './running/progress.js';
import type { Replicates } from './replicates.js';

export interface StreamOptions extends Partial<BootstrapOptions> {
  /** Return every replicate together with the summary. Default false. */
  readonly keepReplicates?: boolean | undefined;
}

const streamSchemas = { ...bootstrapSchemas, keepReplicates: flag };

export interface Bootstrapped {
  readonly result: FitResult;
  /** Present with `keepReplicates`. */
  readonly replicates?: Replicates;
}

/**
 * Estimates a model and bootstraps it. It yields the estimates so far while replicates arrive, and returns the result
 * with its bootstrap. `options` override the model's `bootstrap`. Leaving the loop early stops the workers; a `signal`
 * stops the run, which then returns the finished replicates.
 *
 * @throws what `fitModel` and `bootstrap` throw
 */
export async function* streamBootstrap(
  data: DataInput,
  model: ModelInput,
  streamOptions: StreamOptions = {},
): AsyncGenerator<BootstrapProgress, Bootstrapped, void> {
  checkKeys('bootstrap', streamSchemas, streamOptions);
  const { keepReplicates = false, signal, ...options } = streamOptions;
  const parsed = parseModel(model);
  const spec = 'bootstrap' in parsed ? bootstrapOptions(parsed.bootstrap) : {};
  const { reps, ...rest } = { ...spec, ...options };
  if (reps === undefined) {
    const told = toldAgain(noReps(), { path: 'bootstrap.reps' });
    throw new InputError(told, { of: 'bootstrap', key: 'reps' });
  }
  const fit = await fitModel(data, parsed);
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  try {
    const run = bootstrap(fit, { ...rest, reps, signal: controller.signal });
    yield* run;
    const result = withBootstrap(fit, await run.result);
    return keepReplicates ? { result, replicates: await run.replicates } : { result };
  } finally {
    signal?.removeEventListener('abort', stop);
    controller.abort(); // ends the run if the reader has left; a run that is done does not notice
  }
}
