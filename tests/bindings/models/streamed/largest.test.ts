import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { convertTable, parseCsv } from '../../../../bindings/entries/data.js';
import type { fitFile as fit } from '../../../../bindings/models/functions/fit-file.js';
import { fileOf, messageOf, removeFiles } from './support.js';

// All files are larger than what is read as a whole by default, and than the longest text.
const limits = '../../../../bindings/models/streamed/memory.js';
let fitFile: typeof fit;
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(limits, () => ({ largestWhole: () => 100, largestText: () => 1000 }));
  ({ fitFile } = await import('../../../../bindings/models/functions/fit-file.js'));
});
afterAll(() => {
  vi.doUnmock(limits);
  vi.resetModules();
  removeFiles();
});

const absorbing = { estimator: 'ols', formula: 'n ~ w | id' } as const;
const table = parseCsv(readFileSync('examples/abdata.csv'));
const fileAs = async (format: 'csv' | 'json' | 'dta' | 'parquet' | 'arrow') =>
  fileOf(`data.${format}`, (await convertTable(table, format)).bytes);

test.each(['csv', 'json'] as const)('a large %s file must be streamed', async (format) => {
  expect(await messageOf(fitFile(await fileAs(format), absorbing))).toMatch(
    /expected at most 1000 bytes for (absorbing effects|files of the format json)/,
  );
});

test.each(['dta', 'parquet', 'arrow'] as const)(
  'a large %s file is read as a whole where it cannot be streamed',
  async (format) => {
    expect((await fitFile(await fileAs(format), absorbing)).nobs).toBe(1031);
  },
);
