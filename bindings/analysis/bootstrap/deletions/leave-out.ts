/** Estimates without each unit in turn, in the calling thread. */
import { newEngine, type Engine } from '../../../core/engine/engine.js';
import { giveWay } from '../../../core/engine/rest.js';
import { collectReplicates, type Resampler } from '../replicates.js';
import type { LeftOut } from '../summary/jackknife.js';

/** Makes the replicates of an estimate, and names its units by number. */
export interface Deletions {
  readonly prepare: (engine: Engine) => Resampler | Promise<Resampler>;
  readonly nameUnits: (units: Int32Array) => readonly string[];
}

/** Units per chunk. Other work runs between chunks. */
const CHUNK = 32;

/** Estimates in a new instance of the core, of `module` if it is given. An aborted `signal` throws its reason. */
export async function leaveOut(
  { prepare, nameUnits }: Deletions,
  module: WebAssembly.Module | undefined,
  signal: AbortSignal | undefined,
): Promise<LeftOut> {
  const { width, nunits, units, leaveOut } = await prepare(await newEngine(module));
  const collected = collectReplicates({ first: 0, end: nunits }, width);
  for (let first = 0; first < nunits; first += CHUNK) {
    await giveWay();
    signal?.throwIfAborted();
    collected.add(leaveOut(first, Math.min(CHUNK, nunits - first)));
  }
  return { estimates: collected.inOrder(), names: nameUnits(units) };
}
