/** The data and the models of the contract. */
import { readFileSync } from 'node:fs';
import type { Column, ModelInput, Table } from '../../../../bindings/index.js';
import { parseCsv } from '../../../../bindings/entries/data.js';
import { traitsOf } from '../../../../bindings/models/registry.js';
import { poissonTraits } from './poisson.js';

const file = new URL('../../../../examples/abdata.csv', import.meta.url);
const panel = { unit: 'id', time: 'year' };
export const where = 'ind in (1, 3, 5)';

export const models: Readonly<Record<string, ModelInput>> = {
  ols: { estimator: 'ols', formula: 'n ~ w + k', panel, where },
  panel: { estimator: 'panel', effects: 'within', formula: 'n ~ w + k', panel, where },
  iv: { estimator: 'iv', formula: 'n ~ k | w ~ ys + cap', panel, where },
  gmm: { estimator: 'gmm', formula: 'n ~ k | w ~ ys + cap', panel, where },
  dpd: {
    estimator: 'dpd',
    formula: 'n ~ L.n + w',
    panel,
    where,
    system: false,
    gmm: [{ vars: ['n'], lags: [2, 3] }],
  },
  poisson: { estimator: 'poisson', formula: 'emp ~ w + k', panel, where } as never,
};

/** The model of an estimator: one of those above, or the short one of its traits. */
export function modelOf(name: string): ModelInput {
  const columns: Readonly<Record<string, string>> = { y: 'n', x: 'w', w: 'k', z: 'cap' };
  const { shortest } = traitsOf(name) ?? poissonTraits;
  const formula = shortest.formula.replace(/\b[yxwz]\b/g, (column) => columns[column]!);
  return models[name] ?? ({ ...shortest, formula, panel, where } as unknown as ModelInput);
}

export function dataOf(): Table {
  const table = parseCsv(readFileSync(file, 'utf8'));
  const id = table.columns.get('id')!.values as Float64Array;
  const values = {
    half: id.map((unit) => unit % 2),
    m: id.map((unit) => unit % 7),
    cap: id.map((unit, i) => (unit * 7 + i * i) % 11),
  };
  const added = Object.entries(values).map(([name, one]): [string, Column] => [
    name,
    { kind: 'number', values: one },
  ]);
  return { ...table, columns: new Map([...table.columns, ...added]) };
}
