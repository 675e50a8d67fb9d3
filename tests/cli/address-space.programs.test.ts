/** Commands under a limit of virtual memory, as SGE, LSF and PBS set it by `ulimit -v`. Each run is a process. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const fit = ['ols', join(root, 'examples/abdata.csv'), 'n ~ w', '--json', '--no-progress'];
const bootstrap = [...fit, '--bootstrap', '99', '--workers', '2'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'address-space-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Arguments of a shell that runs node with so many gigabytes of addresses. */
const limited = (gigabytes: number, args: readonly string[]) =>
  ['-c', `ulimit -v ${gigabytes * 2 ** 20}; exec "$@"`, 'sh', process.execPath, ...args] as const;

function run(gigabytes: number, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('sh', limited(gigabytes, args), {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe.skipIf(process.platform !== 'linux')('with few addresses', () => {
  // Data so large that workers begin, and more of them than the addresses have room for.
  const model = [main, 'fit', join(root, 'examples/employment.yaml'), '--json', '--no-progress'];
  const large = [...model, '--set', 'bootstrap.reps=4000', '--workers', '4'];

  let unlimited: string;
  beforeAll(() => {
    unlimited = spawnSync(process.execPath, large, { encoding: 'utf8' }).stdout;
  });

  test.each([2, 3, 4, 16])('of %d GB a bootstrap in workers has the same result', (gigabytes) => {
    expect(run(gigabytes, large)).toEqual({ status: 0, stdout: unlimited, stderr: '' });
  });

  test('exit codes and errors are those of the command', () => {
    const { status, stderr } = run(4, [main, 'ols', 'nothing.csv', 'y ~ x']);
    expect([status, stderr]).toEqual([3, 'wasmetrics: nothing.csv: file not found\n']);
  });

  test('the parts of a job folder run', () => {
    const plan = ['plan', '--for', 'parallel', '--parts', '2', '-o', 'job', '--', ...bootstrap];
    expect(run(4, [main, ...plan])).toMatchObject({ status: 0, stderr: '' });
    for (const part of ['1/2', '2/2']) {
      expect(run(4, [main, 'run', 'job', '--shard', part])).toMatchObject({ status: 0 });
    }
    const merged = run(4, [main, 'merge', 'job']);
    expect(merged).toEqual(run(4, [main, ...bootstrap]));
  });

  test('a signal of the scheduler reaches the command, which ends', async () => {
    const long = [...fit.slice(0, 3), '--bootstrap', '50000000', '--workers', '0', '--progress'];
    const child = spawn('sh', limited(4, [main, ...long]), { cwd: folder });
    await once(child.stderr, 'data');
    child.kill('SIGTERM');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect(code ?? signal).toBe('SIGTERM');
  });

  test('the library says what the limit is, and how to start', () => {
    const script = `
      const { ols } = await import(${JSON.stringify(join(root, 'dist/esm/index.js'))});
      const { readTable } = await import(${JSON.stringify(join(root, 'dist/esm/data.js'))});
      const fit = async () => ols(await readTable(${JSON.stringify(fit[1])}), { formula: 'n ~ w' });
      const words = ({ code, message }) => [code, message].join(' ');
      console.log(await fit().then(() => 'fits', words));`;
    const args = ['--input-type=module', '-e', script];
    const { stdout } = run(16, args); // room for one memory, and reading has another
    expect(stdout).toMatch(/^no-address-space engine: .*--disable-wasm-trap-handler/);
    expect(
      run(4, ['--disable-wasm-trap-handler', '--wasm-max-mem-pages=8192', ...args]).stdout,
    ).toBe('fits\n');
  });
});
