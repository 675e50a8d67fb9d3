import { Interrupted } from '../exit.js';
import type { Host } from '../host.js';

/**
 * The first Ctrl-C aborts the signal, and a second one ends the process. `early` is the message if there is no result
 * yet.
 */
export async function interruptible<T>(
  host: Host,
  early: string,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  host.once('SIGINT', stop);
  try {
    return await run(controller.signal);
  } catch (error) {
    if (error !== controller.signal.reason || !controller.signal.aborted) throw error;
    throw new Interrupted(early);
  } finally {
    host.off('SIGINT', stop);
  }
}
