/** What a bundle says: README, form, manifest, comparison. */
import { expect, test } from 'vitest';
import {
  bundleFacts,
  bundleForm,
  checkBundle,
  checkManifest,
  compareOutputs,
  planBundle,
  resealedFiles,
  venueNames,
} from 'wasmetrics/bundle';
import { bytesOf, facts, numbers, outputsOf, results, sampleBundle, textOf } from './sample.js';

test('the README has the sections of the template, and marks what only the author can say', () => {
  const readme = textOf(sampleBundle().get('README.md'));
  expect(readme.split('\n').filter((line) => /^##? /.test(line))).toMatchInlineSnapshot(`
    [
      "# Data and code for: A paper",
      "## Overview",
      "## Data Availability and Provenance Statements",
      "## Dataset list",
      "## Computational requirements",
      "## Description of programs/code",
      "## Instructions to Replicators",
      "## List of tables and programs",
      "## References",
    ]
  `);
  expect(readme).toContain('| T1 | Main | `tables.T1` of `study/paper.yaml` |');
  expect(readme).toContain('| model T1.1 | 7 | 99 |');
  expect(readme).not.toContain('[x]');
  expect(readme).toContain('which is <10 minutes.');
  expect(readme.match(/TODO/g)!.length).toBeGreaterThan(5);
});

test('the metadata name every file and the run as an action', () => {
  const files = sampleBundle();
  const crate = JSON.parse(textOf(files.get('ro-crate-metadata.json'))) as {
    '@graph': Readonly<Record<string, unknown>>[];
  };
  const ids = crate['@graph'].map((entity) => entity['@id']);
  for (const path of files.keys()) {
    if (!/^(manifest|ro-crate)/.test(path)) expect(ids).toContain(path);
  }
  const run = crate['@graph'].find((entity) => entity['@id'] === '#run')!;
  expect(run).toMatchObject({ '@type': 'CreateAction', endTime: '2026-11-28T08:00:05Z' });
});

test('the form of each venue counts what is met and what is left to say', () => {
  for (const venue of venueNames) {
    const container = venue === 'aea' ? 'folder' : 'zip';
    const form = bundleForm(sampleBundle(), { venue, container, personal: [] });
    const broken = form.lines.filter(({ state }) => state === 'missing').map(({ id }) => id);
    expect(broken).toEqual([]);
    expect(form.todo).toBeGreaterThan(5);
    expect(form.lines.every(({ source }) => source.startsWith('https://'))).toBe(true);
  }
  const wrong = bundleForm(sampleBundle(), { venue: 'restud', container: 'folder' });
  expect(wrong.lines[0]).toMatchObject({ id: 'container', state: 'missing' });
});

test('the form is met once the author has said everything and sealed the bundle', () => {
  const files = new Map(sampleBundle());
  for (const path of ['README.md', 'LICENSE.txt']) {
    const text = textOf(files.get(path))
      .replace(/TODO/g, 'done')
      .replace(/- \[ \]/g, '- [x]');
    files.set(path, bytesOf(text));
  }
  const options = { venue: 'plain', container: 'folder', personal: [] } as const;
  expect(bundleForm(files, options).lines.filter(({ state }) => state !== 'met')).toMatchObject([
    { id: 'manifest', state: 'todo' },
  ]);
  const { files: sealed, before } = resealedFiles(files);
  expect(before.altered).toEqual(['LICENSE.txt', 'README.md']);
  expect(bundleForm(sealed, options)).toMatchObject({ todo: 0, missing: 0 });
  expect(checkBundle(sealed).absent).toEqual([]);
});

test('the manifest names files that are altered, missing and additional', () => {
  const files = new Map(sampleBundle());
  files.set('study/data.csv', bytesOf('other\n'));
  files.delete('run.sh');
  files.set('extra.txt', bytesOf(''));
  files.set('rerun/results.json', bytesOf(''));
  expect(checkManifest(files)).toMatchObject({
    altered: ['study/data.csv'],
    missing: ['run.sh'],
    additional: ['extra.txt'],
  });
});

test('a manifest that names outputs of a rerun is refused, as nobody would compare them', () => {
  const files = new Map(sampleBundle());
  const manifest = textOf(files.get('manifest-sha256.txt'));
  const line = `${manifest.slice(0, 64)}  rerun/results.json\n`;
  files.set('manifest-sha256.txt', bytesOf(manifest + line));
  expect(() => checkManifest(files)).toThrow('expected no file of rerun/');
});

test('the comparison counts cells as printed, numbers behind them, and the largest difference', () => {
  const changed = structuredClone(results);
  changed.tables.T1.body[0]!.cells[0] = { text: '0.501', value: 0.501, column: 1 };
  changed.tables.T1.body[1]!.cells[0]!.value = 0.1000001;
  changed.claims[0]!.verdict = 'not supported';
  const named = { 'T1.1.x': { ...numbers['T1.1.x'], value: 0.50001 } };
  const { items, identical } = compareOutputs(outputsOf(), outputsOf(changed, named));
  expect(identical).toBe(false);
  expect(items.map(({ kind, id, words }) => `${kind} ${id}: ${words}`)).toEqual([
    'table T1: 1 cell differs, largest 1e-3',
    'figure F1: identical',
    'claim H1: 1 part differs',
    'numbers in-text: identical as printed, 1 number differs behind the printed digits, largest 1e-5',
    'file outputs/figures/F1.svg: identical',
    'file outputs/numbers.json: differs from line 1 on',
    'file outputs/report.txt: identical',
    'file outputs/results.json: differs from line 1 on',
    'file outputs/tables/T1.md: identical',
  ]);
});

test.each(['a\\b.csv', '..\\data.csv', 'data\\a.csv'])('a path %s is refused', (data) => {
  const study = { data, tables: { T1: { describe: ['x'] } } };
  expect(() => planBundle(study, '/papers/paper.yaml')).toThrow('without backslashes');
});

test('the plan keeps the folders between a study and its data, and refuses files outside', () => {
  const study = { data: '../data/a.csv', tables: { T1: { describe: ['x'] } } };
  const plan = planBundle(study, '/home/me/paper/code/paper.yaml');
  expect(plan.study).toBe('study/code/paper.yaml');
  expect(plan.data[0]!.path).toBe('study/data/a.csv');
  const refused = expect.objectContaining({ code: 'bundle-outside' }) as Error;
  expect(() => planBundle(study, 'study/paper.yaml')).toThrow(refused);
  for (const data of ['/etc/passwd', 'C:\\a.csv', 'https://a.org/a.csv', '~/a.csv']) {
    expect(() => planBundle({ ...study, data }, '/p/paper.yaml')).toThrow(refused);
  }
});

test('the facts find items, seeds and failures in the outputs', () => {
  const study = {
    data: 'a.csv',
    tables: { T1: { describe: ['x'] }, T2: { describe: ['y'] } },
    figures: { F1: { heatmap: true } },
  } as const;
  const failed = [{ id: 'T2', error: { code: 'x', message: 'no column y' } }];
  const made = bundleFacts({
    plan: planBundle(study, '/p/paper.yaml'),
    venue: 'ej',
    engine: facts.engine,
    data: facts.data,
    outputs: outputsOf({ ...results, failed }),
  });
  expect(made.seeds).toEqual([{ place: 'model T1.1', seed: 7, reps: 99 }]);
  expect(made.items).toMatchObject([
    { id: 'T1', files: ['outputs/tables/T1.md'] },
    { id: 'T2', files: [], failed: 'no column y' },
    { id: 'F1', title: 'A figure of x.' },
  ]);
});
