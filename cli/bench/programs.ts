/** Times programs in turns. */
import { failureOf, type Candidate, type Peer } from './peers.js';
import type { ProgramResult } from './result.js';
import { median, medianOrNull, rotated } from './statistics.js';

/** What was measured of a program. */
interface Measured {
  readonly peer: Peer;
  readonly cold: number[];
  readonly warm: number[];
  readonly memory: number[];
  failure?: ReturnType<typeof failureOf>;
}

/** In each round all programs run, each first cold and then warm; who begins changes. */
export async function timePrograms(
  candidates: readonly Candidate[],
  rounds: number,
  signal: AbortSignal,
): Promise<ProgramResult[]> {
  const measured = candidates
    .filter((one): one is Peer => 'cold' in one)
    .map((peer): Measured => ({ peer, cold: [], warm: [], memory: [] }));
  for (let round = 0; round < rounds; round++) {
    for (const one of rotated(measured, round)) {
      signal.throwIfAborted();
      if (one.failure === undefined) await measure(one);
    }
  }
  return candidates.map(({ result }) => {
    const one = measured.find(({ peer }) => peer.result === result);
    return one === undefined ? result : resultOf(one);
  });
}

async function measure(one: Measured): Promise<void> {
  const { peer, cold, warm, memory } = one;
  const process = await peer.cold();
  if (process.code !== 0) {
    one.failure = failureOf(process);
    return;
  }
  const seconds = await peer.warm();
  if (!Array.isArray(seconds)) {
    one.failure = failureOf(seconds as Exclude<typeof seconds, readonly number[]>);
    return;
  }
  cold.push(process.ms);
  warm.push(1000 * median(seconds as number[]));
  if (process.memory !== null) memory.push(process.memory);
}

function resultOf({ peer, cold, warm, memory, failure }: Measured): ProgramResult {
  const times = {
    cold: medianOrNull(cold),
    warm: medianOrNull(warm),
    memory: memory.length === 0 ? null : Math.max(...memory),
  };
  const { result } = peer;
  if (failure === undefined) return { ...result, ...times };
  const [outcome, reason] = failure;
  return { ...result, ...times, outcome, ...reason };
}
