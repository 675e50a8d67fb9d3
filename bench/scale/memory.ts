/**
 * `npm run bench:memory` fits formulas and arrays 100,000 times, with bootstraps, errors in the middle of a fit and
 * iterators that are left between them, and prints the memory of the process. It fails if the second half needs more
 * than the first. `npm run bench:memory -- 20000` is a short one.
 */
import * as root from 'wasmetrics';
import * as estimators from 'wasmetrics/estimators';

const fits = Number(process.argv[2] ?? 100_000);
const parts = 10;
/** What garbage may add to the memory of the first half. */
const SLACK = 1.15;

const x = Array.from({ length: 200 }, (_, i) => ((i * 37) % 101) / 101);
const y = x.map((value, i) => 1 + value + ((i * 71) % 101) / 101);
const data = { y, x };
const formula = 'y ~ x';

/** One round: two fits, and by its number one of the others. */
async function round(number: number): Promise<void> {
  const fit = await root.ols(data, { formula });
  estimators.ols(y, [x]);
  if (number % 10 === 1) await root.ols(data, 'y ~ x + unknown' as string).catch(() => undefined);
  if (number % 10 === 2) await root.ols(data, 'y ~ x - x - 1' as string).catch(() => undefined);
  if (number % 100 === 3) await root.bootstrap(fit, { reps: 64, workers: 0 }).result;
  if (number % 100 === 4) {
    const run = root.bootstrap(fit, { reps: 256, workers: 0 });
    for await (const { done } of run) if (done > 0) break;
    await run.result;
  }
  if (number % 1000 === 5) await root.bootstrap(fit, { reps: 20_000, workers: 1 }).result;
}

await estimators.ready();
const peaks: number[] = [];
for (let part = 0; part < parts; part++) {
  let peak = 0;
  for (let i = 0; i < fits / parts / 2; i++) {
    await round(i);
    if (i % 100 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  peaks.push(peak);
  console.log(`${((part + 1) * fits) / parts} fits: ${Math.round(peak / 1e6)} MB`);
}
const [first, second] = [peaks.slice(0, parts / 2), peaks.slice(parts / 2)];
if (Math.max(...second) > SLACK * Math.max(...first)) {
  console.error('memory grows with the number of fits');
  process.exitCode = 1;
}
