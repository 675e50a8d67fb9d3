import { nodeModule } from '../core/instances/node-module.js';

/** Processors that this process may use, bounded by the address space that their workers need. */
export function processors(): number {
  const count = nodeModule('node:os')?.availableParallelism();
  const present = Math.max(1, count ?? globalThis.navigator?.hardwareConcurrency ?? 1);
  return Math.min(present, workersWithin(addressLimit()));
}

const GB = 2 ** 30;
/** Bytes of address space of a process without workers, and of a worker with and without guard regions. */
const PROCESS = 1.5 * GB;
const WORKER = { guarded: 20 * GB, plain: GB / 2 };

/** Workers for which so much address space suffices, at least one. */
export function workersWithin(bytes: number): number {
  if (bytes === Infinity) return Infinity;
  const isPlain = process.execArgv.includes('--disable-wasm-trap-handler');
  return Math.max(1, Math.floor((bytes - PROCESS) / WORKER[isPlain ? 'plain' : 'guarded']));
}

/** Bytes of address space that the system allows a process of Node, as by `ulimit -v`. */
function addressLimit(): number {
  try {
    const limits = nodeModule('node:fs')?.readFileSync('/proc/self/limits', 'utf8') ?? '';
    return Number(/^Max address space +(\d+)/m.exec(limits)?.[1] ?? Infinity);
  } catch {
    return Infinity; // another system than Linux
  }
}
