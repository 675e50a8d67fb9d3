/** What needs a separate process: the entry, exit codes, signals, pipes and a full disk. Each test starts one. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raising } from './raising.js';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

const manifest = new URL('../../package.json', import.meta.url);
const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: { wasmetrics: string } };
const main = fileURLToPath(new URL(`../../${bin.wasmetrics}`, import.meta.url));

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
});
afterAll(() => place.remove());

const dpd = ['dpd', 'panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:4', '--iv', 'x'];
const boot = [...dpd, '--bootstrap', '10000000', '--json', '--progress'];
const started = /"done":[1-9]/;

type Finished = SpawnSyncReturns<string>;

function start(args: readonly string[], input = '', stdout: 'pipe' | number = 'pipe'): Finished {
  const options = { cwd: place.folder, encoding: 'utf8', input } as const;
  return spawnSync(process.execPath, [main, ...args], {
    ...options,
    stdio: ['pipe', stdout, 'pipe'],
  });
}

/** Run a script of the shell in which `"$@"` is the command line. */
function shell(script: string, args: readonly string[]): Finished {
  const options = { cwd: place.folder, encoding: 'utf8' } as const;
  return spawnSync('sh', ['-c', script, 'sh', process.execPath, main, ...args], options);
}

/** Start a process that raises SIGINT itself once standard error matches `after`, and `again` at once if asked to. */
function interrupted(args: readonly string[], after: RegExp, { again = false } = {}): Finished {
  const raised = raising('SIGINT', { prints: after }, again);
  const options = { cwd: place.folder, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, [...raised, main, ...args], options);
}

describe('the command of the package', () => {
  it('runs through a link, as npm installs it', () => {
    symlinkSync(main, join(place.folder, 'wasmetrics'));
    const { status, stdout } = spawnSync('./wasmetrics', ['--version'], {
      cwd: place.folder,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it('prints the bytes of a run in this process, with paths relative to its folder', async () => {
    const args = [...dpd, '--bootstrap', '400', '--workers', '2', '--json'];
    const { status, stdout, stderr } = start(args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe((await place.wasmetrics(args)).stdout);
  });

  it('reads data from standard input', async () => {
    const { stdout } = start(['dpd', '-', ...dpd.slice(2)], csv(panelRows()));
    expect(stdout).toBe((await place.wasmetrics(dpd)).stdout);
  });

  it('reads a model from standard input', async () => {
    const model = (await place.wasmetrics([...dpd, '--print-model'])).stdout;
    expect(start(['fit', '-'], model).stdout).toBe((await place.wasmetrics(dpd)).stdout);
  });
});

describe('the exit code', () => {
  const keys = ['--unit', 'id', '--time', 'year'];
  const strict = ['--collinear', 'error'];
  const cue = ['gmm', 'panel.csv', 'y ~ 1 | x ~ L.x + z', ...keys, '--method', 'cue'];
  it.each<[number, string, string[]]>([
    [2, 'usage', ['fit', 'model.yaml', '--jsn']],
    [3, 'input', ['fit', 'none.yaml']],
    [4, 'identification', [...dpd.slice(0, 2), 'y ~ L.y + x + twice', ...dpd.slice(3), ...strict]],
    [6, 'no convergence', [...cue, '--max-iterations', '1', '--tolerance', '1e-14']],
  ])('is %d for an error of %s', (code, _, args) => {
    const { status, stdout, stderr } = start(args);
    expect(stderr).toMatch(/^wasmetrics: .*\n$/);
    expect([status, stdout]).toEqual([code, '']);
  });
});

describe('Ctrl-C', () => {
  it('prints what is done and exits with 130', () => {
    const { status, stdout } = interrupted(boot, started);
    expect(status).toBe(130);
    const { bootstrap } = JSON.parse(stdout) as { bootstrap: { completed: number } };
    expect(bootstrap).toMatchObject({ partial: true, reps: 10_000_000 });
    expect(bootstrap.completed).toBeGreaterThan(0);
  });

  it('a second time ends the process at once', () => {
    const args = [...boot, '--replicates', 'all.csv'];
    const { status, signal } = interrupted(args, /"done":\d{5}/, { again: true });
    expect([status, signal]).toEqual([null, 'SIGINT']);
    expect(readdirSync(place.folder)).not.toContain('all.csv');
  });

  it('leaves a checkpoint that is resumed to the bits of a run that was not stopped', async () => {
    const args = [...dpd, '--bootstrap', '200000', '--json', '--checkpoint', 'long.wasmreps'];
    const stopped = interrupted([...args, '--progress'], started);
    expect(stopped.status).toBe(130);
    const resumed = start([...args, '--resume', '--progress']);
    expect(resumed.status).toBe(0);
    const [first] = resumed.stderr.split('\n');
    const { progress } = JSON.parse(first!) as { progress: { done: number } };
    const { bootstrap } = JSON.parse(stopped.stdout) as { bootstrap: { completed: number } };
    expect(progress.done).toBe(bootstrap.completed);
    expect(resumed.stdout).toBe((await place.wasmetrics(args.slice(0, -2))).stdout);
    const files = readdirSync(place.folder).filter((name) => name.startsWith('long'));
    expect(files).toEqual(['long.wasmreps']);
  });
});

describe('a pipe', () => {
  /** Some 200 kB of JSON, more than the 64 kB that a pipe holds. */
  const large = ['ols', 'wide.csv', 'y ~ x + i(id)', '--json'];
  beforeAll(() => place.file('wide.csv', csv(panelRows(80))));

  it('whose reader has seen enough ends the program without an error', () => {
    const script = '{ "$@"; echo $? > status; } | head -n 1';
    const { stdout, stderr } = shell(script, large);
    expect([stdout, stderr]).toEqual(['{\n', '']);
    expect(place.read('status').toString()).toBe('0\n');
  });

  it('whose reader is slow takes all of a long result', async () => {
    const { stdout } = shell('"$@" | { sleep 0.3; cat; }', large);
    expect(stdout.length).toBeGreaterThan(100_000);
    expect(stdout).toBe((await place.wasmetrics(large)).stdout);
  });

  it('of the progress that is closed leaves the result', async () => {
    const args = [...dpd, '--bootstrap', '400', '--json'];
    const script = '"$@" 2>&1 >out.json | true';
    shell(script, [...args, '--progress']);
    const expected = (await place.wasmetrics(args)).stdout;
    expect(place.read('out.json').toString()).toBe(expected);
  });
});

describe('a disk that fills up', () => {
  const long = [...dpd, '--bootstrap', '5000', '--json', '--workers', '1'];
  /** No file may grow beyond 64 blocks of 512 bytes. */
  const full = 'ulimit -f 64; exec "$@"';

  it('leaves the result printed, no part of a table, and an error that names the file', async () => {
    const { status, stdout, stderr } = shell(full, [...long, '--replicates', 'full.csv']);
    expect(status).toBe(1);
    expect(stdout).toBe((await place.wasmetrics(long)).stdout);
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'file-not-written', detail: { file: 'full.csv' } },
    });
    expect(readdirSync(place.folder).filter((name) => name.startsWith('full.csv'))).toEqual([]);
  });

  it('costs a run no replicate: the previous checkpoint is kept and a warning names the file', async () => {
    const args = [...long, '--checkpoint', 'full.wasmreps'];
    const { status, stdout } = shell(full, args);
    expect(status).toBe(0);
    const { bootstrap } = JSON.parse(stdout) as { bootstrap: { warnings: object[] } };
    expect(bootstrap.warnings).toMatchObject([{ code: 'checkpoint-not-written' }]);
    expect(stdout).toContain('full.wasmreps: writing failed');
    const resumed = await place.wasmetrics([...args, '--resume']);
    expect(resumed.stdout).toBe((await place.wasmetrics(long)).stdout);
  });

  it('under standard output ends in one line and exit code 1', () => {
    const readOnly = openSync(new URL(import.meta.url), 'r');
    const { status, stderr } = start(['--version'], '', readOnly);
    closeSync(readOnly);
    expect(stderr).toMatch(/^wasmetrics: standard output: writing failed: EBADF.*\n$/);
    expect(status).toBe(1);
  });
});
