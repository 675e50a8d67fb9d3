import { expect, it } from 'vitest';
import { joinedWarnings } from '../../../../../bindings/paper/tables/paper/joined-warnings.js';

const few = (n: number, column: string) => ({
  code: 'few-clusters',
  message: `${n} clusters of year=1978 are few.`,
  columns: [column],
});

it('warnings that differ in numbers and columns only are one', () => {
  const other = { code: 'perfect-fit', message: 'residuals are 0.', columns: ['(2)'] };
  expect(joinedWarnings([few(12, '(1)'), other, few(8, '(3)'), few(12, '(1)')], ', ')).toEqual([
    {
      code: 'few-clusters',
      columns: '(1), (3)',
      message: '8–12 clusters of year=1978 are few.',
    },
    { code: 'perfect-fit', columns: '(2)', message: 'residuals are 0.' },
  ]);
});
