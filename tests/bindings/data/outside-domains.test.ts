/** Rows that a function of the formula loses: its argument is missing, or it is outside the domain. */
import { expect, test } from 'vitest';
import { dpd, ols, panel } from 'wasmetrics';

const n = 40;
const x = Array.from({ length: n }, (_, i) => Math.sin(i) + i / 7);
const y = Array.from({ length: n }, (_, i) =>
  i === 3 ? null : i === 5 ? 0 : i === 7 ? -2 : 1 + (i % 9),
);
const id = Array.from({ length: n }, (_, i) => Math.floor(i / 8));
const year = Array.from({ length: n }, (_, i) => i % 8);
const data = { x, y, id, year };
const lostOf = ({ sample }: { readonly sample: { readonly lost: readonly object[] } }) =>
  sample.lost.map((one) => ({ ...one, told: undefined }));
const lost = (reason: string, rows: number) => ({ reason, rows, told: undefined });

test.each<[string, readonly object[]]>([
  ['log(y) ~ x', [lost('log(y) missing', 1), lost('log(y) of 0 or a negative number', 2)]],
  ['ln(y) ~ x', [lost('log(y) missing', 1), lost('log(y) of 0 or a negative number', 2)]],
  ['x ~ sqrt(y)', [lost('sqrt(y) missing', 1), lost('sqrt(y) of a negative number', 1)]],
  ['x ~ y^-1', [lost('y^-1 missing', 1), lost('y^-1 of 0 or a negative number', 1)]],
  ['x ~ y + log(y)', [lost('y missing', 1), lost('log(y) of 0 or a negative number', 2)]],
  ['x ~ y^2', [lost('y^2 missing', 1)]],
  [
    'x ~ log(y):year',
    [lost('log(y):year missing', 1), lost('log(y) of 0 or a negative number', 2)],
  ],
  ['x ~ i(id):log(y)', [lost('log(y) missing', 1), lost('log(y) of 0 or a negative number', 2)]],
])('%s', async (formula, expected) => {
  expect(lostOf(await ols(data, formula))).toEqual(expected);
});

test('with a filter, which comes first', async () => {
  const fit = await ols(data, { formula: 'log(y) ~ x', where: 'year > 5' });
  expect(lostOf(fit)).toContainEqual(lost('log(y) of 0 or a negative number', 1));
});

test('of differences: a value and its next one', async () => {
  const keys = { panel: { unit: 'id', time: 'year' } } as const;
  expect(lostOf(await ols(data, { ...keys, formula: 'x ~ D.log(y)' }))).toEqual([
    lost('D.log(y) missing', 7),
    lost('D.log(y) of 0 or a negative number', 3),
  ]);
});

test('of lags, in static and dynamic panels', async () => {
  const keys = { panel: { unit: 'id', time: 'year' } } as const;
  const fit = await panel(data, { ...keys, formula: 'x ~ L.log(y)' });
  expect(lostOf(fit)).toEqual([
    lost('L1.log(y) missing', 6),
    lost('L1.log(y) of 0 or a negative number', 1),
  ]);
  const dynamic = await dpd(data, {
    ...keys,
    formula: 'x ~ L.x + log(y)',
    gmm: [{ vars: 'x', lags: [2, 3], collapse: true }],
    iv: [{ vars: ['log(y)'] }],
  });
  expect(lostOf(dynamic)).toContainEqual(lost('log(y) of 0 or a negative number', 2));
});
