/** Rejections of the tests in panels of one design. */
import { type Engine, newEngine } from '../../../bindings/core/engine/engine.js';
import type { Labelled } from '../../../bindings/analysis/interacted/stack.js';
import { analyticTests } from './analytic.js';
import { type Design, drawsOf, panelsOf, processes } from './designs.js';
import { permutationTest, wildTest } from './drawn.js';
import { poolOf } from './model.js';

const level = 0.05;

/** How often a test rejects, and how often it has no p-value. */
export interface Count {
  rejected: number;
  missing: number;
}

/** p-values by test of one numbered panel. */
type Tests = (
  labelled: Labelled,
  number: number,
) => ReadonlyMap<string, number | null> | Promise<ReadonlyMap<string, number | null>>;

/** How often each analytic test rejects in `samples` panels. */
export function analyticCounts(engine: Engine, design: Design, samples: number) {
  const { units } = rowsOf(design);
  return countsOf(engine, design, samples, (labelled) => analyticTests(engine, labelled, units));
}

/** How often each test by draws rejects in `samples` panels. */
export async function drawnCounts(engine: Engine, design: Design, samples: number) {
  const { units, periods } = rowsOf(design);
  const wildEngine = await newEngine(engine.module);
  return countsOf(engine, design, samples, async (labelled, number) => {
    const seed = number + 1;
    const permutation = permutationTest(engine, labelled, units, { seed, periods });
    return new Map([
      ['permutation', permutation],
      ['wild', await wildTest(wildEngine, labelled, units, seed)],
    ]);
  });
}

async function countsOf(
  engine: Engine,
  design: Design,
  samples: number,
  tests: Tests,
): Promise<ReadonlyMap<string, Count>> {
  const panelOf = panelsOf(design);
  const seed = seedOf(design);
  const pool = await poolOf(engine, design, panelOf(drawsOf(seed, 0)));
  const counts = new Map<string, Count>();
  for (let number = 0; number < samples; number++) {
    for (const [test, pValue] of await tests(pool(panelOf(drawsOf(seed, number))), number)) {
      const count = counts.get(test) ?? { rejected: 0, missing: 0 };
      if (pValue === null) count.missing += 1;
      else if (pValue <= level) count.rejected += 1;
      counts.set(test, count);
    }
  }
  return counts;
}

/** Unit and period of each row. */
function rowsOf(design: Design) {
  const { labels, periods } = panelsOf(design)(drawsOf(0, 0));
  return {
    units: labels.map((_, row) => Math.floor(row / periods)),
    periods: labels.map((_, row) => row % periods),
  };
}

/** A seed of each design, so that a part of the grid gives the numbers of the whole. */
function seedOf({ units, split, groups, ratio, process }: Design): number {
  const shape = groups * 2 + Number(ratio > 1);
  const place = Object.keys(processes).indexOf(process);
  return ((units * 10 + ['fixed', 'varying', 'rows'].indexOf(split)) * 10 + shape) * 100 + place;
}
