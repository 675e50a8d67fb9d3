/** Dynamic panels of arrays: the numbers of the root, and the names of variables. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  bootstrapDpd,
  dpd,
  type DpdOptions,
  ready,
} from '../../../../bindings/analysis/estimators/index.js';
import { bootstrap, dpd as dpdOfTable } from '../../../../bindings/index.js';
import { parseCsv } from '../../../../bindings/entries/data.js';

const csv = readFileSync(new URL('../../../../examples/abdata.csv', import.meta.url), 'utf8');
const table = parseCsv(csv);
const numbers = (name: string) => {
  const column = table.columns.get(name)!;
  if (column.kind !== 'number') throw new Error(`${name}: expected numbers`);
  return column.values;
};
/** Rows in another order than that of the panel. */
const order = Array.from({ length: table.nrows }, (_, i) => (i * 7) % table.nrows);
const shuffled = (name: string) => Float64Array.from(order, (row) => numbers(name)[row]!);
const [y, x1, x2] = ['n', 'w', 'k'].map(shuffled) as [Float64Array, Float64Array, Float64Array];
const keys = { unit: shuffled('id'), time: shuffled('year') };
const data = { y, x1, x2, ...keys };

beforeAll(() => ready());

const panel = { unit: 'unit', time: 'time' } as const;
const formula = 'y ~ L1.y + x1 + x2';

type Keys = Omit<DpdOptions, 'unit' | 'time'>;

const models: Readonly<Record<string, Keys>> = {
  'usual instruments': {
    gmm: [{ vars: 'y', lags: [2, null] }],
    iv: [{ vars: ['x1', 'x2'] }],
  },
  'lags, leads and differences as instruments': {
    gmm: [{ vars: ['L.y', 'L2.x1'], lags: [1, 3], collapse: true }],
    iv: [
      { vars: ['D.x2', 'F1.x1'], equation: 'diff' },
      { vars: 'D2.x2 L.x2', equation: 'diff' },
    ],
  },
  roles: { roles: { endogenous: 'y x1', exogenous: 'x2', collapse: true } },
  'time effects, one step, deviations': {
    transform: 'fod',
    steps: 1,
    timeEffects: true,
    system: false,
    gmm: [{ vars: 'y', lags: [2, 4] }],
    iv: [{ vars: 'x1 x2' }],
  },
  clusters: {
    gmm: [{ vars: 'y', lags: [2, 4], collapse: true }],
    iv: [{ vars: 'x1 x2' }],
    vcov: { type: 'windmeijer', cluster: ['unit', 'time'] },
  },
};

describe('dpd of arrays has the bits of the root', () => {
  test.each(Object.entries(models))('with %s', async (_, model) => {
    const ofArrays = dpd(y, [x1, x2], { ...keys, ...model });
    const ofTable = await dpdOfTable(data, { ...model, panel, formula } as never);
    expect(JSON.parse(JSON.stringify(ofArrays))).toEqual(JSON.parse(JSON.stringify(ofTable)));
  });

  test('with texts as units, in any order, also of a bootstrap', async () => {
    const unit = Array.from(keys.unit, (id) => `firm ${id}`);
    const model: Keys = { gmm: [{ vars: 'y', lags: [2, 4] }], iv: [{ vars: ['x1', 'x2'] }] };
    const ofArrays = dpd(y, [x1, x2], { ...keys, unit, ...model });
    const ofTable = await dpdOfTable({ ...data, unit }, { ...model, panel, formula } as never);
    const options = { reps: 50, workers: 0, jackknife: true };
    expect(await bootstrapDpd(ofArrays, options).result).toEqual(
      await bootstrap(ofTable, options).result,
    );
  });

  test('names columns as formulas do', () => {
    const { params, instruments } = dpd(y, [x1, x2], {
      ...keys,
      names: ['log wage', 'k'],
      gmm: [{ vars: 'y', lags: [2, 4], collapse: true }],
      iv: [{ vars: ['log wage', '`log wage`', 'D.`log wage`', 'k'], equation: 'diff' }],
    });
    expect(Object.keys(params)).toEqual(['L1.y', '`log wage`', 'k', '_cons']);
    expect(JSON.stringify(instruments)).toContain('D.`log wage`');
  });
});

describe('dpd of arrays refuses', () => {
  const fit = (options: object) => () => dpd(y, [x1, x2], { ...keys, ...options } as never);

  test.each(['x3', 'L.x3', 'L0.x1', 'L1001.x1', 'log(x1)', 'LD.x1', 'L(1:2).x1', 'L2', ''])(
    'the variable "%s"',
    (text) => {
      const model = { gmm: [{ vars: 'y', lags: [2, 4] }], iv: [{ vars: [text] }] };
      expect(fit(model)).toThrow(expect.objectContaining({ exitCode: 3 }));
    },
  );

  test('an unknown variable, with those it knows', () => {
    expect(fit({ gmm: [{ vars: 'z', lags: [2, 4] }] })).toThrow(
      'dpd: unknown variable "z"; expected one of y, x1, x2, or a lag, lead or difference of one, such as L2.y',
    );
  });

  test('clusters, weights and conventions that are not there', () => {
    expect(fit({ vcov: { type: 'robust', cluster: 'z' } })).toThrow(
      'names among y, x1, x2, unit, time',
    );
    const onlyTables = 'keys of arrays; only models of tables have this one, found';
    expect(fit({ weights: { column: 'x1' } })).toThrow(`${onlyTables} weights`);
    expect(fit({ compat: 'plm' })).toThrow(`${onlyTables} compat`);
  });

  test('two rows of one unit and period, and periods that are no whole numbers', () => {
    expect(() => dpd([1, 2, 3], undefined, { unit: [1, 1, 1], time: [1, 1, 2] })).toThrow(
      expect.objectContaining({ code: 'duplicate-keys' }),
    );
    expect(() => dpd([1, 2, 3], undefined, { unit: [1, 1, 1], time: [1.5, 1, 2] })).toThrow(
      'expected whole numbers, found 1.5 in row 1 of column "time"',
    );
    expect(() => dpd([1, 2, 3], undefined, { unit: ['a', '', 'a'], time: [1, 1, 2] })).toThrow(
      'dpd: unit: expected a label in each row',
    );
  });
});
