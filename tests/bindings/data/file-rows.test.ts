import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../bindings/data/readers/csv/index.js';
import { rowNumber } from '../../../bindings/data/place.js';
import { readTable } from '../../../bindings/data/readers/read-table.js';
import { toTable } from '../../../bindings/data/to-table.js';
import { dpd, ols } from '../../../bindings/models/functions/estimate.js';
import {
  dpd as dpdOfArrays,
  ols as olsOfArrays,
  ready,
} from '../../../bindings/analysis/estimators/index.js';
import { describeData as describeTable } from '../../../bindings/analysis/describe/describe.js';
import { panelReport } from '../../../bindings/analysis/describe/panel-report.js';

const options = { comment: '#', header: 2, unitsRow: true };

/** Rows in lines 5, 7, 9 and 10 of the file. */
function file(cells: readonly [string, string, string, string]): string {
  const [a, b, c, d] = cells;
  return [
    'Wages of four firms',
    'id,year,y,x,w',
    '# a comment',
    'none,years,euros,euros,none',
    a,
    '',
    b,
    '# another comment',
    c,
    d,
  ].join('\n');
}

async function message(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
}

describe('rows in messages', () => {
  const rows = ['1,2001,1,2,1', '1,2002,2,1,1', '2,2001,3,5,1', '2,2002,4,4,1'] as const;
  const with3 = (row: string) => parseCsv(file([rows[0], rows[1], row, rows[3]]), options);

  it('are lines of the file where comments, a title, units and empty lines precede', () => {
    const { fileRows } = parseCsv(file(rows), options);
    expect([0, 1, 2, 3].map((row) => rowNumber(row, fileRows))).toEqual([5, 7, 9, 10]);
  });

  it('count the header of a file as line 1, and rows of data from 1', async () => {
    await ready();
    const { fileRows } = parseCsv('x\n1\n2\n');
    expect([0, 1].map((row) => rowNumber(row, fileRows))).toEqual([2, 3]);
    expect(toTable({ x: [1, 2] })).not.toHaveProperty('fileRows');
    const found = [
      () => ols({ y: [1, 2, Infinity], x: [1, 3, 2] }, 'y ~ x'),
      () => ols([{ y: 1 }, { y: 2 }, { y: Infinity }], 'y ~ 1'),
      () => olsOfArrays([1, 2, NaN], [[1, 3, 2]]),
      () => dpdOfArrays([1, 2, 3], undefined, { unit: [1, 1, 2], time: [1, 2, 1.5] }),
    ].map((run) => message(run));
    for (const each of await Promise.all(found)) expect(each).toContain('in row 3');
    const repeated = { unit: [2, 1, 1], time: [1, 5, 5] };
    const keys = await message(() => dpdOfArrays([1, 2, 3], undefined, repeated));
    expect(keys).toContain('(1, 5) in rows 2, 3');
  });

  it.each([
    ['text', '2,2001,three,5,1', 'found "three" in row 9'],
    ['an infinite value', '2,2001,1e999,5,1', 'in row 9'],
    ['a negative weight', '2,2001,3,5,-1', 'found -1 in row 9'],
  ])('of linear models are right for %s', async (_, row, expected) => {
    const table = with3(row);
    const fit = () =>
      ols(table, { formula: 'y ~ x', weights: { column: 'w', type: 'analytic' } as const });
    expect(await message(fit)).toContain(expected);
  });

  it.each([
    ['a repeated key', '1,2002,3,5,1', '(1, 2002) in rows 7, 9'],
    ['a missing unit', ',2001,3,5,1', 'no value in row 9'],
    ['a time off the grid', '2,2001.5,3,5,1', 'found 2001.5 in row 9'],
    ['a negative weight', '2,2001,3,5,-1', 'found -1 in row 9'],
  ])('of panels are right for %s', async (_, row, expected) => {
    const table = with3(row);
    const model = {
      formula: 'y ~ L1.y',
      panel: { unit: 'id', time: 'year' },
      weights: { column: 'w', type: 'analytic' } as const,
    };
    const gmm = [{ vars: 'y', lags: [2, 3] }] as const;
    expect(await message(() => dpd(table, { ...model, gmm }))).toContain(expected);
  });

  it('of transformed columns are right', async () => {
    const fit = () => ols(with3('2,2001,3,0,1'), { formula: 'y ~ log(x)' });
    expect(await message(fit)).not.toContain('row 4');
    const large = () => ols(with3('2,2001,3,999,1'), { formula: 'y ~ exp(x)' });
    expect(await message(large)).toContain('in row 9');
  });

  it('of clusters and orders are right', async () => {
    const vcov = { type: 'hac', order: 'year', bandwidth: 1 } as const;
    const fit = () => ols(with3('2,2003,3,5,1'), { formula: 'y ~ x', vcov });
    expect(await message(fit)).toContain('in rows 7 and 10');
  });

  it('of descriptions and panel reports are right', async () => {
    const report = await panelReport(with3('1,2002,3,5,1'), { unit: 'id', time: 'year' });
    expect(report.duplicates[0]?.rowNumbers).toEqual([7, 9]);
    const { warnings } = await describeTable(with3(',2001,3,5,1'), { unit: 'id' });
    expect(warnings.map((warning) => warning.message).join()).toContain('the first is row 9');
  });

  it('follow records of several lines', async () => {
    const table = parseCsv('y,x,note\n1,2,"two\nlines"\n2,bad,z\n3,1,z\n');
    const fit = () => ols(table, { formula: 'y ~ x' });
    expect(await message(fit)).toContain('found "bad" in row 4');
  });

  it('are rows of the sheet', async () => {
    const cells = (row: number, texts: readonly string[]) =>
      `<row r="${row}">${texts
        .map((text, j) => {
          const address = `${'AB'[j]}${row}`;
          return Number.isNaN(Number(text))
            ? `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
            : `<c r="${address}"><v>${text}</v></c>`;
        })
        .join('')}</row>`;
    const sheet = `<worksheet><sheetData>${cells(1, ['A title'])}${cells(3, ['y', 'x'])}${cells(4, ['euros', 'euros'])}${cells(5, ['1', '2'])}${cells(8, ['2', 'bad'])}${cells(9, ['4', '3'])}</sheetData></worksheet>`;
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = zipSync({
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="b" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    });
    const table = await readTable(bytes, { header: 3, unitsRow: true });
    const fit = () => ols(table, { formula: 'y ~ x' });
    expect(await message(fit)).toContain('found "bad" in row 8');
  });
});
