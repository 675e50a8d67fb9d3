/** GNU parallel of Debian and a queue run a planned job. `npm run test:image` builds the image. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { key, startProcess, startValkey } from './valkey.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-machines-'));
afterAll(() => rmSync(folder, { recursive: true }));

const command = ['fit', 'examples/employment.yaml', '--set', 'bootstrap.reps=20000', '--json'];
const wasmetrics = (...args: string[]) =>
  execFileSync(process.execPath, [main, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const log = (words: string) => process.stdout.write(`  ${words}\n`);

function planned(scheduler: string): string {
  const job = join(folder, `a "job" of $HOME's ${scheduler}`);
  wasmetrics('plan', '--for', scheduler, '--parts', '6', '-o', job, '--', ...command);
  return job;
}

function start(job: string, more: Record<string, string> = {}): Buffer {
  const env = { ...process.env, WASMETRICS: `'${process.execPath}' '${main}'`, ...more };
  execFileSync('sh', [join(job, 'run.sh')], { cwd: folder, env, stdio: 'pipe' });
  return readFileSync(join(job, 'result.json'));
}

it('GNU parallel and a queue run a planned job with the bytes of one process', async () => {
  const single = wasmetrics(...command);
  const parallel = start(planned('parallel'));
  const valkey = await startValkey();
  const workers = [await startProcess(valkey.url, 'a'), await startProcess(valkey.url, 'b')];
  try {
    const queue = start(planned('bullmq'), {
      REDIS_URL: valkey.url,
      WASMETRICS_QUEUE_KEY: key,
    });
    log(`one process  ${hash(single)}`);
    log(`GNU parallel ${hash(parallel)}`);
    log(`queue        ${hash(queue)}`);
    expect(parallel.equals(single)).toBe(true);
    expect(queue.equals(single)).toBe(true);
  } finally {
    for (const worker of workers) worker.kill('SIGKILL');
    await valkey.stop();
  }
}, 600_000);
