/** A job folder from plan to merge, as machines and schedulers use it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raising } from '../raising.js';
import { workplace, type Workplace } from '../run.js';
import { csv, panelRows } from '../../panel-rows.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
});
afterAll(() => place.remove());

const dpd = ['dpd', 'panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:4', '--iv', 'x'];
const command = [...dpd, '--bootstrap', '600', '--seed', '3', '--json'];

async function planned(name: string, args: readonly string[] = command, parts = '4') {
  const plan = ['plan', '--for', 'slurm', '--parts', parts, '-o', name];
  const { status, stderr } = await place.wasmetrics([...plan, '--', ...args]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

const run = (name: string, shard: string) => place.wasmetrics(['run', name, '--shard', shard]);
const merge = (name: string, ...options: string[]) => place.wasmetrics(['merge', name, ...options]);

async function statusOf(name: string): Promise<object> {
  return JSON.parse((await place.wasmetrics(['status', name, '--json'])).stdout) as object;
}

describe('a job folder', () => {
  it('gives the bytes of one machine, whatever the parts and without the data', async () => {
    const { stdout: single } = await place.wasmetrics(command);
    place.file('moved.csv', csv(panelRows()));
    const moved = command.map((arg) => (arg === 'panel.csv' ? 'moved.csv' : arg));
    await planned('whole', moved);
    rmSync(join(place.folder, 'moved.csv'));
    expect(await statusOf('whole')).toEqual({
      parts: 4,
      done: 0,
      partial: 0,
      missing: 4,
      failed: [],
      resubmit: '1-4',
      replicatesDone: 0,
      replicates: 600,
    });
    for (const shard of ['4/4', '1/4', '2/3']) {
      const { status, stdout } = await run('whole', shard);
      expect([status, stdout]).toEqual([0, expect.stringMatching(/^part \d\/\d: \d+ replicates/)]);
    }
    expect((await run('whole', '1/4')).stdout).toBe('part 1/4: done before\n');
    expect(await statusOf('whole')).toMatchObject({
      done: 2,
      partial: 2,
      missing: 0,
      resubmit: '2-3',
      replicatesDone: 472, // in pieces of 64
    });
    const early = await merge('whole');
    expect([early.status, early.stdout]).toEqual([3, '']);
    expect(early.stderr).toMatch(/found 472: missing 192 to 255, 448 to 511/);
    const partial = await merge('whole', '--allow-partial');
    expect(partial.status).toBe(0);
    expect(JSON.parse(partial.stdout)).toMatchObject({
      bootstrap: { reps: 600, completed: 472, partial: true },
    });
    expect(partial.stderr).toBe('wasmetrics: PARTIAL: 472 of 600 replicates\n');
    await run('whole', '2/2');
    await run('whole', '1/2');
    expect((await merge('whole')).stdout).toBe(single);
  });

  it('prints and writes what the command would', async () => {
    const args = ['ols', 'panel.csv', 'y ~ x', '--bootstrap', '200', '--digits', '3'];
    const single = await place.wasmetrics([...args, '--tidy', 'single.csv']);
    await planned('text', [...args, '--tidy', 'merged.csv'], '2');
    for (const shard of ['1/2', '2/2']) expect((await run('text', shard)).status).toBe(0);
    expect(existsSync(join(place.folder, 'merged.csv'))).toBe(false);
    const { stdout, stderr } = await merge('text', '--out', '.');
    expect(stderr).toBe(`wasmetrics: merge: outputs are below ${place.folder}\n`);
    const untimed = (page: string) => page.replace(/;\s+[\d,]+\s+replicates per second/, '');
    expect(untimed(stdout)).toBe(untimed(single.stdout));
    expect(place.read('merged.csv')).toEqual(place.read('single.csv'));
  });

  it('refuses other data, another build, and parts of another plan', async () => {
    await planned('one');
    await planned(
      'two',
      command.map((arg) => (arg === '3' ? '4' : arg)),
    );
    await run('two', '1/1');
    const from = join(place.folder, 'two', 'parts', '1-of-1.1.wasmjobs');
    writeFileSync(join(place.folder, 'one', 'parts', '1-of-1.1.wasmjobs'), readFileSync(from));
    expect((await merge('one')).stderr).toMatch(/1-of-1.1.wasmjobs: belongs to another run/);
    expect(await statusOf('one')).toMatchObject({ done: 0, missing: 4 });
    const plan = place.read('one/plan.json').toString();
    const { engine } = JSON.parse(plan) as { engine: { sha256: string } };
    place.file('one/plan.json', plan.replace(engine.sha256, '0'.repeat(64)));
    expect((await run('one', '1/4')).stderr).toMatch(/expected wasmetrics .* with core 0000/);
    place.file('one/plan.json', plan);
    place.file('one/inputs/1-panel.csv', 'id,year,y,x\n1,1,1,1\n');
    expect((await merge('one')).stderr).toMatch(/1-panel.csv: expected the contents/);
    const [task] = readdirSync(join(place.folder, 'one', 'works'));
    place.file(`one/works/${task}`, '{}');
    expect((await run('one', '1/4')).stderr).toMatch(/.task: expected the contents/);
    expect(await statusOf('one')).toMatchObject({
      missing: 3,
      failed: [{ part: 1, code: 'other-data' }],
      resubmit: '2-4',
    });
    place.file('one/plan.json', '{"kind": "plan"}');
    expect((await merge('one')).stderr).toMatch(/plan.json: command: expected what/);
  });

  it('computes a broken part again, and sets its file aside', async () => {
    await planned('broken');
    for (const shard of ['1/2', '1/4', '2/4', '3/4']) await run('broken', shard);
    rmSync(join(place.folder, 'broken', 'parts', '1-of-2.1.wasmjobs'));
    const path = 'broken/parts/2-of-4.1.wasmjobs';
    const bytes = place.read(path);
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(join(place.folder, path), bytes);
    expect(await statusOf('broken')).toMatchObject({
      done: 2,
      failed: [{ part: 2, code: 'bad-checkpoint' }],
      resubmit: '2,4',
    });
    expect((await merge('broken')).stderr).toMatch(
      /^wasmetrics: 2-of-4.1.wasmjobs: expected the contents/,
    );
    const { status, stderr } = await run('broken', '2/4');
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/set aside as 2-of-4.1.wasmjobs.bad/),
    ]);
    await run('broken', '4/4');
    const { stdout } = await place.wasmetrics(command);
    expect((await merge('broken')).stdout).toBe(stdout);
  });
});

describe('a part that is stopped', () => {
  const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
  const long = command.map((arg) => (arg === '600' ? '40000' : arg));

  /** Runs a part that raises the signal once it has saved replicates; the exit code. */
  function stopped(name: string, signal: NodeJS.Signals): number | null {
    const raised = raising(signal, { adds: /\.wasmjobs$/ });
    const args = [...raised, main, 'run', name, '--shard', '1/1'];
    return spawnSync(process.execPath, args, { cwd: place.folder, stdio: 'ignore' }).status;
  }

  it('by SIGTERM writes what is finished and exits with 75; by SIGKILL it keeps its checkpoint', async () => {
    await planned('long', long, '1');
    expect(stopped('long', 'SIGTERM')).toBe(75);
    expect(stopped('long', 'SIGKILL')).toBeNull();
    const state = (await statusOf('long')) as { done: number; failed: unknown[] };
    expect(state).toMatchObject({ done: 0, failed: [] });
    expect((await run('long', '1/1')).status).toBe(0);
    expect((await merge('long')).stdout).toBe((await place.wasmetrics(long)).stdout);
  });

  it('by its time limit exits with 75', async () => {
    await planned('limit', long, '1');
    const args = ['run', 'limit', '--shard', '1/1', '--max-time', '1s', '--json'];
    const { status, stdout } = await place.wasmetrics(args); // the test process is older than that
    expect(status).toBe(75);
    expect(JSON.parse(stdout)).toMatchObject({ part: { index: 1, of: 1, partial: true } });
  });
});

describe('plan', () => {
  it.each([
    [
      ['ols', 'panel.csv', 'y ~ x'],
      /expected a command that repeats work, found ols without a bootstrap/,
    ],
    [['fit', '-'], /found standard input, which other machines cannot read/],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await place.wasmetrics(
      ['plan', '--for', 'parallel', '-o', 'none', '--', ...args],
      'x',
    );
    expect(status).toBeGreaterThan(1);
    expect(stderr).toMatch(message);
  });

  it('chooses parts by memory and by time, and writes scripts with these numbers', async () => {
    const small = ['--memory', '0.001', '-o', 'small', '--', ...command];
    const { stderr } = await place.wasmetrics(['plan', '--for', 'slurm', ...small]);
    expect(stderr).toMatch(/memory: expected more than [\d.]+ gigabytes/);
    const args = ['plan', '--for', 'slurm', '--minutes', '1e-9', '--json', '-o', 'timed'];
    const { stdout } = await place.wasmetrics([...args, '--', ...command]);
    const { parts } = JSON.parse(stdout) as { parts: number };
    expect(parts).toBe(10); // a piece of 64 each
    expect(place.read('timed/parts.sbatch').toString()).toContain(`--shard "$part/${parts}"`);
    expect(place.read('timed/submit.sh').toString()).toContain(`all=$(arrays "\${1:-1-${parts}}")`);
    const again = await place.wasmetrics([...args, '--', ...command]);
    expect(again.stderr).toMatch(/expected a new or empty folder, found files in timed/);
  });
});
