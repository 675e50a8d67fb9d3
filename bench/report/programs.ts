/**
 * `npm run bench:programs` estimates models of examples/abdata.csv here and in the programs that are installed, keeps
 * what `wasmetrics bench` prints in bench/programs.json, and writes the tables of docs/explanation/speed.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from '../../cli/bench/result.js';
import { removeTree, temporaryFolder } from '../../cli/files/temporary-folder.js';
import { root, runBench } from './run-bench.js';
import type { ComparedModel } from './saved.js';
import { writeTables } from './write.js';

const panel = { unit: 'id', time: 'year' };
const instrumented = {
  estimator: 'iv',
  formula: 'n ~ k | w ~ ys + indoutpt',
  vcov: { type: 'unadjusted' },
};

const models: Readonly<Record<string, string | object>> = {
  'system GMM of the demo': 'examples/employment.yaml',
  'difference GMM, effects of years': {
    estimator: 'dpd',
    panel,
    formula: 'n ~ L.n + w + k',
    system: false,
    timeEffects: true,
    gmm: [{ vars: 'n', lags: [2, 4] }],
    iv: [{ vars: ['w', 'k'] }],
  },
  'least squares': { estimator: 'ols', formula: 'n ~ w + k + ys', vcov: { type: 'HC1' } },
  '2SLS': instrumented,
  '2SLS, `diagnostics: false`': { ...instrumented, diagnostics: false },
  'effects of units': { estimator: 'panel', panel, formula: 'n ~ w + k', effects: 'within' },
  'random effects': { estimator: 'panel', panel, formula: 'n ~ w + k', effects: 'random' },
};

const folder = await temporaryFolder('bench');
try {
  const compared = Object.entries(models).map(([title, model], i): ComparedModel => {
    const path = typeof model === 'string' ? model : join(folder, `${i}.json`);
    const data = join(root, 'examples/abdata.csv');
    if (typeof model !== 'string') writeFileSync(path, JSON.stringify({ data, ...model }));
    const { machine, rounds, programs } = runBench([path, '--draws', '0']) as BenchResult;
    return { title, machine, rounds, programs };
  });
  writeFileSync(join(root, 'bench/programs.json'), `${JSON.stringify(compared, null, 2)}\n`);
} finally {
  await removeTree(folder);
}
await writeTables();
