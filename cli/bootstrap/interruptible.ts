import { Interrupted } from '../exit.js';
import type { Host } from '../host.js';
import { useWide } from '../wide/wide.js';
import type { Unfinished } from '../../bindings/words/errors/program/usage.js';

/**
 * Repeated work. The first Ctrl-C aborts the signal, and a second one ends the process. `before` says what was not done
 * if there is no result yet. Work that is short does not ask for 256-bit operations.
 */
export async function interruptible<T>(
  host: Host,
  before: Unfinished,
  run: (signal: AbortSignal) => Promise<T>,
  { isShort = false }: { readonly isShort?: boolean } = {},
): Promise<T> {
  if (!isShort) useWide(host);
  const controller = new AbortController();
  const stop = () => controller.abort();
  host.once('SIGINT', stop);
  try {
    return await run(controller.signal);
  } catch (error) {
    if (error !== controller.signal.reason || !controller.signal.aborted) throw error;
    throw new Interrupted(before);
  } finally {
    host.off('SIGINT', stop);
  }
}
