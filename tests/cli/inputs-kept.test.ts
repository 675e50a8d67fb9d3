/** Every option that names a file to write, with each spelling of a file that the command reads. */
import { linkSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, panelRows } from '../panel-rows.js';
import { workplace, type Workplace } from './run.js';

const text = csv(panelRows());
const endings = ['csv', 'svg', 'json', 'zip', 'md', 'txt'] as const;
type Ending = (typeof endings)[number];

/** A data file of that ending; the readers go by content. */
const data = (ending: Ending) => `data.${ending}`;
const model = (ending: Ending) => `m-${ending}.yaml`;
const study = (ending: Ending) => `s-${ending}.yaml`;

let place: Workplace;
beforeAll(() => {
  place = workplace();
  mkdirSync(join(place.folder, 'sub'));
  place.file('id.csv', 'id\n1\n2\n');
  for (const ending of endings) {
    const name = place.file(data(ending), text);
    linkSync(join(place.folder, name), join(place.folder, `hard.${ending}`));
    symlinkSync(name, join(place.folder, `soft.${ending}`));
    symlinkSync(`../${name}`, join(place.folder, 'sub', `soft.${ending}`));
    place.file(model(ending), `data: ${name}\nestimator: ols\nformula: y ~ x\n`);
    const tables = 'tables: {T1: {models: [{estimator: ols, formula: y ~ x}]}}';
    place.file(study(ending), `study: 1\ndata: ${name}\n${tables}\n`);
  }
});
afterAll(() => place.remove());

/** An output of a command: the arguments, with the place of its file, and the ending that it must have. */
const outputs: Readonly<Record<string, readonly [(file: string) => string[], Ending]>> = {
  'convert OUT': [(file) => ['convert', data('csv'), file], 'csv'],
  'convert OUT, merged': [
    (file) => ['convert', 'id.csv', file, '--merge', `file: ${data('csv')}, on: id`],
    'csv',
  ],
  'convert OUT, queried': [
    (file) => ['convert', '--sql', `select * from '${data('csv')}'`, file],
    'csv',
  ],
  'fit --save': [(file) => ['fit', model('csv'), '--save', file], 'csv'],
  'fit --tidy': [(file) => ['fit', model('csv'), '--tidy', file], 'csv'],
  'fit --glance': [(file) => ['fit', model('json'), '--glance', file], 'json'],
  'fit --fixed-effects': [(file) => ['fit', model('json'), '--fixed-effects', file], 'json'],
  'fit --replicates': [
    (file) => ['fit', model('csv'), '--bootstrap', '9', '--workers', '0', '--replicates', file],
    'csv',
  ],
  'fit --checkpoint': [
    (file) => ['fit', model('json'), '--bootstrap', '9', '--workers', '0', '--checkpoint', file],
    'json',
  ],
  'bench --svg': [(file) => ['bench', model('svg'), '--svg', file], 'svg'],
  'ols --save': [(file) => ['ols', data('csv'), 'y ~ x', '--save', file], 'csv'],
  'predict --save': [(file) => ['predict', model('csv'), '--save', file], 'csv'],
  'predict --new': [
    (file) => ['predict', model('csv'), '--new', data('json'), '--save', file],
    'json',
  ],
  'index --out': [
    (file) => ['index', 'equal', data('csv'), '--columns', 'y:+,x:+', '--out', file],
    'csv',
  ],
  'describe --output': [(file) => ['describe', data('md'), '--output', file], 'md'],
  'correlate --output': [
    (file) => ['correlate', data('md'), '--columns', 'y,x', '--output', file],
    'md',
  ],
  'table --output': [(file) => ['table', model('md'), '--output', file], 'md'],
  'plot --output': [(file) => ['plot', 'coefficients', model('svg'), '--output', file], 'svg'],
  'plot --table': [(file) => ['plot', 'coefficients', model('csv'), '--table', file], 'csv'],
  'multiverse --csv': [
    (file) => ['multiverse', model('csv'), '--over', 'where: [x > 0, x < 9]', '--csv', file],
    'csv',
  ],
  'multiverse --svg': [
    (file) => ['multiverse', model('svg'), '--over', 'where: [x > 0, x < 9]', '--svg', file],
    'svg',
  ],
  'multiverse --output': [
    (file) => ['multiverse', model('md'), '--over', 'where: [x > 0, x < 9]', '--output', file],
    'md',
  ],
  'groups --output': [
    (file) => ['groups', model('md'), '--of', 'x', '--by', 'year', '--output', file],
    'md',
  ],
  'margins --output': [(file) => ['margins', model('md'), '--of', 'x', '--output', file], 'md'],
  'permute --output': [
    (file) => ['permute', model('md'), '--of', 'x', '--reps', '99', '--output', file],
    'md',
  ],
  'test --output': [(file) => ['test', model('md'), 'x = 0', '--output', file], 'md'],
  'describe --balance': [
    (file) => ['describe', data('md'), '--by', 'year', '--balance', '--output', file],
    'md',
  ],
  'panel-report --svg': [
    (file) => ['panel-report', data('svg'), '--unit', 'id', '--time', 'year', '--svg', file],
    'svg',
  ],
  'plan --output': [
    (file) => [
      ...['plan', '--for', 'slurm', '--output', file],
      ...['--', 'fit', model('txt'), '--set', 'bootstrap.reps=99'],
    ],
    'txt',
  ],
  'init OUT': [(file) => ['init', data('csv'), file], 'csv'],
  'bundle --out file.zip': [(file) => ['bundle', study('zip'), '--out', file], 'zip'],
  'bundle --out folder': [(file) => ['bundle', study('txt'), '--out', file], 'txt'],
  'bundle --outputs-only': [
    (file) => ['bundle', study('txt'), '--outputs-only', '--out', file],
    'txt',
  ],
  'bundle --measure': [
    (file) => ['bundle', study('json'), '--outputs-only', '--out', 'rerun', '--measure', file],
    'json',
  ],
};

const spellings: Readonly<Record<string, (ending: Ending) => string>> = {
  'its name': data,
  'a longer path': (ending) => `sub/../${data(ending)}`,
  'an absolute path': (ending) => join(place.folder, data(ending)),
  'a hard link': (ending) => `hard.${ending}`,
  'a symbolic link': (ending) => `soft.${ending}`,
  'a symbolic link in a folder': (ending) => join('sub', `soft.${ending}`),
};

describe.each(Object.keys(outputs))('%s', (output) => {
  test.each(Object.keys(spellings))('never writes over the data by %s', async (spelling) => {
    const [args, ending] = outputs[output]!;
    const { status, stderr } = await place.wasmetrics(args(spellings[spelling]!(ending)));
    expect(stderr).toMatch(/^wasmetrics: /);
    expect(stderr).not.toMatch(/E[A-Z]{4,}:|unknown option|required option|unknown command/);
    expect([2, 3]).toContain(status);
    for (const one of endings) {
      expect(readFileSync(join(place.folder, data(one)), 'utf8')).toBe(text);
    }
  });
});

test('the files of a bundle never replace the data', async () => {
  place.file('results.json', text);
  place.file('paper.yaml', 'study: 1\ndata: results.json\ntables: {T1: {describe: [x]}}\n');
  const args = ['bundle', 'paper.yaml', '--outputs-only', '--out', '.'];
  const { status, stderr } = await place.wasmetrics(args);
  expect(stderr).toContain('expected another file than the data (results.json)');
  expect(status).toBe(3);
  expect(place.read('results.json').toString()).toBe(text);
});

describe('outputs that a study names', () => {
  const written = (keys: string) =>
    `study: 1\ndata: data.csv\n${keys}\ntables: {T1: {models: [{estimator: ols, formula: y ~ x}]}}\n`;

  test.each([
    'out: {csv: data.csv}',
    'out: {csv: sub/../hard.csv}',
    'out: {json: data.json}\nmerge: {file: data.json, on: [id, year], kind: "1:1"}',
    'out: {markdown: paper.yaml}',
    'out: {csv: [soft.csv]}',
    'out: {bundle: data.zip}\nmerge: {file: data.zip, on: [id, year], kind: "1:1"}',
    'out: {figures: data.csv}\nfigures: {F1: {coefficients: x, of: T1}}',
    'out: {csv: data.csv/t.csv}',
  ])('%s', async (keys) => {
    const paper = written(keys);
    place.file('paper.yaml', paper);
    const { status, stderr } = await place.wasmetrics(['study', 'paper.yaml']);
    expect(stderr).toMatch(/^wasmetrics: /);
    expect(status).not.toBe(0);
    expect(place.read('paper.yaml').toString()).toBe(paper);
    for (const one of endings) expect(place.read(data(one)).toString()).toBe(text);
  });
});
