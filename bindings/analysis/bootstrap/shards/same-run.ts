/** What the shards or parts of one bootstrap must have in common. */
import { InputError } from '../../../core/errors/errors.js';
import type { FitResult } from '../../../results/fit.js';
import type { Checkpoint } from '../storage/checkpoint.js';

export type Named = Checkpoint & { readonly name: string };

/** Extracts what all shards must have in common besides their fit: the run and the options of its summary. */
export function comparable({ run, summary, fit }: Pick<Checkpoint, 'run' | 'summary' | 'fit'>) {
  return { ...run, version: fit.engine.version, ...summary };
}

/** Throws InputError `other-run` unless the fits of two shards of one run are equal, as they were computed alike. */
export function checkSameFit(
  shard: Pick<Named, 'name' | 'fit'>,
  first: Pick<Named, 'name' | 'fit'>,
): void {
  const json = (fit: FitResult, key: string) => JSON.stringify(fit[key as keyof FitResult]);
  const keys = new Set([...Object.keys(first.fit), ...Object.keys(shard.fit)]);
  const key = [...keys].find((one) => json(shard.fit, one) !== json(first.fit, one));
  if (key === undefined) return;
  const message = `${shard.name}: belongs to another run: expected fit.${key} as in ${first.name}, found another; compute both shards again`;
  throw new InputError('other-run', message, { file: shard.name, key });
}
