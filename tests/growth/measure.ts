/** How the processor time of reading grows with the input. */
import { type Generator, outcomeOfRun, type Reading } from './generator.js';

export interface Growth {
  readonly name: string;
  /** Characters or bytes of the three inputs. */
  readonly lengths: readonly number[];
  /** Least processor time of some attempts at each. */
  readonly milliseconds: readonly number[];
  /** The power of the size with which the time grows; 1 is linear. */
  readonly exponent: number;
  /** `value`, or the code of the typed error that ends the largest. */
  readonly outcome: string;
  readonly isBounded: boolean;
}

/** Attempts, as a collection of garbage or another process may fall into one. */
const ATTEMPTS = 5;
/** The largest input, four times the smallest, may take so many times as long: a power of 1.5. A square takes 16 times. */
const MOST_TIMES = 8;
/** Milliseconds that any input may take, in which the clock says little. */
const FREE = 40;

/** Three sizes of a generator, measured again until their times are in proportion. `scale` multiplies the parts. */
export async function growthOf(generator: Generator, scale = 1): Promise<Growth> {
  const { name, parts, input } = generator;
  const read = generator.read as Reading;
  const sizes = [0.25, 0.5, 1].map((share) => Math.round(share * scale * parts));
  const inputs = await Promise.all(sizes.map(input));
  const least = inputs.map(() => Infinity);
  let outcome = '';
  await timed(() => read(inputs[0]!)); // compiles the code
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    for (const [i, one] of inputs.entries()) {
      const run = await timed(() => read(one));
      least[i] = Math.min(least[i]!, run.milliseconds);
      outcome = run.outcome;
    }
    if (isBounded(least)) break;
  }
  return {
    name,
    lengths: inputs.map(({ length }) => length),
    milliseconds: least,
    exponent: Math.log(Math.max(1, least[2]!) / Math.max(1, least[0]!)) / Math.log(4),
    outcome,
    isBounded: isBounded(least),
  };
}

function isBounded([smallest, , largest]: readonly number[]): boolean {
  return largest! <= MOST_TIMES * smallest! + FREE;
}

/** Processor time of the whole process, which other processes do not add to. */
async function timed(run: () => unknown): Promise<{ milliseconds: number; outcome: string }> {
  const start = process.cpuUsage();
  const outcome = await outcomeOfRun(run);
  const { user, system } = process.cpuUsage(start);
  return { milliseconds: (user + system) / 1000, outcome };
}
