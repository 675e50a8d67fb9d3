/** Models as files with one or several, as data and a formula, and with values that the command line sets. */
import { afterAll, describe, expect, it } from 'vitest';
import { csv, panelRows } from '../panel-rows.js';
import { workplace } from './run.js';

const place = workplace();
afterAll(() => place.remove());

place.file('panel.csv', csv(panelRows()));
place.file('one.yaml', 'estimator: ols\nformula: y ~ x + z\ndata: panel.csv\nname: one\n');
place.file(
  'several.yaml',
  [
    'data: panel.csv',
    'panel: {unit: id, time: year}',
    'models:',
    '  - {name: base, estimator: ols, formula: y ~ x}',
    '  - {name: full, estimator: ols, formula: y ~ x + z}',
    '  - {estimator: panel, formula: y ~ x + z}',
  ].join('\n'),
);

const run = (...args: string[]) => place.wasmetrics(args);
const json = async (...args: string[]) => {
  const { stdout, stderr } = await run(...args, '--json');
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Record<string, unknown>;
};
const refused = async (...args: string[]) => {
  const { status, stdout, stderr } = await run(...args);
  expect([stdout, stderr.split('\n').length]).toEqual(['', 2]);
  return `${status} ${stderr}`;
};

describe('data and a formula', () => {
  const panel = ['--unit', 'id', '--time', 'year'];

  it.each([
    ['test', ['x = z']],
    ['influence', []],
    ['permute', ['--of', 'x', '--reps', '19']],
    ['groups', ['--of', 'x', '--by', 'year', '--levels', '2003,2004', '--method', 'wald']],
    ['export', ['--as', 'lm']],
  ])('%s gives the same as for a model file', async (command, rest) => {
    const written = await json(command, 'panel.csv', 'y ~ x + z', ...rest);
    expect(written).toEqual(await json(command, 'one.yaml', ...rest));
  });

  it('have the options of their estimator', async () => {
    const fit = ['panel.csv', 'y ~ x', '--estimator', 'panel', '--re', ...panel, '--cluster', 'id'];
    expect(await json('fit', ...fit)).toMatchObject({
      title: 'Random effects (Swamy-Arora)',
      vcov: { type: 'CV1', clusters: [{ column: 'id' }] },
    });
    const left = await json('influence', 'panel.csv', 'y ~ x', '--cluster', 'id');
    expect(left).toMatchObject({ unit: 'id' });
    const dynamic = ['panel.csv', 'y ~ L.y + x', '--gmm', 'y,2:4', '--iv', 'x'];
    expect(await json('instruments', ...dynamic)).toMatchObject({ kind: 'instruments' });
    expect((await run('table', 'panel.csv', 'y ~ x', 'y ~ x + z')).stdout).toMatch(/\(1\) +\(2\)/);
  });

  it('may be in the notation of Stata', async () => {
    const stata = await json('test', 'panel.csv', 'y x z, vce(robust)', 'x = z');
    expect(stata).toEqual(await json('test', 'panel.csv', 'y ~ x + z', 'x = z', '--robust'));
  });

  it('are refused with what to write', async () => {
    expect(await refused('influence', 'panel.csv')).toMatch(
      /^2 .*expected a formula such as "y ~ x"/,
    );
    expect(await refused('influence', 'one.yaml', '--robust')).toMatch(
      /^2 .*--robust: .*use --set/,
    );
    expect(await refused('permute', 'one.yaml', 'x', '--of', 'x')).toMatch(
      /write a formula with ~/,
    );
    expect(await refused('fit', 'panel.csv', 'y ~ x', '--estimator', 'fe')).toMatch(
      /^3 .*expected one of dpd, gmm, iv, ols, panel, found fe/,
    );
    expect(await refused('test', 'panel.csv', 'y ~ x', 'x = 1', '--vcv', 'HC1')).toContain(
      '--vcov?',
    );
    expect(await refused('fit', 'panel.csv', 'y ~ x', '--scheme', 'pairs')).toContain(
      '--bootstrap',
    );
  });
});

describe('--set', () => {
  it('replaces values, and the result says so', async () => {
    const set = ['--set', 'vcov.type=HC3', '--set', 'level=0.9', '--set', 'name=null'];
    const fit = await json('fit', 'one.yaml', ...set);
    expect(fit).toMatchObject({
      overrides: { 'vcov.type': 'HC3', level: 0.9, name: null },
      vcov: { type: 'HC3' },
      level: 0.9,
    });
    expect(fit['name']).toBeUndefined();
    const { stdout } = await run('fit', 'one.yaml', '--set', 'vcov.type=HC3');
    expect(stdout).toMatch(/^set by --set: vcov\.type = HC3\n\nOrdinary least squares\n/);
  });

  it('reaches items of lists and whole keys', async () => {
    place.file(
      'dpd.yaml',
      'estimator: dpd\nformula: y ~ L.y + x\ndata: panel.csv\npanel: {unit: id, time: year}\ngmm: [{vars: y, lags: [2, 4]}]\niv: [{vars: x}]\n',
    );
    const { stdout } = await run(
      ...['fit', 'dpd.yaml', '--print-model', '--set', 'gmm[0].lags=[2, 3]', '--set', 'iv=[]'],
    );
    expect(stdout).toMatch(/lags:\n +- 2\n +- 3\n/);
    expect(stdout).toMatch(/^iv: \[\]$/m);
  });

  it.each([
    ['vcov.typ=HC3', /^3 .*unknown key vcov\.typ \(did you mean "type"\?\)/],
    ['formula.x=1', /^3 .*--set formula\.x: expected keys in formula, found y ~ x \+ z/],
    ['level', /^2 .*Expected key=value such as vcov\.type=HC3/],
    ['level={', /^2 .*write the value as YAML/],
    ['__proto__.x=1', /^2 .*Expected key=value/],
    ['constructor.name=1', /^3 .*unknown key constructor/],
  ])('refuses %s', async (text, message) => {
    expect(await refused('fit', 'one.yaml', '--set', text)).toMatch(message);
  });
});

describe('a file with several models', () => {
  it('runs all of them, each under its name', async () => {
    const { stdout } = await run('fit', 'several.yaml');
    expect(stdout).toMatch(
      /^model 1, base\n\nOrdinary [\s\S]*\n\nmodel 2, full\n[\s\S]*\n\nmodel 3\n/,
    );
    const { models } = await json('fit', 'several.yaml');
    expect(models).toMatchObject([
      { name: 'base', kind: 'fit' },
      { name: 'full', params: { z: expect.any(Number) as number } },
      { estimator: 'panel' },
    ]);
    const tests = await json('test', 'several.yaml', 'x = 1');
    expect(tests).toMatchObject({
      models: [{ name: 'base', kind: 'tests' }, { name: 'full' }, {}],
    });
  });

  it('runs one by name or number', async () => {
    const byName = await json('fit', 'several.yaml', '--model', 'full');
    expect(byName).toEqual(await json('fit', 'several.yaml', '--model', '2'));
    expect(byName).toMatchObject({ kind: 'fit', name: 'full' });
  });

  it('makes columns of a table, also from saved results', async () => {
    const { stdout } = await run('fit', 'several.yaml', '--json');
    place.file('several.json', stdout);
    const table = (await run('table', 'several.yaml')).stdout;
    expect(table).toMatch(/\(1\) +\(2\) +\(3\)/);
    expect((await run('table', 'several.json')).stdout).toBe(table);
    const named = (await run('table', 'several.yaml', '--model', 'full')).stdout;
    expect(named).toMatch(/^ +full *$/m);
  });

  it('is printed as one document', async () => {
    const { stdout } = await run('fit', 'several.yaml', '--print-model');
    place.file('printed.yaml', stdout);
    expect(await json('fit', 'printed.yaml')).toEqual(await json('fit', 'several.yaml'));
  });

  it('has errors that name the model', async () => {
    expect(await refused('fit', 'several.yaml', '--set', 'vcov.type=HC9', '--model', '3')).toMatch(
      /^3 wasmetrics: model 3: model: vcov\.type: expected one of/,
    );
    const { stderr } = await run('test', 'several.yaml', 'z = 0', '--json');
    expect(JSON.parse(stderr)).toMatchObject({
      error: { code: 'unknown-coefficient', detail: { model: 'model 1, base' } },
    });
    expect(await refused('fit', 'several.yaml', '--model', 'ful')).toContain(
      'one of base, full, 3',
    );
    expect(await refused('multiverse', 'several.yaml')).toContain('choose one of base, full, 3');
    expect(await refused('fit', 'several.yaml', '--checkpoint', 'c')).toContain('--model');
    place.file('twice.yaml', 'models: [{name: a, estimator: ols}, {name: a, estimator: ols}]');
    expect(await refused('fit', 'twice.yaml')).toContain('found "a" twice');
    place.file('none.yaml', 'models: []');
    expect(await refused('fit', 'none.yaml')).toContain('expected a list of models');
  });
});
