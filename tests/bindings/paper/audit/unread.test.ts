import { expect, test } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';

const heads = 'table,column,row,coef,se,t,z,p,stars,ci_low,ci_high,stat,value';

async function messagesOf(...lines: readonly string[]): Promise<string[]> {
  const checked = 'T,1,checked,0.5,0.1,,,,,,,,';
  const { warnings } = await auditTable(readPrintedTables([heads, checked, ...lines].join('\n')));
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
  const lines = ['T,1,,,,,,,,,,hqic,7', 'T,1,,,,,,,,,,qic,8', 'T,2,,,,,,,,,,hqic,9'];
  expect(await messagesOf(...lines)).toEqual([
    'table T: no rule reads the statistics "hqic", "qic"',
  ]);
});

test('texts that say that there is no number are left alone', async () => {
  expect(await messagesOf('T,1,x,0.5,-,n.a.,,,,,,,', 'T,1,,,,,,,,,,r2,n/a')).toEqual([]);
});

test('tables without any check are an error that says what could not be read', async () => {
  const lines = ['T,1,x,0.5,O.1,,,,,,,,', 'T,1,,,,,,,,,,adjr2,0.5'];
  const error = await auditTable(readPrintedTables([heads, ...lines].join('\n'))).catch(
    (one: unknown) => one,
  );
  expect(error).toMatchObject({ name: 'InputError', code: 'nothing-checked', exitCode: 3 });
  expect((error as Error).message).toMatch(
    /1 coefficient and 1 statistic in T; .*"O.1" is no number/,
  );
});

test('a table without a check next to others has a warning', async () => {
  const lines = ['T,1,x,0.5,0.1,,,,,,,,', 'U,1,x,0.5,,,,,,,,,'];
  expect(await messagesOf(...lines)).toEqual([
    expect.stringMatching(/^table U: nothing could be checked in 1 coefficient without errors/),
  ]);
});
