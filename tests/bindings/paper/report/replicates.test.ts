import { expect, test } from 'vitest';
import { replicateColumns, storedReplicatesCsv } from '../../../../bindings/paper/report/index.js';

test('a coefficient that is called as a column of the table is written in backquotes', () => {
  type Input = Parameters<typeof replicateColumns>;
  const params = { x: 1, _status: 2, _hansen: 3 };
  const columns = replicateColumns(
    { kind: 'fit', params, stdErrors: {} } as unknown as Input[0],
    {
      completed: 1,
      width: 4,
      values: Float64Array.of(1, 2, NaN, 4),
      statuses: Int32Array.of(0),
      numbers: Int32Array.of(0),
      statistics: ['_hansen'],
    } as unknown as Input[1],
  );
  expect(columns.map(({ name }) => name)).toEqual([
    '_replicate',
    '_status',
    '_singular',
    'x',
    '`_status`',
    '`_hansen`',
    '_hansen',
  ]);
});

async function* others() {
  await Promise.resolve();
  yield { values: [1] };
}

test.each([
  ['nothing', undefined],
  ['a number', 5],
  ['a list', []],
  ['other chunks', others()],
])('a function that reads %s is refused', async (_, chunks) => {
  type Input = Parameters<typeof storedReplicatesCsv>;
  const fit = { kind: 'fit', params: { x: 1 }, stdErrors: { x: 1 } } as unknown as Input[0];
  const read = () => chunks;
  const stored = { reps: 1, completed: 1, width: 1, statistics: [], enough: false, read };
  const parts = storedReplicatesCsv(fit, stored as unknown as Input[1]);
  await expect(parts.next()).rejects.toMatchObject({ code: 'bad-value' });
});
