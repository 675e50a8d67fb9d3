/**
 * Sizes of the tests of `groups` over a grid of designs: `npx tsx tests/simulation/groups/simulate.ts [samples] [drawn]`.
 * Prints a line of `results/group-differences.csv` for each test and design; `write-table.ts` then renews the table of the
 * library. Not a part of the tests: it takes an hour of one core.
 */
import { sharedEngine } from '../../../bindings/core/engine/engine.js';
import { type Design, drawnGrid, grid } from './designs.js';
import { analyticCounts, type Count, drawnCounts } from './run.js';

const samples = Number(process.argv[2] ?? 5000);
const drawnSamples = Number(process.argv[3] ?? 5000);

function print(
  { units, split, groups, ratio, process: name }: Design,
  size: number,
  counts: ReadonlyMap<string, Count>,
): void {
  const place = [units, split, groups, ratio, name.replaceAll(',', '')];
  for (const [test, { rejected, missing }] of counts) {
    console.log([...place, test, size, rejected, missing].join(','));
  }
}

const engine = await sharedEngine();
console.log('units,split,groups,ratio,process,test,samples,rejected,missing');
for (const design of grid) print(design, samples, await analyticCounts(engine, design, samples));
for (const design of drawnGrid) {
  print(design, drawnSamples, await drawnCounts(engine, design, drawnSamples));
}
