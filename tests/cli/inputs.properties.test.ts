/** No command writes over a file that it reads, by whatever name the file is given. */
import { linkSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from './run.js';
import { csv, panelRows } from '../panel-rows.js';

const data = csv(panelRows());
const other = 'year,cpi\n' + Array.from({ length: 30 }, (_, i) => `${1990 + i},${i}`).join('\n');
const template = 'n = {{T1.1.nobs}}\n';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  mkdirSync(join(place.folder, 'sub'));
  mkdirSync(join(place.folder, 'figures'));
  symlinkSync(place.folder, join(place.folder, 'sub/up'));
});
afterAll(() => place.remove());

/** Ways to name a file of the folder. */
const names: Readonly<Record<string, (file: string) => string>> = {
  plain: (file) => file,
  dotted: (file) => `./${file}`,
  around: (file) => `sub/../${file}`,
  absolute: (file) => join(place.folder, file),
  'through a folder': (file) => `sub/up/${file}`,
  'by a symbolic link': (file) => linked(file, symlinkSync),
  'by a hard link': (file) => linked(file, linkSync),
};

let links = 0;
function linked(file: string, link: (target: string, path: string) => void): string {
  const name = `link${++links}.${file.split('.').at(-1)!}`;
  link(join(place.folder, file), join(place.folder, name));
  return name;
}

const merge = ['--merge', 'file: other.csv, on: year'];
const query = "select * from 'data.csv'";

/** Commands that read `file` and write what they are told to. */
const commands: readonly (readonly [file: string, args: (out: string) => readonly string[]])[] = [
  ['data.csv', (out) => ['convert', 'data.csv', out, '--to', 'csv']],
  ['other.csv', (out) => ['convert', 'data.csv', out, '--to', 'csv', ...merge]],
  ['data.csv', (out) => ['convert', 'other.csv', out, '--to', 'csv', '--append', 'data.csv']],
  ['data.csv', (out) => ['convert', '--sql', query, out, '--to', 'csv']],
  ['data.csv', (out) => ['index', 'entropy', 'data.csv', '--columns', 'x,z', '-o', out]],
  ['other.csv', (out) => ['index', 'entropy', 'data.csv', '--columns', 'x,z', ...merge, '-o', out]],
  ['data.csv', (out) => ['describe', 'data.csv', '--output', out, '--to', 'csv']],
  ['other.csv', (out) => ['describe', 'data.csv', ...merge, '--output', out, '--to', 'csv']],
  ['data.csv', (out) => ['correlate', 'data.csv', '--columns', 'x,z', '--output', out]],
  [
    'data.csv',
    (out) => ['panel-report', 'data.csv', '--unit', 'id', '--time', 'year', '--svg', out],
  ],
  ['data.csv', (out) => ['ols', 'data.csv', 'y ~ x', '--save', out]],
  ['other.csv', (out) => ['ols', 'data.csv', 'y ~ x', ...merge, '--tidy', out]],
  ['data.csv', (out) => ['predict', 'data.csv', 'y ~ x', '--save', out]],
  ['data.csv', (out) => ['table', 'data.csv', 'y ~ x', '--output', out, '--to', 'csv']],
  ['data.csv', (out) => ['plot', 'coefficients', 'data.csv', 'y ~ x', '--table', out]],
];

const study = (out: string) => `data: data.csv
append: more.csv
merge: { file: other.csv, on: year }
panel: { unit: id, time: year }
text: notes.md.tmpl
tables: { T1: { models: [{ estimator: ols, formula: y ~ x }] } }
figures: { F1: { coefficients: x, of: T1.1 } }
out: ${out}
`;

function restore(): Readonly<Record<string, string>> {
  const files = {
    'data.csv': data,
    'other.csv': other,
    'more.csv': data,
    'notes.md.tmpl': template,
  };
  for (const [name, text] of Object.entries(files)) place.file(name, text);
  return files;
}

async function refused(args: readonly string[], files: Readonly<Record<string, string>>) {
  const { status, stderr } = await place.wasmetrics(args);
  expect(stderr).toMatch(/expected (?:another file than|a folder without files of)/);
  expect(status).toBe(3);
  for (const [name, text] of Object.entries(files)) expect(place.read(name).toString()).toBe(text);
}

const spelling = fc.constantFrom(...Object.keys(names));

describe('an input is not an output', () => {
  it('of a command', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...commands),
      spelling,
      async (command, way) => {
        const [file, args] = command;
        const files = restore();
        await refused(args(names[way]!(file)), files);
      },
    );
    await fc.assert(property, { seed: 8, numRuns: 120 });
  });

  it('of a study', async () => {
    const read = fc.constantFrom(
      'data.csv',
      'other.csv',
      'more.csv',
      'notes.md.tmpl',
      'paper.yaml',
    );
    const key = fc.constantFrom('csv', 'json', 'html', 'markdown', 'latex');
    const property = fc.asyncProperty(read, key, spelling, async (file, kind, way) => {
      place.file('paper.yaml', '');
      const files = restore();
      const text = study(`{ ${kind}: '${names[way]!(file)}' }`);
      place.file('paper.yaml', text);
      await refused(['study', 'paper.yaml', '--no-cache'], { ...files, 'paper.yaml': text });
    });
    await fc.assert(property, { seed: 9, numRuns: 60 });
  });

  it.each([
    ['out: { figures: figures }\n', 'figures/F1.svg'],
    ["out: { csv: 'sub/../data.csv' }\n", 'data.csv'],
  ])('of a study whose data is %j', async (out, file) => {
    const files = restore();
    place.file(file, data);
    const text = study('{ json: r.json }').replace(/^out: .*$/m, out.trim());
    place.file('paper.yaml', text.replace('data: data.csv', `data: ${file}`));
    await refused(['study', 'paper.yaml', '--no-cache'], { ...files, [file]: data });
  });

  it('of a bundle, as a zip file or a folder that it would delete', async () => {
    const files = restore();
    mkdirSync(join(place.folder, 'old'), { recursive: true });
    place.file('old/bundle.json', '{}');
    place.file('old/data.csv', data);
    place.file(
      'old.yaml',
      study('{ json: r.json }').replace('data: data.csv', 'data: old/data.csv'),
    );
    const args = ['bundle', 'old.yaml', '--out', 'old', '--overwrite'];
    await refused(args, { ...files, 'old/data.csv': data, 'old/bundle.json': '{}' });
    place.file('data.zip', data);
    place.file('zip.yaml', study('{ json: r.json }').replace('data: data.csv', 'data: data.zip'));
    await refused(['bundle', 'zip.yaml', '--out', './data.zip'], { ...files, 'data.zip': data });
  });
});
