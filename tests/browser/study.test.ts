/** A study runs in a page, in workers of the browser, and gives the JSON of Node. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type * as library from '../library.js';
import { readTable } from 'wasmetrics/data';
import { runStudy, type StudyInput } from 'wasmetrics/study';
import { visit } from './visit.js';

declare global {
  var wasmetrics: typeof library;
}

const csv = readFileSync(new URL('../../examples/provinces/provinces.csv', import.meta.url));
const study = {
  panel: { unit: 'province', time: 'year' },
  build: { Index: { index: 'entropy', columns: { ind1: '+', ind2: '+', ind3: '+' } } },
  defaults: { bootstrap: { scheme: 'cluster', reps: 1100, seed: 3 } },
  tables: {
    T1: {
      models: [
        { estimator: 'ols', formula: 'Level ~ Gov', vcov: { type: 'HC1' } },
        {
          estimator: 'dpd',
          formula: 'Level ~ L.Level + Gov',
          gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
        },
      ],
    },
    T2: {
      model: { estimator: 'ols', formula: 'Index ~ Gov', bootstrap: null },
      split: { by: 'GovSupport', at: 'mean' },
      compare: { of: 'Gov', by: ['wald', 'permutation', 'bootstrap'], reps: 1100 },
    },
  },
  figures: { F1: { bootstrap: 'Gov', of: 'T1.2' } },
  claims: { H1: 'T1.1 and T1.2: Gov > 0', H2: 'T2: Gov differs between low and high' },
} as unknown as StudyInput;

const blank = `<!doctype html>
<title>study</title>
<link rel="icon" href="data:,">
<script type="module">
  import * as root from '/esm/index.js';
  import * as data from '/esm/data.js';
  import * as study from '/esm/study.js';
  Object.assign(globalThis, { wasmetrics: { ...root, ...data, ...study } });
</script>`;

const { open } = visit(() => ({ '/': blank, '/provinces.csv': csv.toString('utf8') }));

test('a study in a page gives the JSON of Node, with workers and without', async () => {
  const page = await open('/');
  await page.waitForFunction(() => 'wasmetrics' in globalThis);
  const run = (workers: number) =>
    page.evaluate(
      async ([input, count]) => {
        const { readTable: read, runStudy: start } = globalThis.wasmetrics;
        const parsed = JSON.parse(input) as StudyInput;
        const response = await fetch('/provinces.csv');
        const table = await read(new Uint8Array(await response.arrayBuffer()));
        let heard = 0;
        const onProgress = () => (heard += 1);
        const result = await start(parsed, table, { workers: count, onProgress });
        return { json: JSON.stringify(result), heard };
      },
      [JSON.stringify(study), workers] as const,
    );
  const expected = JSON.stringify(await runStudy(study, await readTable(csv)));
  for (const workers of [0, 2]) {
    const { json, heard } = await run(workers);
    expect(json).toBe(expected);
    expect(heard).toBeGreaterThan(0);
  }
});
