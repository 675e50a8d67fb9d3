import { describe, expect, it } from 'vitest';
import { convertTable } from '../../../../bindings/data/convert/convert.js';
import { readTable } from '../../../../bindings/data/readers/read-table.js';
import type { DataSource } from '../../../../bindings/data/readers/source.js';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { ols } from '../../../../bindings/models/functions/estimate.js';

const csv = [
  'wage,region,year,junk,other',
  '1.5,1,2001,a,NA',
  'x,2,2002,b,3',
  '2,1,2003,0012,4',
  '4,2,2004,7,5',
].join('\n');
const numbers = csv.replace('\nx,', '\n3,');
const formats = ['csv', 'dta', 'parquet', 'arrow', 'json'] as const;

async function written(format: (typeof formats)[number]): Promise<DataSource> {
  const { bytes } = await convertTable(parseCsv(numbers), format);
  return bytes;
}

async function failed(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  );
}

describe.each(formats)('columns of %s files', (format) => {
  it('are read if a text of usedBy names them, with the names of all', async () => {
    const model = { formula: 'wage ~ L1.region', panel: { unit: 'region', time: 'year' } };
    const all = await readTable(await written(format));
    const table = await readTable(await written(format), { usedBy: model });
    expect([...table.columns.keys()]).toEqual(['wage', 'region', 'year']);
    expect(table.names).toEqual([...all.columns.keys()]);
    expect(table.nrows).toBe(4);
    for (const [name, column] of table.columns) expect(column).toEqual(all.columns.get(name));
  });

  it('are suggested although they are not read', async () => {
    const usedBy = { formula: 'wage ~ jnk' };
    const table = await readTable(await written(format), { usedBy });
    const expected = await failed(ols(await readTable(await written(format)), usedBy));
    expect(expected).toContain('did you mean "junk"?');
    expect(await failed(ols(table, usedBy))).toBe(expected);
  });

  it('must be in the file if columns lists them', async () => {
    const message = await failed(readTable(await written(format), { columns: ['wage', 'regoin'] }));
    expect(message).toBe('data: unknown column "regoin" (did you mean "region"?)');
  });
});

describe('reading some columns', () => {
  it('gives a model the same result and warnings as reading all', async () => {
    const text = new TextEncoder().encode('y,x,id\n1,2,007\n2,NA,7\n3,1,8\n5,2,9\n4,7,10\n');
    const model = { formula: 'y ~ x', where: 'id != "9"' };
    const all = await ols(await readTable(text), model);
    const some = await ols(await readTable(text, { usedBy: model }), model);
    expect(some).toEqual(all);
    expect(some.warnings.map(({ code }) => code)).toEqual(['missing-codes', 'leading-zeros']);
  });

  it('reads columns with declared types, whose cells may contradict them', async () => {
    const text = new TextEncoder().encode('y,x,day\n1,2,31/12/2020\n2,1,soon\n');
    const read = readTable(text, { usedBy: { formula: 'y ~ x' }, types: { day: 'date:dmy' } });
    expect(await failed(read)).toContain('soon');
  });

  it('warns of a column without name and values at the end of the lines', async () => {
    const text = new TextEncoder().encode('y,x,z,\n1,2,3,\n2,1,3,\n');
    const table = await readTable(text, { usedBy: { formula: 'y ~ x' } });
    expect([...table.columns.keys()]).toEqual(['y', 'x']);
    expect(table.names).toEqual(['y', 'x', 'z']);
    expect(table.warnings?.map(({ code }) => code)).toEqual(['trailing-delimiters']);
  });

  it('refuses what is no object', async () => {
    const read = readTable(new Uint8Array([97]), { usedBy: 'x' as never });
    expect(await failed(read)).toContain('readTable: usedBy: expected a model');
  });
});
