/**
 * Fuzzers of all parts that read what others wrote: `npx tsx tests/fuzz/run.ts [seconds] [seed] [targets] [number]`.
 * It prints counts by target and outcome, and each finding with the seed and number that draw its input again. With a
 * number, only that input is drawn.
 */
import { fuzz } from './fuzz.js';
import { processorTime } from './processor-time.js';

const [seconds = '60', seed = '1', names = 'all', number] = process.argv.slice(2);
const { counts, findings } = await fuzz({
  deadline: (targets) => {
    const end = performance.now() + (1000 * Number(seconds)) / targets;
    return () => performance.now() >= end;
  },
  seed: Number(seed),
  clock: processorTime,
  only: names === 'all' ? undefined : names.split(','),
  ...(number !== undefined && { first: Number(number), most: 1 }),
});

let total = 0;
for (const [target, outcomes] of Object.entries(counts)) {
  const entries = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
  const trials = entries.reduce((sum, [, times]) => sum + times, 0);
  total += trials;
  console.log(`${target}: ${trials}`);
  for (const [outcome, times] of entries) console.log(`  ${times}  ${outcome}`);
}

/** Findings of one cause look alike: each is shown once, with its number of inputs. */
const alike = new Map<string, number>();
for (const { target, number: place, outcome, wrong, input } of findings) {
  const key = `${target} ${outcome} ${wrong.replace(/\d+/g, '0').slice(0, 160)}`;
  alike.set(key, (alike.get(key) ?? 0) + 1);
  if (alike.get(key) === 1) {
    console.error(`${target} ${seed} ${place}: ${outcome}: ${wrong}\n    ${input}`);
  }
}
for (const [key, times] of alike) if (times > 1) console.error(`${times} times: ${key}`);
console.log(`${total} inputs with seed ${seed}, ${findings.length} wrong`);
if (findings.length > 0) process.exitCode = 1;
