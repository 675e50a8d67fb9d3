/** Bootstraps the model of the page each time that it is told to, and sends how many milliseconds it took. */
import { readFileSync } from 'node:fs';
import { bootstrap, fitModel } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';

const bytes = readFileSync(new URL('../../dist/web/abdata.csv.gz', import.meta.url));
const table = await readTable(bytes, { name: 'abdata.csv' });

process.on('message', async ({ model, options }) => {
  const start = performance.now();
  const run = bootstrap(await fitModel(table, model), options);
  await run;
  await run.replicates;
  process.send(performance.now() - start);
});
process.send('ready');
