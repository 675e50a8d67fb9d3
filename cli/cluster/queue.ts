/** What the commands use of the queue, which is built separately and whose packages are optional. */
import type * as Queue from '../../bullmq/index.js';
import { EconError, EngineError, InputError } from '../../bindings/index.js';
import { misuse } from '../../bindings/words/errors/program/commands.js';
import { noQueuePackages } from '../../bindings/words/errors/program/cluster.js';
import { usage } from '../exit.js';

/** The module of the queue. @throws InputError `missing-package` */
export async function loadQueue(): Promise<typeof Queue> {
  try {
    return await import('../../bullmq/index.js');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new InputError(noQueuePackages({ package: 'bullmq' }), 'queue');
  }
}

/** The key from the environment, because other users can see a command's arguments; no key with `--trust-queue`. */
export function queueTrust(trusts = false): Queue.Trust {
  const key = process.env['WASMETRICS_QUEUE_KEY'];
  const isGiven = key !== undefined && key !== '';
  if (isGiven && trusts) {
    throw usage(misuse.trust());
  }
  return isGiven ? { key } : { trust: trusts };
}

/** The error with this program's class: the queue has its own copy of the library. */
export function typedError(error: unknown): unknown {
  if (error instanceof EconError || !(error instanceof Error)) return error;
  const { name, told, telling } = error as Partial<EconError>;
  if (told === undefined) return error;
  if (name === 'InputError') return new InputError(told, telling);
  return name === 'EngineError' ? new EngineError(told, telling) : error;
}
