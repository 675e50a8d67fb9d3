/** Reshaping, merging, building and querying from the command line and from model files. */
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  mkdirSync(join(place.folder, 'models'));
  for (const folder of ['.', 'models']) {
    cpSync('examples/abdata.csv', join(place.folder, folder, 'ab.csv'));
  }
  const years = Array.from({ length: 8 }, (_, i) => `${1976 + i},${100 + i * i}`);
  place.file('models/prices.csv', ['year,cpi', ...years].join('\n'));
  place.file('wide.csv', 'country,gdp2018,gdp2019\nA,1,2\nB,3,\n');
  place.file(
    'models/model.yaml',
    `data: ab.csv
panel: {unit: id, time: year}
merge: {file: prices.csv, on: year, keep: cpi}
build:
  real: wage / cpi
  lreal: log(real)
  above: "if(real > mean(real, by: year), 1, 0)"
estimator: ols
formula: n ~ lreal + above
where: year < 1984
bootstrap: {scheme: pairs, reps: 20, seed: 1}
`,
  );
});
afterAll(() => place.remove());

const run = (...args: string[]) => place.wasmetrics(args);

describe('a model file', () => {
  it('says what was merged and built', async () => {
    const { status, stdout } = await run('fit', 'models/model.yaml', '--workers', '0');
    expect(status).toBe(0);
    expect(stdout).toContain('built         lreal = log(real); 35 missing: 35 missing inputs\n');
    expect(stdout.replace(/\s+/g, ' ')).toContain(', from all rows, before where');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'merged models/prices.csv on year, m:1: cpi; 996 rows matched, 35 without a match',
    );
  });

  it('has paths from its folder, and options have paths from the present one', async () => {
    const json = await run('fit', 'models/model.yaml', '--json', '--workers', '0');
    const same = await run(
      'fit',
      'models/model.yaml',
      '--data',
      'ab.csv',
      '--json',
      '--workers',
      '0',
    );
    expect(JSON.parse(same.stdout)).toEqual(JSON.parse(json.stdout));
    const printed = await run('fit', 'models/model.yaml', '--print-model');
    place.file('printed.yaml', printed.stdout);
    const again = await run('fit', 'printed.yaml', '--json', '--workers', '0');
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(json.stdout));
  });

  it('takes more columns from options', async () => {
    const { stdout } = await run(
      'fit',
      'models/model.yaml',
      '--build',
      'r2=real^2',
      '--json',
      '--workers',
      '0',
    );
    const { sample } = JSON.parse(stdout) as { sample: { built: { columns: { name: string }[] } } };
    expect(sample.built.columns.map(({ name }) => name)).toEqual(['real', 'lreal', 'above', 'r2']);
  });

  it('has checkpoints, which another step does not continue', async () => {
    const saved = (...more: string[]) =>
      run(
        'fit',
        'models/model.yaml',
        '--json',
        '--workers',
        '0',
        '--checkpoint',
        'saved.wasmreps',
        ...more,
      );
    const whole = await run('fit', 'models/model.yaml', '--json', '--workers', '0');
    expect((await saved()).stdout).toBe(whole.stdout);
    expect((await saved('--resume')).stdout).toBe(whole.stdout);
    const other = await saved('--resume', '--build', 'real=wage', '--replace');
    expect(other.status).toBe(3);
    expect(other.stderr).toContain('belongs to another run: expected model.build');
  });
});

describe('options of commands with data', () => {
  it('build columns for a regression', async () => {
    const { stdout } = await run('ols', 'ab.csv', 'n ~ lw', '--build', 'lw = log(w - 3)', '--json');
    const { nobs, warnings } = JSON.parse(stdout) as { nobs: number; warnings: unknown[] };
    expect(nobs).toBe(805);
    expect(warnings).toMatchObject([
      {
        code: 'undefined-cells',
        message: 'build.lw: 226 cells are missing by log of 0 or a negative number, first in row 2',
      },
    ]);
  });

  it('show new columns', async () => {
    const { stdout } = await run(
      ...['convert', 'ab.csv', '--to', 'csv', '--unit', 'id', '--time', 'year'],
      ...['--build', 'dn=D.n', '--build', '`a b`=rank(n, by: [id])', '--build', 'y=`a b` + 1'],
    );
    const [head, first] = stdout.split('\n');
    expect(head).toMatch(/,dn,a b,y$/);
    expect(first).toMatch(/,,\d+,\d+$/);
  });

  it('reshape a table', async () => {
    const keys = "long: {columns: {gdp: 'gdp{year}'}, id: country}";
    const { stdout } = await run('convert', 'wide.csv', '-', '--to', 'csv', '--reshape', keys);
    expect(stdout).toBe('country,year,gdp\nA,2018,1\nA,2019,2\nB,2018,3\nB,2019,\n');
  });

  it('describe new columns', async () => {
    const { stdout } = await run('describe', 'ab.csv', '--columns', 'lw', '--build', 'lw=log(w)');
    expect(stdout).toContain('built         lw = log(w)');
  });

  it.each([
    [['--build', 'lw'], 3, '--build: expected name=expression such as "lnx=log(x)", found lw'],
    [['--replace'], 3, '--replace: expected --build with it, found none; leave it out'],
    [['--merge', 'file: no.csv, on: year'], 3, 'no.csv: file not found'],
    [
      ['--merge', 'file: no.csv, onn: year'],
      3,
      'model: unknown key merge[0].onn (did you mean "on"?)',
    ],
    [['--merge', 'file: [no.csv'], 3, '--merge:'],
    [['--sql', 'select 1'], 2, 'expected a data file or --sql, found both: ab.csv'],
  ])('%j is refused', async (args, status, message) => {
    const outcome = await run('describe', 'ab.csv', ...args);
    expect(outcome.stderr).toContain(message);
    expect(outcome.status).toBe(status);
  });
});

describe('a query', () => {
  const query = "select *, wage * 2 as double from 'ab.csv' where year > 1978";

  it('gives the data of every command', async () => {
    const fit = await run('ols', 'n ~ double', '--sql', query, '--json');
    expect(JSON.parse(fit.stdout)).toMatchObject({ sample: { rowsRead: 673 } });
    const table = await run('describe', '--sql', query, '--columns', 'double', '--json');
    expect(JSON.parse(table.stdout)).toMatchObject({ nrows: 673 });
    const groups = await run(
      ...['groups', 'n ~ w', '--sql', query, '--by', 'late', '--of', 'w', '--method', 'wald'],
      ...['--build', 'late=year > 1980', '--json'],
    );
    expect(JSON.parse(groups.stdout)).toMatchObject({ by: 'late', of: 'w' });
    expect((await run('convert', '--sql', query, 'part.parquet')).status).toBe(0);
    const parquet = await run('convert', '--sql', "select count(*) n from 'part.parquet'");
    expect(JSON.parse(parquet.stdout)).toMatchObject({ columns: [{ name: 'n', values: [673] }] });
  });

  it('reads files from the folder of its model file, or of --sql', async () => {
    const model =
      'data: {sql: "select year, n, w from \'ab.csv\'"}\nmerge: {file: {sql: "from \'prices.csv\'"}, on: year}\nestimator: ols\nformula: n ~ w + cpi\n';
    place.file('models/query.yaml', model);
    const { stdout } = await run('fit', 'models/query.yaml', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ sample: { rowsRead: 1031, rowsUsed: 996 } });
    place.file('from-here.yaml', (await run('fit', 'models/query.yaml', '--print-model')).stdout);
    expect((await run('fit', 'from-here.yaml', '--json')).stdout).toBe(stdout);
    const replaced = await run('fit', 'models/query.yaml', '--sql', query, '--json');
    expect(JSON.parse(replaced.stdout)).toMatchObject({ sample: { rowsRead: 673 } });
  });

  it('has exact types', async () => {
    const { stdout } = await run(
      'convert',
      '--sql',
      "select 9007199254740993 as c1, 12::bigint as c2, 1.25::decimal(6, 2) as c3, date '2020-02-29' as c4, timestamp '2020-01-01 10:00' as c5, true as c6, null::int as c7, 'x' as c8",
    );
    const { columns } = JSON.parse(stdout) as { columns: { type: string; values: unknown[] }[] };
    expect(columns.map(({ type, values }) => [type, values[0]])).toEqual([
      ['integer-text', '9007199254740993'],
      ['number', 12],
      ['number', 1.25],
      ['date', '2020-02-29'],
      ['date', '2020-01-01T10:00:00.000'],
      ['boolean', true],
      ['number', null],
      ['text', 'x'],
    ]);
  });

  it.each([
    [['describe', '--sql', 'selct 1'], 3, 'sql: Parser Error'],
    [['describe', '--sql', 'select 1', '--sheet', '2'], 2, 'sheet is an option of files'],
    [['describe', '--sql', "select * from 'none.csv'"], 3, 'sql: IO Error'],
    [['describe'], 2, "missing required argument 'data'"],
    [['ols', 'ab.csv'], 2, "missing required argument 'formula'"],
    [
      ['ols', 'n ~ w', '--sql', "from 'ab.csv' where year > 3000"],
      3,
      'sql: expected rows, found none; change the query',
    ],
  ])('%j is refused', async (args, status, message) => {
    const outcome = await run(...args);
    expect(outcome.stderr).toContain(message);
    expect(outcome.status).toBe(status);
  });
});

/** A region with value labels, an outcome and a regressor that lacks three values. */
const labelled = {
  nrows: 60,
  columns: [
    {
      name: 'reg',
      type: 'number',
      label: 'Region',
      valueLabels: { 10: 'North', 20: 'South' },
      values: Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? 10 : 20)),
    },
    { name: 'y', type: 'number', values: Array.from({ length: 60 }, (_, i) => (i * 37) % 23) },
    {
      name: 'x',
      type: 'number',
      values: Array.from({ length: 60 }, (_, i) => (i < 3 ? null : (i * 17) % 19)),
    },
  ],
};

it('groups have the labels of their values, and studies say which rows models lost', async () => {
  place.file('l.json', JSON.stringify(labelled));
  place.file(
    'l.yaml',
    'study: 1\ndata: l.json\nout: {html: l.html}\ntables: {T: {model: {estimator: ols, formula: y ~ x}, split: {by: reg}}}\n',
  );
  const words = ['groups', 'l.json', 'y ~ x', '--by', 'reg', '--of', 'x', '--method', 'wald'];
  const { stdout } = await place.wasmetrics([...words, '--levels', 'South,North']);
  expect(stdout).toMatch(/^South .*\nNorth /m);
  expect(stdout).toMatch(/^North minus/m);
  const study = await place.wasmetrics(['study', 'l.yaml']);
  expect(study.stdout).toMatch(/^ +Region\n.*\n +North +South$/m);
  expect(study.stdout).toContain('T (1), rows lost: 2 x missing\nT (2), rows lost: 1 x missing\n');
  expect(place.read('l.html').toString()).toContain('Region: North');
});

it('a column that a formula computes is named once, and a split by a condition by the condition', async () => {
  place.file('l.json', JSON.stringify(labelled));
  const { stdout } = await place.wasmetrics(['ols', 'l.json', 'y ~ mean(x)', '--split', 'y > 9']);
  expect(stdout).toContain('built         y > 9\n');
  expect(stdout).toMatch(/^rows lost +\d+ not in where: !\(y > 9\)$/m);
  expect(stdout).toMatch(/^rows lost +\d+ not in where: y > 9$/m);
});
