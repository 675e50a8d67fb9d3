// Least squares with fixed effects, then the bootstrap of a system GMM. Run it in the checkout, after `npm run build`:
//   node examples/node/first.mjs
import { readFileSync } from 'node:fs';
import { bootstrap, dpd, ols, withBootstrap } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

const data = await readTable(readFileSync(new URL('../abdata.csv', import.meta.url)));

const within = await ols(data, {
  formula: 'n ~ w + k | id + year', // firm and year effects are absorbed
  vcov: { type: 'cluster', cluster: ['id'] },
});
console.log(toText(within));

const dynamic = await dpd(data, {
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + L2.n + w + k',
  gmm: [
    { vars: 'n', lags: [2, 4] },
    { vars: 'w', lags: [1, 3] },
  ],
  iv: [{ vars: 'k' }],
});
const run = bootstrap(dynamic, { reps: 2000, seed: 1 });
console.log(toText(withBootstrap(dynamic, await run.result)));
