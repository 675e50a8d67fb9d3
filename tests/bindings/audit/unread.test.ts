import { expect, test } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics';

const heads = 'table,column,row,coef,se,t,z,p,stars,ci_low,ci_high,stat,value';

async function messagesOf(...lines: readonly string[]): Promise<string[]> {
  const { warnings } = await auditTable(readPrintedTables([heads, ...lines].join('\n')));
  return warnings.map(({ message }) => message);
}

test('a number that cannot be read is named', async () => {
  expect(await messagesOf('T,1,x,0.5,O.1,,,,,,,,')).toEqual([
    'table T, column 1, x: se "O.1" is no number, so it is not checked',
  ]);
});

test('a statistic that no rule reads is named with the nearest', async () => {
  expect(await messagesOf('T,1,,,,,,,,,,adjr2,0.5')).toEqual([
    'table T: no rule reads the statistic "adjr2" (did you mean "adj_r2"?)',
  ]);
});

test('statistics that no rule reads are named once for a table', async () => {
  const lines = ['T,1,,,,,,,,,,aic,7', 'T,1,,,,,,,,,,bic,8', 'T,2,,,,,,,,,,aic,9'];
  expect(await messagesOf(...lines)).toEqual([
    'table T: no rule reads the statistics "aic", "bic"',
  ]);
});

test('texts that say that there is no number are left alone', async () => {
  expect(await messagesOf('T,1,x,0.5,-,n.a.,,,,,,,', 'T,1,,,,,,,,,,r2,n/a')).toEqual([]);
});
