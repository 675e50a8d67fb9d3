/** `wasmetrics verify`: bundles rerun alike, alterations are refused by name, and changed results are counted. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Workplace, workplace } from '../run.js';
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
    expect(status).toBe(0);
  },
  minute,
);

test(
  'code of the bundle runs only with --their-engine',
  async () => {
    cpSync(at('whole'), at('other'), { recursive: true });
    const engine = 'console.error("the engine of the bundle ran");\nprocess.exit(1);\n';
    writeFileSync(at('other', 'engine', 'wasmetrics.js'), engine);
    hideEngine(at('other'));
    for (const flags of [[], ['--own-engine']]) {
      const own = await place.wasmetrics(['verify', 'other', ...flags]);
      expect(own.stdout).toContain('Table T1: identical\n');
      expect(own.status).toBe(0);
    }
    const theirs = await place.wasmetrics(['verify', 'other', '--their-engine']);
    expect(theirs.stdout).toContain('it is a program of somebody else');
    expect(theirs.stderr).toMatch(/^wasmetrics: [^\n]*the engine of the bundle ran[^\n]*\n$/);
    expect(theirs.status).toBe(1);
  },
  minute,
);

test(
  'the engine of a bundle gives the same as the installed one',
  async () => {
    const { status, stdout } = await place.wasmetrics(['verify', 'whole', '--their-engine']);
    expect(stdout).toContain('It is the engine of this program.');
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
    expect(synthetic.stdout).toContain('The numbers of the paper were not made.');
    expect(synthetic.status).toBe(13);
    cpSync(at('paper', 'data.csv'), at('secret', 'study', 'data.csv'));
    const real = await place.wasmetrics(['verify', 'secret']);
    expect(real.stdout).toContain('Study: study/paper.yaml');
    expect(real.status).toBe(0);
    writeFileSync(at('secret', 'study', 'data.csv'), 'id,year,y,x\n');
    const other = await place.wasmetrics(['verify', 'secret']);
    expect(other.status).toBe(10);
    expect(other.stderr).toContain('not that of the data of the paper: study/data.csv');
  },
  minute,
);

/** Writes the manifest of an altered bundle again, as somebody would who hides an alteration. */
function hide(folder: string, ...changed: string[]): void {
  const path = join(folder, 'manifest-sha256.txt');
  let manifest = readFileSync(path, 'utf8');
  for (const file of changed) {
    const hash = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    manifest = manifest.replace(
      new RegExp(`^.*  ${file.replace(/\./g, '\\.')}$`, 'm'),
      `${hash}  ${file}`,
    );
  }
  writeFileSync(path, manifest);
}

/** Names an altered engine in `bundle.json` and in the manifest. */
function hideEngine(folder: string): void {
  const path = join(folder, 'bundle.json');
  const facts = JSON.parse(readFileSync(path, 'utf8')) as {
    engine: { files: { path: string; bytes: number; sha256: string }[] };
  };
  for (const file of facts.engine.files) {
    const bytes = readFileSync(join(folder, file.path));
    file.bytes = bytes.length;
    file.sha256 = createHash('sha256').update(bytes).digest('hex');
  }
  writeFileSync(path, JSON.stringify(facts));
  hide(folder, 'bundle.json', ...facts.engine.files.map((file) => file.path));
}

function change(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

/** An alteration of a bundle, the exit code, and what verify says. */
type Alteration = readonly [
  name: string,
  alter: (folder: string) => void,
  status: number,
  says: string,
];

const alterations: readonly Alteration[] = [
  [
    'a cell of the data',
    (folder) => change(folder, 'study/data.csv', '2010', '2009'),
    10,
    'bundle: found altered files, whose bytes are not those of the manifest: study/data.csv; nothing was run',
  ],
  [
    'a number of a table',
    (folder) => change(folder, 'outputs/tables/T2.md', /0\.\d/, '0.9'),
    10,
    'found altered files, whose bytes are not those of the manifest: outputs/tables/T2.md',
  ],
  [
    'the engine',
    (folder) => change(folder, 'engine/wasmetrics.js', /$/, '\n'),
    10,
    'bundle: expected the engine that the manifest names',
  ],
  [
    'the engine and its line of the manifest',
    (folder) => {
      change(folder, 'engine/wasmetrics-worker.js', /$/, '\n');
      hide(folder, 'engine/wasmetrics-worker.js');
    },
    10,
    'of engine/wasmetrics-worker.js',
  ],
  [
    'a file that is missing',
    (folder) => unlinkSync(join(folder, 'outputs/results.json')),
    10,
    'found missing files, which the manifest names and which are not there: outputs/results.json',
  ],
  [
    'a file that was added',
    (folder) => writeFileSync(join(folder, 'engine', 'extra.js'), ''),
    10,
    'found additional files, which the manifest does not name: engine/extra.js',
  ],
  [
    'a link',
    (folder) => symlinkSync('/etc/passwd', join(folder, 'study', 'link.csv')),
    10,
    'found the link "study/link.csv"',
  ],
  [
    'a named pipe',
    (folder) => spawnSync('mkfifo', [join(folder, 'study', 'pipe.csv')]),
    10,
    'found "study/pipe.csv", which is a named pipe',
  ],
  [
    'no manifest',
    (folder) => unlinkSync(join(folder, 'manifest-sha256.txt')),
    10,
    'expected the file manifest-sha256.txt, found none',
  ],
  [
    'a manifest with a path that leaves the folder',
    (folder) => change(folder, 'manifest-sha256.txt', '  README.md', '  ../README.md'),
    10,
    'found "../README.md", which leaves the folder',
  ],
  [
    'a study that reads another file, sealed',
    (folder) => {
      change(folder, 'study/paper.yaml', 'data: data.csv', 'data: /etc/passwd');
      hide(folder, 'study/paper.yaml');
    },
    10,
    'study: data: expected a file inside the bundle',
  ],
  [
    'a study that reads a file above the bundle, sealed',
    (folder) => {
      change(folder, 'study/paper.yaml', 'data: data.csv', 'data: ../../data.csv');
      hide(folder, 'study/paper.yaml');
    },
    10,
    'found ../../data.csv; move the file next to the study',
  ],
  [
    'facts that are none, sealed',
    (folder) => {
      writeFileSync(join(folder, 'bundle.json'), '{"bundle": 1}');
      hide(folder, 'bundle.json');
    },
    10,
    'bundle.json: venue:',
  ],
  [
    'a formula, sealed',
    (folder) => {
      change(folder, 'study/paper.yaml', 'formula: y ~ x }', 'formula: y ~ x + x2 }');
      hide(folder, 'study/paper.yaml');
    },
    9,
    'Table T1: identical',
  ],
  [
    'a value of the data, sealed',
    (folder) => {
      change(folder, 'study/data.csv', /^1,2011,[\d.]+/m, '1,2011,9.5');
      hide(folder, 'study/data.csv');
    },
    9,
    'cells differ, largest',
  ],
];

describe('an alteration', () => {
  test.each(alterations)(
    'of %s is named',
    async (_, alter, status, says) => {
      rmSync(at('altered'), { recursive: true, force: true });
      mkdirSync(at('altered'));
      cpSync(at('whole'), at('altered'), { recursive: true });
      alter(at('altered'));
      const run = await place.wasmetrics(['verify', 'altered']);
      expect(run.stdout + run.stderr).toContain(says);
      expect(run.status).toBe(status);
      if (status === 10) expect(run.stdout).not.toContain('identical');
    },
    minute,
  );

  test('is an error with its code in JSON', async () => {
    writeFileSync(at('altered', 'README.md'), 'other');
    const { stderr } = await place.wasmetrics(['verify', 'altered', '--json']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'bundle-altered' } });
  });
});
