/** Every public analysis on every estimator, and on one that no analysis knows. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Column,
  compareGroups,
  fitModel,
  influence,
  type ModelInput,
  type Table,
} from '../../../../bindings/index.js';
import { parseCsv } from '../../../../bindings/entries/data.js';
import { estimatorNames, traitsOf } from '../../../../bindings/models/registry.js';
import { registerEstimator } from '../../../../bindings/models/reading/load-estimator.js';
import { analyses, outcomeOf, type Subject } from './check-estimator.js';
import { poisson, poissonTraits } from './poisson.js';

const file = new URL('../../../../examples/abdata.csv', import.meta.url);
const panel = { unit: 'id', time: 'year' };
const where = 'ind in (1, 3, 5)';

const models: Readonly<Record<string, ModelInput>> = {
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
function modelOf(name: string): ModelInput {
  const columns: Readonly<Record<string, string>> = { y: 'n', x: 'w', w: 'k', z: 'cap' };
  const { shortest } = traitsOf(name) ?? poissonTraits;
  const formula = shortest.formula.replace(/\b[yxwz]\b/g, (column) => columns[column]!);
  return models[name] ?? ({ ...shortest, formula, panel, where } as unknown as ModelInput);
}

function dataOf(): Table {
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

let forget: () => void;
beforeAll(() => {
  forget = registerEstimator(poissonTraits, poisson as never);
});
afterAll(() => forget());

const names = [...new Set([...Object.keys(models), ...estimatorNames()])];

describe.each(names)('%s', (name) => {
  let subject: Subject;
  beforeAll(async () => {
    const table = dataOf();
    const model = modelOf(name);
    subject = { table, model, fit: await fitModel(table, model), of: 'w' };
  });

  test.each(Object.keys(analyses))(
    '%s gives a value or says what is missing',
    async (analysis) => {
      outcomes.set(`${name}: ${analysis}`, await outcomeOf(analyses[analysis]!, subject));
    },
    120_000,
  );
});

test('the estimate of Poisson without a unit is that of the other units', async () => {
  const table = dataOf();
  const whole = await fitModel(table, models['poisson']!);
  const { units } = await influence(whole, { workers: 0 });
  const { unit, params } = units[0]!;
  const others = `${where} && id != ${unit}`;
  const rest = await fitModel(table, { ...models['poisson']!, where: others });
  for (const [name, change] of Object.entries(params)) {
    expect(rest.params[name]! - whole.params[name]!).toBeCloseTo(change, 8);
  }
});

test('suest compares groups by the influence functions of Poisson', async () => {
  const options = { by: 'half', of: 'w', methods: ['suest', 'bootstrap'], reps: 199 } as const;
  const { differences, groups } = await compareGroups(dataOf(), models['poisson']!, options);
  const [suest, drawn] = differences;
  const sum = groups.reduce((total, { stdError }) => total + stdError! ** 2, 0);
  expect(suest!.stdError! ** 2 / sum).toBeCloseTo(1, 1);
  expect(drawn!.stdError! / suest!.stdError!).toBeGreaterThan(0.5);
});

const outcomes = new Map<string, string>();

test('what each estimator has', async () => {
  const rows = Object.keys(analyses).map((analysis) =>
    ['', analysis, ...names.map((name) => outcomes.get(`${name}: ${analysis}`) ?? 'fails'), '']
      .join(' | ')
      .trim(),
  );
  const head = ['', 'analysis', ...names, ''].join(' | ').trim();
  const table = [head, `|${' --- |'.repeat(names.length + 1)}`, ...rows, ''].join('\n');
  await expect(table).toMatchFileSnapshot('contract.txt');
});
