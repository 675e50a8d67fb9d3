/** Start-up: the time until the first fit of a new process, compared with a process that does nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alternate, median, type Timing } from './alternate.js';
import type { Group } from './report/report.js';

interface Stages {
  readonly importing: number;
  readonly loading: number;
  readonly parsing: number;
  readonly fitting: number;
}

/** Whole-process times, then the median time of each stage inside the process. */
export async function measureStartUp(
  model: object,
  csvPath: string,
  rounds: number,
): Promise<Group[]> {
  const script = fileURLToPath(new URL('start-up-process.mjs', import.meta.url));
  const stages: Stages[] = [];
  const timings = await alternate(
    [
      { name: 'node that does nothing', amount: 1, run: () => void runNode(['-e', '0']) },
      {
        name: 'node to the first fit',
        amount: 1,
        run: () => {
          stages.push(JSON.parse(runNode([script, JSON.stringify(model), csvPath])) as Stages);
        },
      },
    ],
    rounds,
  );
  return [
    { title: 'start-up, whole process', item: 'start', timings },
    { title: 'start-up, inside the process', item: 'start', timings: stageTimings(stages) },
    {
      title: 'start-up, command line',
      item: 'start',
      timings: await commandTimings(csvPath, rounds),
    },
  ];
}

/** A small estimate by the command line, with cached compiled code and on the first run, which writes that cache. */
async function commandTimings(csvPath: string, rounds: number): Promise<Timing[]> {
  const folder = mkdtempSync(join(tmpdir(), 'start-up-'));
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
  const estimate = (cache: string) =>
    void runNode([main, 'ols', csvPath, 'n ~ w + k'], { XDG_CACHE_HOME: cache });
  try {
    return await alternate(
      [
        { name: 'node that does nothing', amount: 1, run: () => void runNode(['-e', '0']) },
        { name: 'first run', amount: 1, run: () => estimate(mkdtempSync(join(folder, 'first-'))) },
        { name: 'later run', amount: 1, run: () => estimate(folder) },
      ],
      rounds,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`start-up: expected exit status 0, found ${status}: ${stderr}`);
  return stdout;
}

function stageTimings(stages: readonly Stages[]): Timing[] {
  const times: [string, (stage: Stages) => number][] = [
    ['compile, instantiate, first fit', ({ loading, fitting }) => loading + fitting],
    ['compile and instantiate', ({ loading }) => loading],
    ['first fit', ({ fitting }) => fitting],
    ['parse the CSV', ({ parsing }) => parsing],
    ['import the package', ({ importing }) => importing],
  ];
  const whole = median(stages.map(times[0]![1]));
  return times.map(([name, of]) => {
    const milliseconds = median(stages.map(of));
    return { name, milliseconds, ratio: milliseconds / whole };
  });
}
