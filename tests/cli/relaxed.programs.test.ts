/** The relaxed build: close to the default one, named in results, and never combined with it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { FitResult } from 'wasmetrics';

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Node 20 has the instructions behind a flag that later versions do not know. */
const isBehindFlag = Number(process.versions.node.split('.')[0]) < 22;
const flag = isBehindFlag ? ['--experimental-wasm-relaxed-simd'] : [];
const boot = ['--bootstrap', '600', '--seed', '3', '--json'];
const dpd = [
  'dpd',
  pathOf('examples/abdata.csv'),
  'n ~ L.n + w + k',
  '--unit',
  'id',
  '--time',
  'year',
];
const command = [...dpd, '--gmm', 'n,2:4', '--iv', 'w,k', ...boot];

function wasmetrics(args: readonly string[], nodeOptions: readonly string[] = flag) {
  const all = [...nodeOptions, pathOf('dist/cli/main.js'), ...args];
  return spawnSync(process.execPath, all, { cwd: folder, encoding: 'utf8' });
}

const fitOf = (args: readonly string[]) => JSON.parse(wasmetrics(args).stdout) as FitResult;

describe('--engine relaxed', () => {
  it('gives the numbers of the default build to 9 digits, and names itself', () => {
    const strict = fitOf(command);
    const relaxed = fitOf([...command, '--engine', 'relaxed']);
    expect([strict.engine.wasm, relaxed.engine.wasm]).toEqual(['simd', 'relaxed']);
    expect(relaxed.engine.sha256).not.toBe(strict.engine.sha256);
    for (const [name, value] of Object.entries(strict.params)) {
      const { [name]: other } = relaxed.params;
      expect(Math.abs(other! - value)).toBeLessThan(1e-9 * Math.abs(value));
      const [before, after] = [strict, relaxed].map((fit) => fit.bootstrap!.stdErrors[name]!);
      expect(Math.abs(after! - before!)).toBeLessThan(1e-8 * before!);
    }
  });

  it('has the same bits for any number of workers', () => {
    const run = (workers: string) =>
      wasmetrics([...command, '--engine', 'relaxed', '--workers', workers]).stdout;
    const alone = run('0');
    expect(JSON.parse(alone)).toMatchObject({ engine: { wasm: 'relaxed' } });
    expect(run('2')).toBe(alone);
  });

  it('does not continue a checkpoint of the default build', () => {
    expect(wasmetrics([...command, '--checkpoint', 'part.wasmreps']).status).toBe(0);
    const resume = ['--checkpoint', 'part.wasmreps', '--resume', '--engine', 'relaxed'];
    const { status, stderr } = wasmetrics([...command, ...resume]);
    expect(status).toBe(3);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'other-run' } });
  });

  it('is the build of a job folder that was planned with it', () => {
    const planned = [...command, '--engine', 'relaxed'];
    const plan = ['plan', '--for', 'parallel', '--parts', '2', '-o', 'job', '--', ...planned];
    expect(wasmetrics(plan).status).toBe(0);
    expect(wasmetrics(['run', 'job', '--shard', '1/1']).status).toBe(0);
    expect(wasmetrics(['merge', 'job']).stdout).toBe(wasmetrics(planned).stdout);
  });

  it('is refused where the host lacks the instructions', () => {
    const { status, stderr } = wasmetrics([...command, '--engine', 'relaxed'], []);
    // Later versions have them without a flag.
    expect(status).toBe(isBehindFlag ? 1 : 0);
    if (isBehindFlag)
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'no-relaxed-simd' } });
  });
});
