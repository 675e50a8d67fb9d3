/**
 * Fair timing: in every round all contenders run, in rotating order, so a slow moment of the machine affects all of
 * them. Ratios are medians of the ratios within rounds.
 */
import { Bench } from 'tinybench';

export interface Contender {
  readonly name: string;
  /** Fits, replicates or starts in one call of `run`. */
  readonly amount: number;
  readonly run: () => void | Promise<void>;
}

export interface Timing {
  readonly name: string;
  /** Median over the rounds, in milliseconds per fit, replicate or start. */
  readonly milliseconds: number;
  /** Median over the rounds of this contender's time divided by that of the first contender. */
  readonly ratio: number;
}

/** Times the contenders relative to the first one: one unmeasured call each, then `rounds` rounds. */
export async function alternate(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Timing[]> {
  for (const contender of contenders) await contender.run();
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    const turn = round % contenders.length;
    const bench = new Bench({ iterations: 1, time: 0, warmup: false, throws: true });
    for (const { name, run } of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
      bench.add(name, () => run(), { async: true });
    }
    await bench.run();
    for (const { name, amount } of contenders) {
      times.get(name)!.push(callTime(bench, name) / amount);
    }
  }
  const subject = times.get(contenders[0]!.name)!;
  return contenders.map(({ name }) => {
    const milliseconds = times.get(name)!;
    return {
      name,
      milliseconds: median(milliseconds),
      ratio: median(milliseconds.map((time, round) => time / subject[round]!)),
    };
  });
}

function callTime(bench: Bench, name: string): number {
  const result = bench.getTask(name)?.result;
  if (result?.state !== 'completed') {
    throw new Error(`${name}: expected a completed run, found ${result?.state ?? 'no task'}`);
  }
  return result.latency.p50;
}

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
