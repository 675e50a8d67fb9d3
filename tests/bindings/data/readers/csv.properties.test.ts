import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { failure } from '../support.js';

const numbers = (...values: number[]) => ({ kind: 'number', values: Float64Array.from(values) });
const column = (text: string, name: string) => parseCsv(text).columns.get(name);

describe('parseCsv', () => {
  test.each([
    ['commas', 'id,x\na,1\nb,2\n'],
    ['semicolons', 'id;x\na;1\nb;2\n'],
    ['tabs', 'id\tx\na\t1\nb\t2\n'],
    ['CRLF', 'id,x\r\na,1\r\nb,2\r\n'],
    ['lone carriage returns', 'id,x\ra,1\rb,2'],
    ['a byte order mark', '\uFEFFid,x\na,1\nb,2'],
    ['quotes', '"id","x"\n"a","1"\n"b","2"'],
    ['bars', 'id|x\na|1\nb|2\n'],
    ['spaces around names and numbers', ' id , x\na, 1 \nb,2'],
    ['empty lines before and after', '\n  \nid,x\na,1\nb,2\n\n  \n'],
  ])('reads %s', (_, text) => {
    const table = parseCsv(text);
    expect(table.nrows).toBe(2);
    expect([...table.columns]).toEqual([
      ['id', { kind: 'text', values: ['a', 'b'] }],
      ['x', numbers(1, 2)],
    ]);
  });

  test('keeps delimiters, quotes and line ends within quotes', () => {
    expect(column('name,x\n"a, ""b""\nc",1', 'name')).toEqual({
      kind: 'text',
      values: ['a, "b"\nc'],
    });
    expect(column('"a,b,c";x\n1;2', 'x')).toEqual(numbers(2));
  });

  test('reads the codes of missing cells among numbers, not among texts', () => {
    const codes = ['', 'NA', 'N/A', '#N/A', 'NaN', 'nan', 'NULL', 'null', 'None', '.', '..'];
    codes.push('-', '--', '—');
    const text = `x,y,s\n${codes.map((code) => `${code},1,${code}`).join('\n')}\n1.5,1,word`;
    const { values, missing } = column(text, 'x')!;
    expect(values).toEqual(Float64Array.from([...codes.map(() => NaN), 1.5]));
    expect(Array.from(missing!.codes, (kind) => missing!.names[kind - 1])).toEqual([
      ...codes.map((code) => (code === '' ? undefined : code === 'nan' ? 'NaN' : code)),
      undefined,
    ]);
    expect(column(text, 's')).toEqual({ kind: 'text', values: [...codes, 'word'] });
  });

  test('reads decimal and infinite numbers', () => {
    const cells = ['-1', '+.5', '2.', '1e-3', '1E+2', 'inf', '-Infinity', '0', '-0.5'];
    expect(column(`x,y\n${cells.join(',0\n')},0`, 'x')).toEqual(
      numbers(-1, 0.5, 2, 0.001, 100, Infinity, -Infinity, 0, -0.5),
    );
  });

  test.each(['0x1F', '1,500', '1 000', '12abc', '1980q1', '--1', 'true', '1e'])(
    'takes %s for text',
    (cell) => {
      expect(column(`x;y\n1;2\n${cell};2`, 'x')).toEqual({ kind: 'text', values: ['1', cell] });
    },
  );

  test('reads one column, in which an empty line is a missing cell', () => {
    expect(column('x\n1\n\n3\n', 'x')).toEqual(numbers(1, NaN, 3));
  });

  test.each([
    ['nothing', '', 'empty-file: CSV: expected a header line and rows, found nothing'],
    ['empty lines', ' \n\n', 'empty-file: CSV: expected a header line and rows, found nothing'],
    [
      'no header',
      '1,2\n3,4',
      'no-header: CSV: expected column names in row 1, found only numbers (1, 2); add a header line',
    ],
    [
      'a short row',
      'a,b,c\n1,2,3\n1,2',
      'ragged-row: CSV: expected 3 cells in row 3, as in the header, found 2',
    ],
    [
      'a long row',
      'a,b\n1,2\n3,4\n1,2,3',
      'ragged-row: CSV: expected 2 cells in row 4, as in the header, found 3',
    ],
    [
      'an open quote',
      'a,b\n1,"2\n3,4',
      'bad-quotes: CSV: the quote that opens in line 2 never closes; write a quote inside a cell twice',
    ],
  ])('refuses %s', (_, text, expected) => {
    expect(failure(() => parseCsv(text))).toBe(expected);
  });

  test('refuses what is neither text nor bytes', () => {
    expect(failure(() => parseCsv({} as unknown as string))).toBe(
      'bad-data: CSV: expected text or bytes, found {}',
    );
  });

  test('reads every printed number back to the last bit', () => {
    fc.assert(
      fc.property(fc.array(fc.double(), { minLength: 1 }), (values) => {
        const text = `x,y\n${values.map((value) => `${Object.is(value, -0) ? '-0' : value},0`).join('\n')}`;
        expect(column(text, 'x')?.values).toEqual(Float64Array.from(values));
      }),
    );
  });

  test('reads back every trimmed text that is not a number', () => {
    const cell = fc.string().map((text) => `_${text.replace(/\r/g, '')}_`);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), fc.constantFrom(',', ';', '\t'), (cells, d) => {
        const quoted = cells.map((text) => `"${text.replaceAll('"', '""')}"${d}1`);
        const text = `name${d}x\n${quoted.join('\n')}`;
        expect(column(text, 'name')).toEqual({ kind: 'text', values: cells });
      }),
    );
  });
});

test('a header of 100,000 names is checked', () => {
  const names = Array.from({ length: 100_000 }, (_, j) => `x${j}`);
  const cells = names.map((_, j) => j);
  expect(parseCsv(`${names.join(',')}\n${cells.join(',')}\n`).columns.size).toBe(100_000);
  const { columns, warnings } = parseCsv(`${[...names, 'x7'].join(',')}\n`);
  expect(columns.has('x7_2')).toBe(true);
  expect(warnings?.map(({ code }) => code)).toEqual(['duplicate-names']);
});
