/** One round of the standard set, in a process of its own: noise between processes is part of the noise. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeTree, temporaryFolder } from '../../files/temporary-folder.js';
import { commandFile, timeOf } from '../ours.js';
import type { SuiteTimes } from './compare.js';
import { type SuiteCase, suiteCases, yardstick } from './cases.js';

/** Milliseconds of the processor for one call, and for the yardstick just before and after it. */
export interface Measured {
  readonly name: string;
  readonly time: number;
  readonly yardstick: number;
}

/** Milliseconds that calls take together at least. */
const LEAST_MS = 200;
const YARDSTICK_MS = 60;

export async function runRound(names: readonly string[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  // The first calls run before V8 has optimised the yardstick.
  await timeOfYardstick();
  for (const one of suiteCases.filter(({ name }) => names.includes(name))) {
    const work = await preparedWork(one);
    const before = await timeOfYardstick();
    const time =
      typeof work === 'number' ? work : await timeOf(one.name, work, LEAST_MS, processor);
    const after = await timeOfYardstick();
    measured.push({ name: one.name, time, yardstick: (before + after) / 2 });
  }
  return measured;
}

/** The rounds by case. */
export function timesOf(rounds: readonly (readonly Measured[])[]): SuiteTimes['cases'] {
  const all = rounds.flat();
  return suiteCases
    .map(({ name, title }) => ({ name, title, rounds: all.filter((one) => one.name === name) }))
    .filter((one) => one.rounds.length > 0)
    .map(({ name, title, rounds: ofCase }) => ({
      name,
      title,
      times: ofCase.map(({ time }) => time),
      yardstick: ofCase.map((one) => one.yardstick),
    }));
}

/** Milliseconds of this process on the processor: other work on the machine disturbs them less than the clock. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const timeOfYardstick = () =>
  timeOf('yardstick', async () => void yardstick(), YARDSTICK_MS, processor);

/** The work after one call that is not timed; for the start of the command its time. */
async function preparedWork({ prepare }: SuiteCase): Promise<(() => Promise<void>) | number> {
  if (prepare === undefined) return timeOfStart();
  const work = await prepare();
  const run = async () => void (await work());
  await run();
  return run;
}

/** A fit of a small file by the command line; the first run keeps compiled code, and the second is timed. */
async function timeOfStart(): Promise<number> {
  const folder = await temporaryFolder('bench');
  try {
    const [data, hook, said] = ['data.csv', 'hook.cjs', 'time.txt'].map((name) =>
      join(folder, name),
    );
    const rows = Array.from({ length: 50 }, (_, i) => `${i % 7},${(i * i) % 11}`);
    writeFileSync(data!, `y,x\n${rows.join('\n')}\n`);
    writeFileSync(hook!, hookCode(said!));
    for (let run = 0; run < 2; run++) {
      const args = ['--require', hook!, commandFile, 'ols', data!, 'y ~ x'];
      const env = { ...process.env, XDG_CACHE_HOME: folder };
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
      if (status !== 0) throw new Error(stderr);
    }
    return Number(readFileSync(said!, 'utf8'));
  } finally {
    await removeTree(folder);
  }
}

/** Writes the time of a process on the processor to a file when it ends. */
const hookCode = (path: string) => `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(${JSON.stringify(path)}, String((user + system) / 1000));
});
`;
