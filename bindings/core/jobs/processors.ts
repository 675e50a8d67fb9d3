import { nodeModule } from '../engine/instances/node-module.js';

/** Processors that this process may use, bounded by the address space that their workers need. */
export function processors(): number {
  const count = nodeModule('node:os')?.availableParallelism();
  return Math.max(1, Math.min(count ?? globalThis.navigator?.hardwareConcurrency ?? 1, room()));
}

/** Address space in GB of a process without workers, and of a worker with and without guard regions. */
const [PROCESS, GUARDED, PLAIN] = [1.5, 20, 0.5];

/** Workers for which the address space suffices that the system allows a process of Node, as by `ulimit -v`. */
function room(): number {
  try {
    const limits = nodeModule('node:fs')!.readFileSync('/proc/self/limits', 'utf8');
    const bytes = Number(/^Max address space +(\d+)/m.exec(limits)![1]);
    const isPlain = process.execArgv.includes('--disable-wasm-trap-handler');
    return Math.floor((bytes / 2 ** 30 - PROCESS) / (isPlain ? PLAIN : GUARDED));
  } catch {
    return Infinity; // a page, another system than Linux, or no limit
  }
}
