/** Memory of the core in a bootstrap: that of one worker's instance, including the data. */
import { bootstrap } from 'wasmetrics';
import type { Case } from './contenders.js';

/** Bytes of the instances that a bootstrap in this thread creates; the largest one has the blocks of the units. */
export async function bootstrapBytes({ fit }: Case): Promise<number> {
  const Instance = WebAssembly.Instance;
  const memories: WebAssembly.Memory[] = [];
  WebAssembly.Instance = class extends Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports);
      memories.push(this.exports['memory'] as WebAssembly.Memory);
    }
  };
  try {
    await bootstrap(fit, { reps: 100, seed: 1, workers: 0, recenter: false }).result;
  } finally {
    WebAssembly.Instance = Instance;
  }
  return Math.max(...memories.map(({ buffer }) => buffer.byteLength));
}
