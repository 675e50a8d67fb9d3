import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  compareGroups,
  fitFile,
  type InputError,
  multiverse,
  ols,
  parseModel,
} from '../../../bindings/index.js';
import {
  describeData as describeColumns,
  prepareData,
  readTable,
} from '../../../bindings/entries/data.js';
import { exportModel, importModel } from '../../../bindings/entries/interchange.js';

const folder = mkdtempSync(join(tmpdir(), 'prepare-'));
const prices = join(folder, 'prices.csv');
writeFileSync(
  prices,
  `jahr;cpi\n${Array.from({ length: 9 }, (_, i) => `${1976 + i};${100 + i * i}`).join('\n')}\n`,
);
const data = await readTable('examples/abdata.csv');
const panel = { unit: 'id', time: 'year' };

async function failureOf(run: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof run === 'function' ? run() : run);
  } catch (error) {
    const { code, message } = error as InputError;
    return `${code}: ${message}`;
  }
  return 'nothing thrown';
}

describe('the steps of a model', () => {
  test('give the estimates of columns in the file', async () => {
    const built = await ols(data, {
      panel,
      build: { l2: 'log(emp)', l1: 'L.l2' },
      formula: 'l2 ~ l1',
    });
    const formula = await ols(data, { panel, formula: 'log(emp) ~ L.log(emp)' });
    expect(Object.values(built.params)[0]).toBeCloseTo(Object.values(formula.params)[0]!, 12);
    expect(built.nobs).toBe(formula.nobs);
    expect(built.sample.built?.columns).toEqual([
      { name: 'l2', expression: 'log(emp)', missing: 0, reasons: [] },
      {
        name: 'l1',
        expression: 'L.l2',
        missing: 140,
        reasons: [{ reason: 'no row of the unit in that period', cells: 140 }],
      },
    ]);
  });

  test('are read in the order reshape, merge, build, where', async () => {
    const wide = {
      id: [1, 2, 3],
      x2018: [1, 2, 4],
      x2019: [2, 4, 7],
      y2018: [1, 3, 3],
      y2019: [0, 5, 8],
    };
    const file = join(folder, 'rates.csv');
    writeFileSync(file, 'year,rate\n2018,2\n2019,4\n');
    const fit = await ols(wide, {
      where: 'real > 0.5',
      build: { real: 'x / rate' },
      merge: { file, on: 'year' },
      reshape: { long: { columns: { x: 'x{year}', y: 'y{year}' }, id: 'id' } },
      formula: 'y ~ real',
    });
    expect(fit.sample).toMatchObject({ rowsRead: 6, rowsUsed: 4 });
    expect(fit.sample.built).toMatchObject({
      reshape: { to: 'long', rowsAfter: 6 },
      merge: [{ file, kind: 'm:1', matched: 6 }],
      columns: [{ name: 'real' }],
    });
  });

  test('read merged files with reader options and new names', async () => {
    const merge = {
      file: prices,
      delimiter: ';',
      rename: { jahr: 'year' },
      on: 'year',
      keep: 'cpi',
    };
    const table = await prepareData(data, { merge });
    expect(table.columns.get('cpi')!.values.slice(0, 2)).toEqual(Float64Array.of(101, 104));
    expect(
      await failureOf(prepareData(data, { merge: { ...merge, rename: { jahre: 'year' } } })),
    ).toBe(
      `unknown-column: merge ${prices}: rename: expected columns of the file, found "jahre" (did you mean "jahr"?)`,
    );
  });

  test('run once on a table that is analysed several times', async () => {
    const build = { lw: 'log(w)' };
    const table = await prepareData(data, { build });
    const fit = await ols(table, { build, formula: 'n ~ lw' });
    expect(fit.sample.built?.columns).toHaveLength(1);
    expect((await describeColumns(table, { columns: ['lw'] })).built?.columns?.[0]?.name).toBe(
      'lw',
    );
    expect(await failureOf(ols(table, { build: { lw: 'w' }, formula: 'n ~ lw' }))).toMatch(
      /^column-exists: build\.lw:/,
    );
  });

  test('serve groups, bootstraps and specifications', async () => {
    const build = { lw: 'log(w)', big: 'if(mean(emp, by: id) > 5, "big", "small")' };
    const groups = await compareGroups(
      data,
      { estimator: 'ols', build, formula: 'n ~ lw' },
      { by: 'big', of: 'lw', methods: ['wald'], reps: 99 },
    );
    expect(groups.groups.map(({ value }) => value)).toEqual(['big', 'small']);
    const fit = await ols(data, { build, formula: 'n ~ lw' });
    const { stdErrors } = await bootstrap(fit, { reps: 49, scheme: 'pairs', workers: 0 }).result;
    expect(stdErrors['lw']).toBeGreaterThan(0);
    const result = await multiverse(
      data,
      {
        estimator: 'dpd',
        panel,
        build,
        formula: 'n ~ L.n + lw',
        gmm: [{ vars: 'n', lags: [2, 4] }],
        iv: [{ vars: 'lw' }],
      },
      { over: { collapse: [true, false] }, coefficient: 'lw', workers: 0 },
    );
    expect(result.specifications).toHaveLength(2);
  });

  test('do not change the caller’s table', async () => {
    const before = [...data.columns.keys()];
    await prepareData(data, { build: { n: { value: 'n + 1', replace: true }, z: 'n' } });
    expect([...data.columns.keys()]).toEqual(before);
    expect(data.columns.get('n')!.values[0]).toBe(1.61760449409485);
  });
});

describe('a model that is streamed', () => {
  const model = { estimator: 'ols', formula: 'n ~ w' } as const;

  test.each([
    [{ build: { z: 'w' } }, 'changing the data (build)'],
    [{ where: 'w > mean(w)' }, 'a function of other rows (where)'],
  ])('%j needs all rows', async (keys, reason) => {
    const run = fitFile('examples/abdata.csv', { ...model, ...keys }, { stream: true });
    expect(await failureOf(run)).toContain(reason);
  });

  test('may have a filter with functions of a row', async () => {
    const where = 'log(w) > 1.1 and round(n) == 1';
    const streamed = await fitFile('examples/abdata.csv', { ...model, where }, { stream: true });
    expect(streamed.params).toEqual((await ols(data, { ...model, where })).params);
  });
});

test('functions in conditions of other programs are refused', async () => {
  const command = 'xtabond2 n L.n if sum(w) > 3, gmm(n, lag(2 4))';
  expect(await failureOf(() => importModel(command))).toContain(
    'expected a condition without sum(), which can differ between programs',
  );
});

describe('keys of the steps', () => {
  const model = { estimator: 'ols', formula: 'y ~ x' } as const;

  test('are written in full', () => {
    const parsed = parseModel({
      ...model,
      build: { one: 1, z: { value: 'x', replace: true } },
      merge: { file: 'a.csv', sheet: 2, on: 'id' },
      reshape: { wide: { columns: 'x', by: 't', id: 'id' } },
      data: { sql: 'select 1' },
    });
    expect(parsed).toMatchObject({
      data: { sql: 'select 1' },
      build: [
        { name: 'one', value: '1' },
        { name: 'z', value: 'x', replace: true },
      ],
      merge: [{ file: { file: 'a.csv', sheet: 2 }, on: ['id'] }],
      reshape: { wide: { columns: ['x'], by: 't', id: ['id'] } },
    });
    expect(parseModel({ ...parsed })).toEqual(parsed);
  });

  test.each<[object, string]>([
    [{ biuld: {} }, 'unknown-key: model: unknown key biuld (did you mean "build"?)'],
    [
      { build: {} },
      'bad-value: model: build: expected expressions, splits and indices by the names of new columns, such as {lnx: log(x)}, found []',
    ],
    [
      { build: 'x' },
      'bad-value: model: build: expected expressions, splits and indices by the names of new columns, such as {lnx: log(x)}, found "x"',
    ],
    [
      { build: { z: true } },
      'bad-value: model: build[0].value: expected an expression such as log(x), found true',
    ],
    [
      { build: { z: { valeu: 'x' } } },
      'unknown-key: model: unknown key build[0].valeu (did you mean "value"?)',
    ],
    [
      { merge: { file: 'a.csv', no: 'id' } },
      'unknown-key: model: unknown key merge[0].no (did you mean "on"?)',
    ],
    [
      { merge: { file: 'a.csv', on: 'id', kind: 'm:m' } },
      'bad-value: model: merge[0].kind: expected 1:1 or m:1, found "m:m"',
    ],
    [
      { reshape: {} },
      'bad-value: model: reshape: expected long, wide, groups or layout, one of them, found {}',
    ],
    [{ data: { sql: 'select 1', sheet: 2 } }, 'unknown-key: model: unknown key data.sheet'],
  ])('%j is refused', async (keys, expected) => {
    expect(await failureOf(() => parseModel({ ...model, ...keys }))).toContain(expected);
  });

  test('cannot be written for other programs', async () => {
    const dynamic = {
      estimator: 'dpd',
      panel,
      formula: 'n ~ L.n + lw',
      gmm: [{ vars: 'n', lags: [2, 4] as const }],
    } as const;
    expect(
      await failureOf(() => exportModel({ ...dynamic, build: { lw: 'log(w)' } }, 'xtabond2')),
    ).toBe(
      'not-expressed: model: build: xtabond2 cannot express build; write the data with wasmetrics convert, and remove the key',
    );
    expect(
      await failureOf(() => exportModel({ ...dynamic, data: { sql: 'select 1' } }, 'plm')),
    ).toBe(
      'not-expressed: model: data.sql: plm cannot express a query; write its rows with wasmetrics convert, and name that file',
    );
  });
});
