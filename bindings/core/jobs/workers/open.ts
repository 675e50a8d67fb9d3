/** Opens a worker with the first script that works here. */
import type { Connection } from './connection.js';
import { takeWorker } from './idle.js';
import type { FindScript } from './script.js';

/** Milliseconds to wait for a script before the next one is tried. */
const PATIENCE_MS = 10_000;

/** Scripts that did not start in this process, with the reasons; they are not tried again while another one works. */
const refused = new WeakMap<FindScript, string>();

/**
 * A worker whose script answers.
 *
 * @param use - is called with each worker before it has started
 * @throws Error with the reasons of all scripts
 */
export async function openWorker<Chunk>(
  scripts: readonly FindScript[],
  use: (worker: Connection<Chunk>) => void,
): Promise<Connection<Chunk>> {
  for (const find of scripts.filter((script) => !refused.has(script))) {
    try {
      const worker = takeWorker<Chunk>(await find());
      use(worker);
      await inTime(worker);
      return worker;
    } catch (error) {
      refused.set(find, error instanceof Error ? error.message : String(error));
    }
  }
  const reasons = new Set(scripts.map((script) => refused.get(script)));
  scripts.forEach((script) => refused.delete(script));
  throw new Error([...reasons].join('; '));
}

async function inTime(worker: Connection<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    const seconds = PATIENCE_MS / 1000;
    timer = setTimeout(() => reject(new Error(`no answer in ${seconds} s`)), PATIENCE_MS);
    timer.unref?.(); // in browsers a timer is a number
  });
  try {
    await Promise.race([worker.started, late]);
  } catch (error) {
    worker.end();
    throw error;
  } finally {
    clearTimeout(timer!);
  }
}
