import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, panelRows } from '../panel-rows.js';
import { workplace, type Workplace } from './run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  place.file('ols.yaml', 'data: panel.csv\nestimator: ols\nformula: y ~ x\n');
  place.file('spec.yaml', 'table: {title: Wages, keep: [x]}\n');
});
afterAll(() => place.remove());

describe('wasmetrics table', () => {
  it('prints models and saved results side by side', async () => {
    const saved = await place.wasmetrics(['fit', 'ols.yaml', '--json']);
    place.file('fit.json', saved.stdout);
    const args = ['table', 'ols.yaml', 'fit.json', '--spec', 'spec.yaml'];
    const { status, stdout, stderr } = await place.wasmetrics(args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Wages\n=+\n/);
    const [, first, second] = /^x +(\S+) +(\S+)$/m.exec(stdout)!;
    expect(first).toBe(second);
  });

  it('uses the labels of model files, unless the spec has others', async () => {
    place.file(
      'named.yaml',
      'data: panel.csv\nestimator: ols\nformula: y ~ x\nlabels: {x: Hours, y: Pay}\n',
    );
    place.file('own.yaml', 'labels: {x: Own}\n');
    const both = await place.wasmetrics(['table', 'ols.yaml', 'named.yaml']);
    expect(both.stdout).toMatch(/^Hours /m);
    const own = await place.wasmetrics(['table', 'named.yaml', '--spec', 'own.yaml']);
    expect(own.stdout).toMatch(/^Own /m);
    expect(own.stdout).toContain('Pay');
  });

  it('warns of labels for names that the result lacks', async () => {
    const args = ['ols', 'panel.csv', 'y ~ x', '--labels', 'xx=Hours,y=Pay'];
    const { stdout } = await place.wasmetrics(args);
    expect(stdout.replace(/\n {2}/g, ' ')).toContain(
      'warning: labels: expected names of variables, found "xx" (did you mean "x"?) [unknown-label]',
    );
    const good = await place.wasmetrics([...args.slice(0, -1), 'x=Hours,y=Pay']);
    expect(good.stdout).not.toContain('unknown-label');
  });

  it.each([
    ['keep: [xx]', /keep: no model has a term xx \(did you mean "x"\?\)/],
    ['drop: ["/^q/"]', /drop: no model has a term \/\^q\/ \(there are x, _cons\)/],
    ['stats: [hansen.p]', /stats: no model has the statistic hansen\.p \(there are .*nobs, /],
    ['stats: [rsquard]', /stats: no model has the statistic rsquard \(did you mean "rsquared"\?\)/],
    ['style: nature', /style: expected one of plain, three-line, aer, .*, found nature/],
  ])('refuses %s in one line', async (spec, message) => {
    place.file('bad.yaml', `${spec}\n`);
    const args = ['table', 'ols.yaml', '--spec', 'bad.yaml'];
    const { status, stderr } = await place.wasmetrics(args);
    expect([status, stderr]).toEqual([3, expect.stringMatching(message)]);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it('heads models of different outcomes by them', async () => {
    const { stdout } = await place.wasmetrics(['table', 'panel.csv', 'y ~ x', 'z ~ x']);
    expect(stdout).toMatch(/Dependent variable +y +z\n/);
  });

  it('prints a label of 500 characters and 30 columns whole', async () => {
    place.file('long.yaml', `labels: {x: ${'L'.repeat(500)}}\n`);
    const long = await place.wasmetrics(['table', 'ols.yaml', '--spec', 'long.yaml']);
    expect(long.stdout.match(/L/g)).toHaveLength(500);
    const formulas = new Array<string>(30).fill('y ~ x');
    const wide = await place.wasmetrics(['table', 'panel.csv', ...formulas]);
    expect(wide.stdout).toContain('(30)');
  });

  it.each([
    ['none/t.html', 'the folder does not exist'],
    ['/proc/t.html', 'the folder takes no new files'],
    ['ols.yaml/t.html', 'a part of the path is a file, not a folder'],
  ])('refuses %s, which cannot be written, before it estimates', async (path, reason) => {
    const { status, stderr } = await place.wasmetrics(['table', 'ols.yaml', '-o', path]);
    const message = `wasmetrics: ${path}: cannot be written: ${reason}\n`;
    expect([status, stderr]).toEqual([3, message]);
  });

  it('chooses the format by the name of the file', async () => {
    const { status } = await place.wasmetrics(['table', 'ols.yaml', '-o', 'table.tex']);
    expect(status).toBe(0);
    expect(place.read('table.tex').toString()).toContain('\\toprule');
  });

  it.each(['panel.csv', 'ols.yaml', 'spec.yaml'])('never writes over %s', async (name) => {
    const before = readFileSync(`${place.folder}/${name}`);
    const args = ['table', 'ols.yaml', '--spec', 'spec.yaml', '--to', 'csv', '-o', name];
    const { status, stderr } = await place.wasmetrics(args);
    expect(status).toBe(3);
    expect(stderr).toMatch(/--output: expected another file than /);
    expect(place.read(name)).toEqual(before);
  });

  it('refuses a file whose name has no format, and a spec without keys', async () => {
    place.file('list.yaml', '[1]\n');
    const named = await place.wasmetrics(['table', 'ols.yaml', '-o', 'table.rtf']);
    expect([named.status, named.stderr]).toEqual([
      3,
      expect.stringMatching(/expected a file that ends in \.txt, .*found table\.rtf/),
    ]);
    const list = await place.wasmetrics(['table', 'ols.yaml', '--spec', 'list.yaml']);
    expect(list.stderr).toMatch(/list\.yaml: expected keys such as keep/);
  });
});
