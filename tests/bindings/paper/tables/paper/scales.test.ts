/** Coefficients on other scales: sd(x) / sd(y) of the sample, as numpy has them, and exp. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ols } from 'wasmetrics';
import { readTable } from 'wasmetrics/data';
import { regressionTable, renderTable } from 'wasmetrics/report';

const file = new URL('../../../../../examples/abdata.csv', import.meta.url);
const cellsOf = async (formula: string, spec: Parameters<typeof regressionTable>[1]) => {
  const fit = await ols(await readTable(readFileSync(file)), { formula });
  const text = renderTable(regressionTable([fit], { ...spec, digits: 6 }), 'text');
  return ['w', 'k', 'Constant'].map(
    (name) => new RegExp(`^${name} +(-?[\\d.]+)`, 'm').exec(text)?.[1],
  );
};

test('standardised, with and without absorbed effects', async () => {
  const spec = { standardize: true };
  expect(await cellsOf('n ~ w + k', spec)).toEqual(['-0.071291', '0.915187', undefined]);
  expect(await cellsOf('n ~ w + k | id', spec)).toEqual(['-0.072104', '0.722770', undefined]);
});

test('exponentiated', async () => {
  expect(await cellsOf('n ~ w + k', { exponentiate: true })).toEqual([
    '0.695149',
    '2.249812',
    '12.896227',
  ]);
});
