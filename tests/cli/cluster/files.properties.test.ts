/** The files of a job folder: links and pipes among them, odd names, marks from the future, and two plans at once. */
import {
  existsSync,
  lstatSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commonFolder, outputsOf } from '../../../cli/cluster/outputs.js';
import { shellWord } from '../../../bindings/entries/report.js';
import { workplace, type Workplace } from '../run.js';
import { csv, panelRows } from '../../panel-rows.js';

const command = ['ols', 'panel.csv', 'y ~ x', '--bootstrap', '200', '--json'];

let place: Workplace;
beforeAll(async () => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  await planned('job', command);
  await place.wasmetrics(['run', 'job', '--shard', '1/1']);
});
afterAll(() => place.remove());

async function planned(name: string, args: readonly string[]) {
  const plan = ['plan', '--for', 'parallel', '--parts', '2', '-o', name, '--', ...args];
  expect((await place.wasmetrics(plan)).stderr).toBe('');
}

const merge = (...more: string[]) => place.wasmetrics(['merge', 'job', ...more]);

describe('places of outputs', () => {
  it('are always below the root', async () => {
    const root = join(place.folder, 'root');
    const word = fc.oneof(fc.constantFrom('..', '.', 'a', 'b', ''), fc.string({ maxLength: 5 }));
    const path = fc.array(word, { maxLength: 6 }).map((words) => words.join('/'));
    await fc.assert(
      fc.asyncProperty(path, path, fc.boolean(), async (cwd, output, isAbsolute) => {
        const outputs = outputsOf(place.folder, `/${cwd}`, root);
        const found = await outputs
          .place(isAbsolute ? `/${output}` : output)
          .catch(() => undefined);
        expect(found === undefined || found.startsWith(`${root}/`)).toBe(true);
      }),
      { seed: 34, numRuns: 300 },
    );
  });

  it('have a folder in common', () => {
    expect(commonFolder('/home/me', ['/home/me/a.csv', '/home/me/b/c.csv'])).toBe('/home/me');
    expect(commonFolder('/home/me', ['/home/you/a.csv', '/home/me/b.csv'])).toBe('/home');
    expect(commonFolder('/home/me', ['/tmp/a.csv'])).toBe('/');
  });
});

describe('run', () => {
  it('writes through no link of the folder, and waits for no pipe', async () => {
    const victim = join(place.folder, 'precious');
    writeFileSync(victim, 'kept');
    const parts = join(place.folder, 'job', 'parts');
    rmSync(join(parts, '1-of-1.1.wasmjobs'));
    symlinkSync(victim, join(parts, '1-of-1.running'));
    symlinkSync(victim, join(parts, '1-of-1.failed.json.tmp'));
    symlinkSync('/dev/zero', join(parts, '1-of-2.1.wasmjobs'));
    const done = await place.wasmetrics(['run', 'job', '--shard', '1/1']);
    expect(done.status).toBe(0);
    expect(readFileSync(victim, 'utf8')).toBe('kept');
    expect((await merge()).stderr).toMatch(/1-of-2.1.wasmjobs: expected a part .*, found no file/);
    rmSync(join(parts, '1-of-2.1.wasmjobs'));
    expect((await merge()).status).toBe(0);
  });
});

describe('status', () => {
  it('counts no part as running that was marked in the future', async () => {
    await planned('later', command);
    const mark = join(place.folder, 'later', 'parts', '1-of-2.running');
    const status = async () =>
      JSON.parse((await place.wasmetrics(['status', 'later', '--json'])).stdout) as object;
    writeFileSync(mark, '1');
    expect(await status()).toMatchObject({ resubmit: '2' });
    const future = new Date(Date.now() + 10 * 365 * 86_400_000);
    utimesSync(mark, future, future);
    expect(await status()).toMatchObject({ resubmit: '1-2' });
  });

  it('reads failures that are none as one that cannot be read', async () => {
    const file = join(place.folder, 'later', 'parts', '1-of-2.failed.json');
    for (const text of [
      '',
      '[]',
      '{"code": 1}',
      `{"code": "x", "message": "${'y'.repeat(70_000)}"}`,
    ]) {
      writeFileSync(file, text);
      const { stdout } = await place.wasmetrics(['status', 'later', '--json']);
      expect(JSON.parse(stdout)).toMatchObject({ failed: [{ part: 1, code: 'unexpected' }] });
    }
    rmSync(file);
  });
});

describe('plan', () => {
  it('of two at once gives the folder to one', async () => {
    const args = ['plan', '--for', 'parallel', '--parts', '2', '-o', 'both', '--'];
    const both = await Promise.all([1, 2].map(() => place.wasmetrics([...args, ...command])));
    expect(both.map(({ status }) => status).sort()).toEqual([0, 2]);
    expect(both.map(({ stderr }) => stderr).join('')).toMatch(
      /expected a folder for this plan alone, found another plan in both|found files in both/,
    );
    expect((await place.wasmetrics(['run', 'both', '--shard', '1/1'])).status).toBe(0);
    expect((await place.wasmetrics(['merge', 'both'])).status).toBe(0);
  });

  it.each([
    'a\\b.csv',
    'with blanks.csv',
    "it's $(touch pwned).csv",
    'ein Ümlaut 数据.csv',
    `${'x'.repeat(250)}.csv`,
  ])('freezes %s', async (name) => {
    place.file(name, csv(panelRows()));
    const job = `job of ${name.slice(0, 20)}`;
    const command = ['ols', name, 'y ~ x', '--bootstrap', '100', '--json'];
    const single = await place.wasmetrics(command);
    await planned(job, command);
    expect((await place.wasmetrics(['run', job, '--shard', '1/1'])).status).toBe(0);
    expect((await place.wasmetrics(['merge', job])).stdout).toBe(single.stdout);
  });

  it('says which file is missing, and quotes the folder in the commands that it prints', async () => {
    const args = ['plan', '--for', 'slurm', '--parts', '2', '-o', "my job's folder", '--'];
    const { stdout } = await place.wasmetrics([...args, ...command]);
    expect(stdout).toContain(String.raw`cd 'my job'\''s folder' && sh submit.sh`);
    expect(stdout).toContain(String.raw`wasmetrics merge 'my job'\''s folder'`);
    expect(shellWord('plain-name_1.csv')).toBe('plain-name_1.csv');
    expect(lstatSync(join(place.folder, "my job's folder")).isDirectory()).toBe(true);
  });

  it('refuses commands that repeat no work before it runs them', async () => {
    const args = ['plan', '--for', 'slurm', '-o', 'none', '--'];
    const { status, stderr } = await place.wasmetrics([...args, 'convert', 'panel.csv', 'x.csv']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/found convert\n$/)]);
    expect(existsSync(join(place.folder, 'x.csv'))).toBe(false);
  });
});
