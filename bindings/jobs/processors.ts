import { nodeModule } from '../core/instances/node-module.js';

/** Processors that this process may use. */
export function processors(): number {
  const count = nodeModule('node:os')?.availableParallelism();
  return Math.max(1, count ?? globalThis.navigator?.hardwareConcurrency ?? 1);
}
