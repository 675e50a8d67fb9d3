/** `wasmetrics plot`: a command for each kind of figure. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, panelRows } from '../panel-rows.js';
import { workplace, type Workplace } from './run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  const rows = panelRows().map((row) => ({ ...row, rel: Number(row['year']) - 2003 }));
  place.file('panel.csv', csv(rows));
  place.file('ols.yaml', 'data: panel.csv\nestimator: ols\nformula: y ~ x + z\n');
  place.file(
    'two.yaml',
    'data: panel.csv\nestimator: ols\nmodels:\n  - {name: small, formula: y ~ x}\n  - {name: large, formula: y ~ x*z}\n',
  );
  place.file('event.yaml', 'data: panel.csv\nestimator: ols\nformula: y ~ x + i(rel, ref=-1)\n');
  place.file(
    'dpd.yaml',
    `data: panel.csv
panel: { unit: id, time: year }
estimator: dpd
formula: y ~ L.y + x
gmm: [{ vars: y, lags: [2, 3] }]
iv: [{ vars: x }]
`,
  );
});
afterAll(() => place.remove());

const plots: readonly (readonly string[])[] = [
  ['coefficients', 'ols.yaml', 'dpd.yaml', '--of', 'x,/^L/'],
  ['coefficients', 'ols.yaml', '--vcov', 'unadjusted,HC3,CV1:id', '--of', 'x'],
  ['event', 'event.yaml', '--of', '/^rel=/'],
  ['confidence', 'ols.yaml', '--of', 'z', '--levels', '0.9,0.99'],
  ['power', 'dpd.yaml', '--of', 'x'],
  ['bootstrap', 'ols.yaml', '--reps', '49', '--workers', '0'],
  ['margins', 'panel.csv', 'y ~ x*z', '--of', 'x', '--over', 'z', '--cluster', 'id'],
  ['margins', 'two.yaml', '--model', 'large', '--of', 'x', '--over', 'z', '--means'],
  ['coefficients', 'panel.csv', 'y ~ x', 'y ~ x + z', '--vcov', 'HC1,HC3'],
  ['coefficients', 'two.yaml', 'ols.yaml'],
  ['bootstrap', 'panel.csv', 'y ~ x', '--reps', '49', '--seed', '2', '--workers', '0'],
  ['residuals', 'panel.csv', 'y ~ x', '--estimator', 'panel', '--unit', 'id', '--time', 'year'],
  ['residuals', 'ols.yaml'],
  ['leverage', 'ols.yaml'],
  ['influence', 'ols.yaml', '--of', 'x', '--cluster', 'id'],
  ['curve', 'dpd.yaml', '--of', 'x', '--over', 'steps: [1, 2]', '--workers', '0'],
  ['instruments', 'dpd.yaml'],
  ['heatmap', 'panel.csv', '--unit', 'id', '--time', 'year', '--of', 'y'],
  ['correlation', 'panel.csv', '--columns', 'y,x,z'],
  ['scree', 'panel.csv', '--columns', 'y,x,z'],
  ['weights', 'panel.csv', '--columns', 'y:+,x:-,z:+', '--by', 'year'],
  ['weights', 'panel.csv', '--method', 'pca', '--columns', 'y,x,z'],
  ['scores', 'panel.csv', '--columns', 'y:+,x:-,z:+', '--sensitivity', '--unit', 'id'],
];

describe('wasmetrics plot', () => {
  it.each(plots.map((args) => [args.join(' '), args] as const))('draws %s', async (_, args) => {
    const outputs = [
      '-o',
      'f.svg',
      '--table',
      'f.csv',
      '--labels',
      'y=Output,x=Input <a>',
      '--language',
      'zh',
    ];
    const { status, stdout, stderr } = await place.wasmetrics(['plot', ...args, ...outputs]);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).not.toMatch(/^wasmetrics: (?!警告：)/m);
    expect(place.read('f.svg').toString()).toMatch(/^<svg .*<title>.+<\/title><desc>/);
    expect(place.read('f.csv').toString().split('\n').length).toBeGreaterThan(2);
  });

  it('prints the numbers, the figure as JSON, or a format', async () => {
    const text = await place.wasmetrics(['plot', 'coefficients', 'ols.yaml']);
    expect(text.stdout).toMatch(/^Coefficients in models of y\n=+\nCoefficient +Model +Estimate/);
    const json = await place.wasmetrics(['plot', 'coefficients', 'ols.yaml', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      kind: 'coefficients',
      table: { kind: 'table' },
    });
    const spec = await place.wasmetrics(['plot', 'coefficients', 'ols.yaml', '--to', 'vl.json']);
    expect(JSON.parse(spec.stdout)).toMatchObject({
      $schema: expect.stringContaining('vega-lite'),
    });
  });

  it('draws the curve as multiverse does', async () => {
    const over = ['--over', 'steps: [1, 2]', '--workers', '0'];
    await place.wasmetrics([
      'multiverse',
      'dpd.yaml',
      '--coefficient',
      'x',
      ...over,
      '--svg',
      'a.svg',
    ]);
    await place.wasmetrics(['plot', 'curve', 'dpd.yaml', '--of', 'x', ...over, '-o', 'b.svg']);
    const body = (name: string) =>
      place
        .read(name)
        .toString()
        .replace(/^[^\n]*\n(<title>.*\n)?/, '');
    expect(body('b.svg')).toBe(body('a.svg'));
  });

  it('names the nearest kind and coefficient', async () => {
    const kind = await place.wasmetrics(['plot', 'coeficients', 'ols.yaml']);
    expect([kind.status, kind.stderr]).toEqual([
      2,
      expect.stringMatching(/Did you mean coefficients\?/),
    ]);
    const name = await place.wasmetrics(['plot', 'power', 'ols.yaml', '--of', '_con']);
    expect([name.status, name.stderr]).toEqual([
      3,
      expect.stringMatching(/did you mean "_cons"\?/),
    ]);
  });

  it('names the models of a file where it draws one, and refuses what follows a model', async () => {
    const several = await place.wasmetrics(['plot', 'residuals', 'two.yaml']);
    expect([several.status, several.stderr]).toEqual([
      2,
      expect.stringMatching(/residuals: expected one model, found 2; choose one with --model/),
    ]);
    const more = await place.wasmetrics(['plot', 'residuals', 'ols.yaml', 'dpd.yaml']);
    expect([more.status, more.stderr]).toEqual([
      2,
      expect.stringMatching(/expected no argument after the model, found dpd\.yaml/),
    ]);
    const models = await place.wasmetrics(['plot', 'coefficients', 'two.yaml', '--of', 'x']);
    expect(models.stdout).toMatch(/\nx +\(1\) .*\nx +\(2\) /);
  });

  it('refuses files that cannot be written before it computes', async () => {
    const wrong = async (output: string, ...rest: string[]) =>
      (await place.wasmetrics(['plot', 'residuals', 'ols.yaml', '-o', output, ...rest])).stderr;
    expect(await wrong('f.gif')).toMatch(
      /expected a file that ends in \.svg, \.png, \.pdf or \.vl\.json, found f\.gif/,
    );
    expect(await wrong('none/f.svg')).toMatch(/cannot be written: the folder does not exist/);
    const before = readFileSync(`${place.folder}/panel.csv`);
    expect(await wrong('f.svg', '--table', 'panel.csv')).toMatch(
      /--table: expected another file than the data/,
    );
    expect(readFileSync(`${place.folder}/panel.csv`)).toEqual(before);
  });

  it('refuses saved results where a figure needs the data', async () => {
    const saved = await place.wasmetrics(['fit', 'ols.yaml', '--json']);
    place.file('fit.json', saved.stdout);
    const fine = await place.wasmetrics(['plot', 'confidence', 'fit.json']);
    expect(fine.status).toBe(0);
    const rows = await place.wasmetrics(['plot', 'residuals', 'fit.json']);
    expect([rows.status, rows.stderr]).toEqual([
      3,
      expect.stringMatching(/this result carries no data/),
    ]);
    const replicates = await place.wasmetrics(['plot', 'bootstrap', 'fit.json']);
    expect([replicates.status, replicates.stderr]).toEqual([
      2,
      expect.stringMatching(/needs a model file/),
    ]);
  });
});
