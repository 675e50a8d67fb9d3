/**
 * The two-step bootstrap in numpy and scipy (`processes/two_step.py`), and the draws of the core, so that peers can be
 * compared on the same resamples before any is timed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKernels } from '../../tests/assembly/load.js';
import type { Blocks } from './plain-js/blocks.js';
import { oneThread } from './processes/conversation.js';
import { type Peer, startPeer } from './processes/peer.js';

const { kernels, getInts, scope } = loadKernels();

/** The number of times that each of n units is drawn in the first replicates of a seed: replicates x n. */
export function drawsOf(n: number, replicates: number, seed: number): Int32Array {
  const draws = new Int32Array(replicates * n);
  kernels.seed(seed, 0);
  for (let r = 0; r < replicates; r++) {
    const counts = scope(() => {
      const out = kernels.alloc(4 * n);
      kernels.multinomial(n, r, out);
      return getInts(out, n);
    });
    draws.set(counts, r * n);
  }
  return draws;
}

/**
 * Starts numpy with the cross-products of the units and some draws; undefined if numpy or scipy is not installed. It
 * answers the line `given` with the estimates for those draws, and any other line with the means over `reps`
 * replicates.
 */
export async function startNumpy(
  { n, k, l, moments, table, place }: Blocks,
  draws: Int32Array,
  reps: number,
): Promise<Peer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-bench-'));
  writeFileSync(join(folder, 'table.f64'), table);
  writeFileSync(join(folder, 'place.i32'), place);
  writeFileSync(join(folder, 'draws.i32'), draws);
  const numbers = [n, k, l, moments, reps, draws.length / n].map(String);
  const peer = await startPeer('python3', 'two_step.py', [...numbers, folder], oneThread);
  rmSync(folder, { recursive: true });
  return peer;
}
