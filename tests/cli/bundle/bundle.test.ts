/** `wasmetrics bundle`: what is in a bundle, for each journal, and that a second one has the same bytes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from '../run.js';
import { studies, writeStudy } from './study.js';

let place: Workplace;
const cache = ['--cache', 'cache'];
const minute = 60_000;

beforeAll(async () => {
  place = workplace();
  const study = writeStudy(place, studies.whole);
  const made = await place.wasmetrics(['bundle', study, '-o', 'bundle', ...cache]);
  expect(made).toMatchObject({ status: 0, stdout: '' });
  expect(made.stderr).toMatch(/^wrote bundle: \d+ files; search README.md for TODO\n$/);
}, 5 * minute);

afterAll(() => place.remove());

const filesIn = (folder: string) =>
  readdirSync(join(place.folder, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(place.folder, folder).length + 1))
    .sort();

const text = (path: string) => readFileSync(join(place.folder, path), 'utf8');

test('a bundle has study, data, outputs, engine and documents', () => {
  expect(filesIn('bundle')).toMatchInlineSnapshot(`
    [
      "LICENSE.txt",
      "README.md",
      "bundle.json",
      "codebook.csv",
      "codebook.md",
      "engine/LICENSES.txt",
      "engine/package.json",
      "engine/packages.js",
      "engine/texts/audit.js",
      "engine/texts/bundle.js",
      "engine/texts/explanations.js",
      "engine/texts/fflate.js",
      "engine/texts/fzstd.js",
      "engine/texts/htmlparser2.js",
      "engine/texts/interchange.js",
      "engine/texts/letter-frequencies.js",
      "engine/texts/saxen.js",
      "engine/texts/string-width.js",
      "engine/texts/study.js",
      "engine/texts/yaml.js",
      "engine/texts/zh-explanations.js",
      "engine/texts/zh-help.js",
      "engine/texts/zh.js",
      "engine/wasmetrics-0.1.0.tgz",
      "engine/wasmetrics-worker.js",
      "engine/wasmetrics.js",
      "engine/wasmetrics.wasm",
      "log/run.json",
      "log/run.log",
      "manifest-sha256.txt",
      "outputs/figures/F1.json",
      "outputs/figures/F1.svg",
      "outputs/numbers.json",
      "outputs/paper/numbers.tex",
      "outputs/paper/results.md",
      "outputs/paper/tables.tex",
      "outputs/report.txt",
      "outputs/results.json",
      "outputs/tables/T1.csv",
      "outputs/tables/T1.md",
      "outputs/tables/T2.csv",
      "outputs/tables/T2.md",
      "ro-crate-metadata.json",
      "run.cmd",
      "run.sh",
      "setup.sh",
      "study/data.csv",
      "study/paper.yaml",
      "study/results.md.tmpl",
    ]
  `);
  expect(text('bundle/study/paper.yaml')).toBe(studies.whole);
  expect(text('bundle/outputs/paper/results.md')).toMatch(/^The coefficient is 0\.\d+/);
  expect(text('bundle/codebook.csv')).toContain('x2,,,number,54,6,');
  expect(text('bundle/codebook.csv')).toContain('built: x * x');
});

test(
  'a second bundle has the same bytes, as a folder and as a zip file',
  async () => {
    const { stderr } = await place.wasmetrics([
      'bundle',
      'paper/paper.yaml',
      '-o',
      'again',
      ...cache,
    ]);
    expect(stderr).toContain('wrote again');
    expect(filesIn('again')).toEqual(filesIn('bundle'));
    for (const path of filesIn('bundle')) {
      expect(place.read(`again/${path}`).equals(place.read(`bundle/${path}`)), path).toBe(true);
    }
    const zips = [];
    for (const venue of ['restud', 'ej']) {
      const args = ['bundle', 'paper/paper.yaml', '--for', venue, '-o', `${venue}/paper.zip`];
      await place.wasmetrics([...args, '--record', 'bundle/log/run.json']);
      zips.push(place.read(`${venue}/paper.zip`));
    }
    expect(zips.map((zip) => zip.subarray(0, 2).toString())).toEqual(['PK', 'PK']);
  },
  5 * minute,
);

test('a folder with files is not overwritten, and venues take what they take', async () => {
  const run = (...args: string[]) => place.wasmetrics(['bundle', 'paper/paper.yaml', ...args]);
  const full = await run('-o', 'bundle');
  expect(full.stderr).toContain('expected an empty folder or a new one');
  expect((await run('--for', 'aea', '-o', 'a.zip')).stderr).toContain('takes no zip files');
  expect((await run('--for', 'ej', '-o', 'folder')).stderr).toContain('ends in .zip');
  expect((await run('--overwrite', '-o', 'paper')).stderr).toContain('found other files');
  expect(existsSync(join(place.folder, 'paper/paper.yaml'))).toBe(true);
});

test(
  '--check ticks the form, and --seal accepts texts that the author filled in',
  async () => {
    const check = () => place.wasmetrics(['bundle', '--check', '--for', 'aea', 'again']);
    const before = await check();
    expect(before.status).toBe(0);
    expect(before.stdout).toContain('[x] A README follows the template');
    expect(before.stdout).toContain('TODO: tick it in "Statement about Rights" if it is true');
    expect(before.stdout).toMatch(/18 met, 11 TODO, 0 missing/);
    place.file('again/README.md', text('again/README.md').replace(/TODO/g, 'Said'));
    expect((await place.wasmetrics(['verify', 'again'])).status).toBe(10);
    expect((await place.wasmetrics(['bundle', '--seal', 'again'])).stderr).toContain(
      'sealed again',
    );
    const after = await check();
    expect(after.stdout).toContain('[x] Data and software are cited');
    place.file('again/study/data.csv', 'id,year,y,x,group\n');
    const sealed = await place.wasmetrics(['bundle', '--seal', 'again']);
    expect(sealed.stderr).toContain('found others: study/data.csv');
  },
  minute,
);

test(
  'a study writes its bundle with out.bundle',
  async () => {
    const study = `${studies.bootstrap}out: { bundle: made.zip }\n`;
    const path = place.file('paper/small.yaml', study);
    const args = ['study', path, '--no-cache'];
    const { status, stderr } = await place.wasmetrics(args);
    expect(status).toBe(0);
    expect(stderr).toContain('wrote paper/made.zip: 41 files');
    const { stdout } = await place.wasmetrics(['verify', 'paper/made.zip', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'identical',
      facts: { seeds: [{ seed: 3 }] },
    });
  },
  5 * minute,
);
