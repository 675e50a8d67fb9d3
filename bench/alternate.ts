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
  /** Processor milliseconds of the last call, if another process runs it. */
  readonly processor?: () => number;
}

export interface Timing {
  readonly name: string;
  /** Median over the rounds, in milliseconds per fit, replicate or start. */
  readonly milliseconds: number;
  /** Median over the rounds of this contender's time divided by that of the first contender. */
  readonly ratio: number;
  /** The same ratio of processor times, which other work on the machine affects less. */
  readonly processorRatio?: number;
}

/** Times the contenders relative to the first one: one unmeasured call each, then `rounds` rounds. */
export async function alternate(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Timing[]> {
  for (const contender of contenders) await contender.run();
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  const processor = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    const turn = round % contenders.length;
    const bench = new Bench({ iterations: 1, time: 0, warmup: false, throws: true });
    for (const contender of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
      const { name, amount } = contender;
      const run = async () => {
        const before = process.cpuUsage();
        await contender.run();
        processor.get(name)![round] = (contender.processor?.() ?? processorSince(before)) / amount;
      };
      bench.add(name, run, { async: true });
    }
    await bench.run();
    for (const { name, amount } of contenders) {
      times.get(name)!.push(callTime(bench, name) / amount);
    }
  }
  const [subject] = contenders as [Contender];
  const ratioOf = (all: ReadonlyMap<string, number[]>, name: string): number =>
    median(all.get(name)!.map((time, round) => time / all.get(subject.name)![round]!));
  return contenders.map(({ name }) => ({
    name,
    milliseconds: median(times.get(name)!),
    ratio: ratioOf(times, name),
    processorRatio: ratioOf(processor, name),
  }));
}

function processorSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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
