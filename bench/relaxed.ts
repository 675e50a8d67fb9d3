/** The bootstrap in the default and in the relaxed build, in turn. Node 22 and later have the instructions. */
import { bootstrap, type Engine, fitModel, loadEngine } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { alternate, type Contender } from './alternate.js';
import { generatePanel, sizes } from './generate.js';
import type { Group } from './report/report.js';
import { toModel, writeColumns } from './spec.js';

const amounts = { S: 10_000, M: 2000, X: 1000 };

/** No groups where the host lacks the instructions. */
export async function relaxedGroups(rounds: number): Promise<Group[]> {
  const strict = await loadEngine();
  const relaxed = await loadEngine({ build: 'relaxed' }).catch(() => undefined);
  if (relaxed === undefined) return [];
  const groups: Group[] = [];
  for (const [name, amount] of Object.entries(amounts)) {
    const contenders = [
      await contender('the default build', name, strict, amount),
      await contender('the relaxed build', name, relaxed, amount),
    ];
    const timings = await alternate(contenders, rounds);
    groups.push({ title: `builds of the core, panel ${name}`, item: 'replicate', timings });
  }
  return groups;
}

async function contender(
  build: string,
  panel: string,
  engine: Engine,
  reps: number,
): Promise<Contender> {
  const { columns, spec } = generatePanel(sizes[panel]!, 1);
  const fit = await fitModel(parseCsv(writeColumns(columns)), toModel(spec), { engine });
  const options = { reps, seed: 1, workers: 0, recenter: false };
  return {
    name: build,
    amount: reps,
    run: async () => void (await bootstrap(fit, options).result),
  };
}
