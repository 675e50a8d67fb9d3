/**
 * `npm run bench [-- --rounds 7] [--only kernels,panels] [--save] [--note text]` prints a table of times and ratios, all
 * measured in this run.
 * `--save` also writes them to bench/baselines/ with a note on the machine; `npm run bench:report` makes tables
 * and the chart of docs/explanation/speed.md.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bootstrap, loadEngine } from 'wasmetrics';
import { alternate } from './alternate.js';
import {
  type Amounts,
  bootstrapContender,
  bootstrapContenders,
  type Case,
  errorsContenders,
  fitContenders,
  prepareCase,
  requireSameBootstrap,
  startPeers,
  watchedContender,
} from './contenders.js';
import { employmentGroup } from './employment.js';
import { fileGroups } from './files/files.js';
import { generatePanel, sizes } from './generate.js';
import { kernelGroups } from './kernels.js';
import { absorbedGroups } from './linear/absorbed.js';
import { arrayGroups } from './linear/arrays.js';
import { bootstrapGroups } from './linear/bootstrap.js';
import { instrumentsGroup } from './linear/instruments.js';
import { matrixGroups } from './linear/matrices.js';
import { olsGroup } from './linear/ols.js';
import { qrGroup } from './linear/qr.js';
import { baselineName, describeMachine, machineLines } from './report/machine.js';
import { type Baseline, formatGroups, type Group } from './report/report.js';
import { employment, readColumns, toModel } from './spec.js';
import { relaxedGroups } from './relaxed.js';
import { measureStartUp } from './start-up.js';

/**
 * Replicates per timed call, which takes at least a tenth of a second. Only our timings include set-up of the blocks
 * (5, 27, 46 and 138 ms); with this many replicates it is 1 to 2% of the time.
 */
const amounts: Readonly<Record<string, Amounts>> = {
  employment: { wasmetrics: 20_000, numpy: 4000, rows: 200, plainJs: 1000, mlMatrix: 10 },
  S: { wasmetrics: 20_000, numpy: 4000, rows: 200, plainJs: 1000, mlMatrix: 10 },
  M: { wasmetrics: 10_000, numpy: 800, rows: 50, plainJs: 150, mlMatrix: 0 },
  X: { wasmetrics: 8000, numpy: 500, rows: 20, plainJs: 60, mlMatrix: 0 },
  B: { wasmetrics: 8000, numpy: 150, rows: 8, plainJs: 20, mlMatrix: 0 },
};

const csvPath = fileURLToPath(new URL('../examples/abdata.csv', import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '7' },
      save: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      note: { type: 'string', default: '' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds: expected a positive integer, found "${values.rounds}"`);
  }
  const machine = describeMachine();
  console.log(`${machineLines(machine)}\nmedians of ${rounds} rounds, contenders taking turns\n`);
  const memory: Record<string, number> = {};
  const parts: Readonly<Record<string, () => Promise<Group[]>>> = {
    kernels: () => kernelGroups(rounds),
    linear: () => linearGroups(rounds),
    arrays: () => arrayGroups(rounds),
    matrices: () => matrixGroups(rounds),
    employment: () => employmentGroups(rounds),
    panels: () => panelGroups(rounds, memory),
    relaxed: () => relaxedGroups(rounds),
    files: () => fileGroups(rounds),
    start: () => measureStartUp(toModel(employment), csvPath, rounds),
  };
  const chosen = values.only === '' ? Object.keys(parts) : values.only.split(',');
  const groups: Group[] = [];
  for (const name of chosen) {
    const part = parts[name];
    if (part === undefined) {
      const known = Object.keys(parts).join(', ');
      throw new Error(`--only: expected names among ${known}, found "${name}"`);
    }
    groups.push(...(await part()));
  }
  console.log(formatGroups(groups));
  for (const [name, bytes] of Object.entries(memory)) {
    console.log(`memory of a bootstrap of panel ${name}: ${(bytes / 1e6).toFixed(1)} MB`);
  }
  if (values.save) {
    const baseline: Baseline = { machine, note: values.note, rounds, groups, memory };
    saveBaseline(baselineName(machine), baseline);
  }
}

async function linearGroups(rounds: number): Promise<Group[]> {
  return [
    await qrGroup(rounds),
    await olsGroup(await loadEngine(), rounds),
    await instrumentsGroup(await loadEngine(), rounds),
    ...(await absorbedGroups(await loadEngine(), rounds)),
    ...(await bootstrapGroups(rounds)),
  ];
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

/** Groups of all panels; `memory` receives the bytes of a bootstrap's instance by panel. */
async function panelGroups(rounds: number, memory: Record<string, number>): Promise<Group[]> {
  const groups: Group[] = [];
  for (const [name, size] of Object.entries(sizes)) {
    const { columns, spec } = generatePanel(size, 1);
    const prepared = await prepareCase(await loadEngine(), columns, spec);
    const title = `bootstrap of panel ${name} (${size.units} x ${size.periods}, ${size.instruments} instruments)`;
    groups.push(await bootstrapGroup(title, prepared, name, rounds));
    groups.push({
      title: `standard errors in a bootstrap of panel ${name}`,
      item: 'replicate',
      timings: await alternate(errorsContenders(prepared, amounts[name]!.wasmetrics), rounds),
    });
    memory[name] = await bootstrapBytes(prepared);
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

/** One worker compared with two, and the total time of 10,000 replicates. */
async function scalingGroups(prepared: Case, rounds: number): Promise<Group[]> {
  const one = bootstrapContender(prepared, 100_000, 1);
  const two = bootstrapContender(prepared, 100_000, 2);
  const total = { ...bootstrapContender(prepared, 10_000, 0), amount: 1 };
  return [
    {
      title: 'workers, kept from round to round, panel S, 100,000 replicates',
      item: 'replicate',
      timings: await alternate([one, two], rounds),
    },
    {
      title: 'progress and cancellation, panel S',
      item: 'replicate',
      timings: await alternate(
        [bootstrapContender(prepared, 20_000, 0), watchedContender(prepared, 20_000)],
        rounds,
      ),
    },
    {
      title: '10,000 replicates of panel S on one core',
      item: 'bootstrap',
      timings: await alternate([total], rounds),
    },
  ];
}

function saveBaseline(name: string, results: Baseline): void {
  const folder = new URL('baselines/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), JSON.stringify(results, null, 2) + '\n');
  console.log(`\nsaved as bench/baselines/${name}`);
}

await main();

/** Bytes of the instances that a bootstrap in this thread creates; the largest one has the blocks of the units. */
async function bootstrapBytes({ fit }: Case): Promise<number> {
  const Instance = WebAssembly.Instance;
  const memories: WebAssembly.Memory[] = [];
  WebAssembly.Instance = class extends Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports);
      memories.push(this.exports['memory'] as WebAssembly.Memory);
    }
  };
  try {
    await bootstrap(fit, { reps: 100, seed: 1, workers: 0, recenter: false }).result;
  } finally {
    WebAssembly.Instance = Instance;
  }
  return Math.max(...memories.map(({ buffer }) => buffer.byteLength));
}
