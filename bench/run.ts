/**
 * `npm run bench [-- --rounds 7] [--save]`: one table of times and ratios, all taken in this run.
 * `--save` also writes them to bench/baselines/.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadEngine } from 'wasmetrics';
import { alternate } from './alternate.js';
import {
  bootstrapContender,
  bootstrapContenders,
  fitContenders,
  prepareCase,
  requireSameBootstrap,
  startPeers,
  type Amounts,
  type Case,
} from './contenders.js';
import { employmentGroup } from './employment.js';
import { generatePanel, sizes } from './generate.js';
import { kernelGroups } from './kernels.js';
import { absorbedGroups } from './linear/absorbed.js';
import { bootstrapGroups } from './linear/bootstrap.js';
import { instrumentsGroup } from './linear/instruments.js';
import { olsGroup } from './linear/ols.js';
import { qrGroup } from './linear/qr.js';
import { baselineName, describeMachine, machineLines } from './machine.js';
import { formatGroups, type Group } from './report.js';
import { employment, readColumns, toModel } from './spec.js';
import { measureStartUp } from './start-up.js';

/** Replicates per timed call: between a tenth of a second and half a second each. */
const amounts: Readonly<Record<string, Amounts>> = {
  employment: { wasmetrics: 10_000, numpy: 4000, rows: 200, plainJs: 1000, mlMatrix: 10 },
  S: { wasmetrics: 10_000, numpy: 4000, rows: 200, plainJs: 1000, mlMatrix: 10 },
  M: { wasmetrics: 2000, numpy: 800, rows: 50, plainJs: 150, mlMatrix: 0 },
  X: { wasmetrics: 1200, numpy: 500, rows: 20, plainJs: 60, mlMatrix: 0 },
  B: { wasmetrics: 1000, numpy: 150, rows: 8, plainJs: 20, mlMatrix: 0 },
};

const csvPath = fileURLToPath(new URL('../examples/abdata.csv', import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '7' },
      save: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds: expected a positive integer, found "${values.rounds}"`);
  }
  const machine = describeMachine();
  console.log(`${machineLines(machine)}\nmedians of ${rounds} rounds, contenders taking turns\n`);
  const groups = [
    ...(await kernelGroups(rounds)),
    await qrGroup(rounds),
    await olsGroup(await loadEngine(), rounds),
    await instrumentsGroup(await loadEngine(), rounds),
    ...(await absorbedGroups(await loadEngine(), rounds)),
    ...(await bootstrapGroups(rounds)),
    ...(await employmentGroups(rounds)),
    ...(await panelGroups(rounds)),
    ...(await measureStartUp(toModel(employment), csvPath, rounds)),
  ];
  console.log(formatGroups(groups));
  if (values.save) saveBaseline(baselineName(machine), { machine, rounds, groups });
}

async function employmentGroups(rounds: number): Promise<Group[]> {
  const text = readFileSync(csvPath, 'utf8');
  const prepared = await prepareCase(await loadEngine(), readColumns(text), employment);
  await requireSameBootstrap(prepared);
  return [
    await employmentGroup(await loadEngine(), { path: csvPath, text }, rounds),
    {
      title: 'fit of the employment model beside plain JavaScript',
      item: 'fit',
      timings: await alternate(fitContenders(prepared), rounds),
    },
    await bootstrapGroup('bootstrap of the employment model', prepared, 'employment', rounds),
  ];
}

async function panelGroups(rounds: number): Promise<Group[]> {
  const groups: Group[] = [];
  for (const [name, size] of Object.entries(sizes)) {
    const { columns, spec } = generatePanel(size, 1);
    const prepared = await prepareCase(await loadEngine(), columns, spec);
    const title = `bootstrap of panel ${name} (${size.units} x ${size.periods}, ${size.instruments} instruments)`;
    groups.push(await bootstrapGroup(title, prepared, name, rounds));
    if (name === 'S') groups.push(...(await scalingGroups(prepared, rounds)));
  }
  return groups;
}

async function bootstrapGroup(
  title: string,
  prepared: Case,
  name: string,
  rounds: number,
): Promise<Group> {
  const numpy = await startPeers(prepared, amounts[name]!);
  try {
    const contenders = await bootstrapContenders(prepared, amounts[name]!, numpy);
    return {
      title: numpy === undefined ? `${title}; numpy absent` : title,
      item: 'replicate',
      timings: await alternate(contenders, rounds),
    };
  } finally {
    numpy?.stop();
  }
}

/** One worker against two, starting them included, and the time of 10,000 replicates from call to result. */
async function scalingGroups(prepared: Case, rounds: number): Promise<Group[]> {
  const one = bootstrapContender(prepared, 20_000, 1);
  const two = bootstrapContender(prepared, 20_000, 2);
  const total = { ...bootstrapContender(prepared, 10_000, 0), amount: 1 };
  return [
    {
      title: 'workers, panel S, 20,000 replicates and their start',
      item: 'replicate',
      timings: await alternate([one, two], rounds),
    },
    {
      title: '10,000 replicates of panel S on one core',
      item: 'bootstrap',
      timings: await alternate([total], rounds),
    },
  ];
}

function saveBaseline(name: string, results: object): void {
  const folder = new URL('baselines/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), JSON.stringify(results, null, 2) + '\n');
  console.log(`\nsaved as bench/baselines/${name}`);
}

await main();
