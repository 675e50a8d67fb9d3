/**
 * The time of one worker over that of two, for a job folder and for a queue, in turns: `npm run bench:machines`. Two
 * processors that are free give about 2. Starts, the plan and the merge are left out.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { key, startProcess, startValkey } from './valkey.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-two-'));
const rounds = Number(process.env['ROUNDS'] ?? 3);
const reps = Number(process.env['REPS'] ?? 150_000);

async function wasmetrics(args: readonly string[], env: Record<string, string> = {}) {
  const all = { ...process.env, ...env };
  const child = spawn(process.execPath, [main, ...args], { cwd: root, env: all, stdio: 'ignore' });
  const [status] = (await once(child, 'exit')) as [number];
  if (status !== 0) throw new Error(`${args.join(' ')}: exit code ${status}`);
}

let jobs = 0;

async function planned(scheduler: string): Promise<string> {
  const job = join(folder, `${scheduler}-${++jobs}`);
  const seed = `bootstrap.seed=${jobs}`; // a queue keeps results
  const command = ['fit', 'examples/employment.yaml', '--set', `bootstrap.reps=${reps}`];
  const plan = ['plan', '--for', scheduler, '--parts', '2', '-o', job, '--', ...command];
  await wasmetrics([...plan, '--set', seed]);
  return job;
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

async function folderTime(together: boolean): Promise<number> {
  const job = await planned('parallel');
  const part = (index: number) => wasmetrics(['run', job, '--shard', `${index}/2`]);
  return seconds(async () => {
    if (together) return Promise.all([part(1), part(2)]);
    await part(1);
    return part(2);
  });
}

async function queueTime(url: string, count: number): Promise<number> {
  const job = await planned('bullmq');
  const workers: ChildProcess[] = [];
  for (let i = 0; i < count; ++i) workers.push(await startProcess(url, `worker-${i}`));
  try {
    return await seconds(() =>
      wasmetrics(['run', job, '--redis'], { REDIS_URL: url, WASMETRICS_QUEUE_KEY: key }),
    );
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
  }
}

const valkey = await startValkey();
const ratios: Record<string, number[]> = { 'job folder': [], queue: [] };
try {
  for (let round = 0; round < rounds; ++round) {
    const [one, two] = [await folderTime(false), await folderTime(true)];
    ratios['job folder']!.push(one / two);
    console.log(
      `job folder: ${one.toFixed(1)} s one after the other, ${two.toFixed(1)} s together`,
    );
    const [single, both] = [await queueTime(valkey.url, 1), await queueTime(valkey.url, 2)];
    ratios['queue']!.push(single / both);
    console.log(`queue: ${single.toFixed(1)} s with one worker, ${both.toFixed(1)} s with two`);
  }
  for (const [name, all] of Object.entries(ratios)) {
    const median = all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
    console.log(`${name}: one worker takes ${median.toFixed(2)} times as long as two`);
  }
} finally {
  await valkey.stop();
  rmSync(folder, { recursive: true });
}
