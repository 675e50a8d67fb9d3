import { nodeModule } from '../engine/instances/node-module.js';

/** Processors that this process may use, limited by the address space that their workers need. */
export function processors(): number {
  const count = nodeModule('node:os')?.availableParallelism();
  return Math.max(1, Math.min(count ?? globalThis.navigator?.hardwareConcurrency ?? 1, room()));
}

/** More threads would only take memory and time to start. */
const THREADS_PER_PROCESSOR = 2;

/** How many threads the process may have for all its runs, and a run for itself, if that was set. */
const chosen: { threads?: number | undefined; workers?: number | undefined } = {};

/** Sets `maxThreads` of `configure`. Undefined restores the default. */
export function limitThreads(threads: number | undefined): void {
  chosen.threads = threads;
}

/** Sets `workers` of `configure`. Undefined restores the default. */
export function limitWorkers(workers: number | undefined): void {
  chosen.workers = workers;
}

/** How many threads a run may have whose options do not say it. */
export function usualWorkers(): number {
  return chosen.workers ?? processors();
}

/** How many threads all runs of this process may have together. */
export function threadLimit(): number {
  return chosen.threads ?? THREADS_PER_PROCESSOR * processors();
}

/** Address space in GB of a process without workers, and of a worker with guard regions. */
const [PROCESS, GUARDED] = [1.5, 20];
/** Memories that a thread may have: one for estimates, and one for reading. */
const MEMORIES = 2;
const PAGES = '--wasm-max-mem-pages=';

/**
 * The number of workers that fit into the address space of this process if the system limits it (`ulimit -v`);
 * otherwise Infinity. Without guard regions V8 reserves the largest size of each memory, or as much of it as is left.
 */
export function room(): number {
  try {
    const { versions, execArgv } = process;
    const limits = nodeModule('node:fs')!.readFileSync('/proc/self/limits', 'utf8');
    const limit = Number(/^Max address space +(\d+)/m.exec(limits)![1]) / 2 ** 30;
    if (!execArgv.includes('--disable-wasm-trap-handler')) {
      return Math.max(0, Math.floor((limit - PROCESS) / GUARDED));
    }
    const { process: started, thread } = reservedBy(Number.parseInt(versions.node));
    const pages = execArgv.find((option) => option.startsWith(PAGES))?.slice(PAGES.length);
    const memories = (MEMORIES * Number(pages ?? 2 ** 16)) / 2 ** 14;
    return Math.max(0, Math.floor((limit - started - memories) / (thread + memories)));
  } catch {
    return Infinity; // a page, another system than Linux, or no limit
  }
}

/** Address space in GB that a major version of Node needs without memories; `cli/limits/` has the same numbers. */
function reservedBy(version: number) {
  return { process: version < 24 ? 1 : PROCESS, thread: version < 26 ? 0.25 : 0.5 };
}
