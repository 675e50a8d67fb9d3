import { bootstrap, ols, withBootstrap } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

/** Fixed effects with a bootstrap by firm. The server and the browser call it, and it prints the same digits. */
export async function estimate(csv) {
  const data = await readTable(csv);
  const fit = await ols(data, { formula: 'n ~ w + k | id + year', vcov: 'cluster:id' });
  const run = bootstrap(fit, { reps: 999, seed: 1 });
  return toText(withBootstrap(fit, await run.result));
}
