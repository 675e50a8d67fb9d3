/** `wasmetrics verify`: bundles rerun alike, by which engine and from which data. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from '../run.js';
import { copyOf, forge, reseal } from './forged.js';
import { studies, writeStudy } from './study.js';

let place: Workplace;
const minute = 60_000;
const at = (...parts: string[]) => join(place.folder, ...parts);

beforeAll(async () => {
  place = workplace();
  for (const [name, study] of Object.entries(studies)) {
    const path = writeStudy(place, study);
    await place.wasmetrics(['bundle', path, '-o', name, '--no-cache']);
  }
  const path = writeStudy(place, studies.whole);
  await place.wasmetrics(['bundle', path, '-o', 'hash.zip', '--data', 'hash', '--no-cache']);
  await place.wasmetrics(['bundle', path, '-o', 'secret', '--confidential', '--no-cache']);
}, 10 * minute);

afterAll(() => place.remove());

test.each(Object.keys(studies))(
  'the bundle of the study %s reruns alike',
  async (name) => {
    const { status, stdout } = await place.wasmetrics(['verify', name]);
    expect(stdout).toContain('Table T1: identical\n');
    expect(stdout).toMatch(/In-text numbers \(\d+\): identical/);
    expect(stdout).toMatch(/Everything is identical after a run of [\d.]+ s\.\n$/);
    expect(stdout).toContain('Engine: that of this program; no other code runs\n');
    expect(stdout).toContain('Manifest: not signed, so anyone who changes a file can rewrite it\n');
    expect(status).toBe(0);
  },
  minute,
);

test(
  'code of the bundle runs only with --their-engine',
  async () => {
    cpSync(at('whole'), at('other'), { recursive: true });
    const engine = 'console.error("the engine of the bundle ran");\nprocess.exit(1);\n';
    const bytes = readFileSync(at('whole', 'engine', 'wasmetrics.js')).length; // README.md has the sum
    writeFileSync(at('other', 'engine', 'wasmetrics.js'), engine.padEnd(bytes));
    reseal(at('other'));
    for (const flags of [[], ['--own-engine']]) {
      const own = await place.wasmetrics(['verify', 'other', ...flags]);
      expect(own.stdout).toContain('Table T1: identical\n');
      expect(own.status).toBe(0);
    }
    const theirs = await place.wasmetrics(['verify', 'other', '--their-engine']);
    expect(theirs.stdout).toContain('a program that somebody else built');
    expect(theirs.stderr).toMatch(/^wasmetrics: [^\n]*the engine of the bundle ran[^\n]*\n$/);
    expect(theirs.status).toBe(1);
  },
  minute,
);

test(
  'the engine of a bundle gives the same as the installed one',
  async () => {
    const { status, stdout } = await place.wasmetrics(['verify', 'whole', '--their-engine']);
    expect(stdout).toContain('It is identical to the engine of this program.');
    expect(stdout).toContain('Table T1: identical\n');
    expect(status).toBe(0);
  },
  minute,
);

test(
  'the two commands of the README run from a bundle alone',
  () => {
    cpSync(at('whole'), at('fresh', 'replication'), { recursive: true });
    const cwd = at('fresh', 'replication');
    const commands = /```sh\n(node .*)\n(node .*)\n```/.exec(
      readFileSync(join(cwd, 'README.md'), 'utf8'),
    );
    const [run, verify] = commands!.slice(1).map((command) => {
      const [, ...args] = command.split(' ');
      const env = { PATH: process.env['PATH'] };
      return spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
    });
    expect(run!.status).toBe(0);
    expect(verify!.stdout).toContain('All outputs are identical');
    expect(verify!.stdout).toContain(
      'This program came with a bundle. An installed one proves more',
    );
    expect(verify!.status).toBe(12);
    expect(readFileSync(join(cwd, 'rerun', 'results.json'))).toEqual(
      readFileSync(join(cwd, 'outputs', 'results.json')),
    );
  },
  minute,
);

test(
  'data that are not shipped are asked for by name, and accepted by their hash',
  async () => {
    const absent = await place.wasmetrics(['verify', 'hash.zip']);
    expect(absent).toMatchObject({ status: 11, stderr: '' });
    expect(absent.stdout).toContain('data that the bundle does not ship:\n  study/data.csv');
    const synthetic = await place.wasmetrics(['verify', 'secret']);
    expect(synthetic.stdout).toContain('This run used synthetic data');
    expect(synthetic.stdout).toContain('need study/data.csv for T1, T2, F1');
    expect(synthetic.stdout).toContain('The numbers of the paper were not reproduced.');
    expect(synthetic.status).toBe(14);
    cpSync(at('paper', 'data.csv'), at('secret', 'study', 'data.csv'));
    const real = await place.wasmetrics(['verify', 'secret']);
    expect(real.stdout).toContain('Study: study/paper.yaml');
    expect(real.status).toBe(0);
    const forged = copyOf(at('secret'), at('secret-forged'));
    forge(forged, 'outputs');
    forge(forged, 'log');
    rmSync(join(forged, 'study', 'data.csv'));
    reseal(forged);
    expect((await place.wasmetrics(['verify', 'secret-forged'])).status).toBe(14);
    cpSync(at('paper', 'data.csv'), join(forged, 'study', 'data.csv'));
    expect((await place.wasmetrics(['verify', 'secret-forged'])).status).toBe(9);
    writeFileSync(at('secret', 'study', 'data.csv'), 'id,year,y,x\n');
    const other = await place.wasmetrics(['verify', 'secret']);
    expect(other.status).toBe(10);
    expect(other.stderr).toContain('not that of the data of the paper: study/data.csv');
  },
  minute,
);
