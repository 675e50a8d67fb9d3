/** Options of text tables, and files that are refused or read with a warning. */
import { describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { tableJson } from '../../../../bindings/data/convert/convert.js';
import { numericColumn } from '../../../../bindings/data/index.js';
import { type CsvOptions, parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { failure } from '../support.js';

const values = (text: string, options: CsvOptions = {}, name = 'x') =>
  tableJson(parseCsv(text, options)).columns.find((column) => column.name === name)?.values;
const said = (text: string, options: CsvOptions = {}) =>
  (parseCsv(text, options).warnings ?? []).map(({ message }) => message);

describe('declared dates', () => {
  test.each<[string, string, string]>([
    ['date:dmy', '29/02/2020', '2020-02-29'],
    ['date:dmy', '1.2.2020', '2020-02-01'],
    ['date:dmy', '29feb2020', '2020-02-29'],
    ['date:dmy', '3 March 2020', '2020-03-03'],
    ['date:mdy', '02/29/2020', '2020-02-29'],
    ['date:mdy', 'Feb 29, 2020', '2020-02-29'],
    ['date:ymd', '20200229', '2020-02-29'],
    ['date:ymd', '2020/2/29', '2020-02-29'],
    ['date:ym', '2020-02', '2020-02'],
    ['date:ym', '2020m2', '2020-02'],
    ['date:ym', '202002', '2020-02'],
    ['date:my', '02/2020', '2020-02'],
    ['date:yq', '2020-Q3', '2020-Q3'],
    ['date:yq', '2020q3', '2020-Q3'],
    ['date:yh', '2020h2', '2020-H2'],
    ['date:yw', '2020-W05', '2020-W05'],
    ['date:y', '2020', '2020'],
    ['date:ymd', '2020年2月29日', '2020-02-29'],
    ['date:ym', '2020年2月', '2020-02'],
    ['date:ym', '2020 年 2 月份', '2020-02'],
    ['date:yq', '2020年第三季度', '2020-Q3'],
    ['date:yq', '2020年3季度', '2020-Q3'],
    ['date:yh', '2020年下半年', '2020-H2'],
    ['date:yw', '2020年第5周', '2020-W05'],
    ['date:y', '2020年', '2020'],
    ['date:y', '2020年度', '2020'],
    ['date', '2020-02-29', '2020-02-29'],
  ])('%s reads %s', (type, cell, expected) => {
    const types = { x: type } as CsvOptions['types'];
    expect(values(`x\ty\n${cell}\t1\nNA\t1\n`, { types })).toEqual([expected, null]);
  });

  test.each<[string, string]>([
    ['date:dmy', '31/02/2020'],
    ['date:dmy', '1/2/20'],
    ['date:dmy', '1112020'],
    ['date:dmy', '1 mayo 2020'],
    ['date:ym', '2020-13'],
    ['date:yq', '2020-5'],
    ['date:y', '20'],
    ['date:y', '2020年3月'],
    ['date:yq', '2020年3月'],
    ['date:yq', '2020年第五季度'],
    ['date', '29/02/2020'],
  ])('%s refuses %s', (type, cell) => {
    const types = { x: type } as CsvOptions['types'];
    expect(failure(() => parseCsv(`x;y\n${cell};1\n`, { types }))).toMatch(
      new RegExp(
        `^bad-cell: CSV: column "x" must hold ${type} such as .*, found "${cell}" in row 2`,
      ),
    );
  });
});

describe('numbers', () => {
  test.each<[string, CsvOptions, string[], unknown[]]>([
    ['commas', { decimal: ',' }, ['1,5', '-,25', '2'], [1.5, -0.25, 2]],
    ['groups', { thousands: ',' }, ['1,234', '12,34,567.5', '7'], [1234, 1234567.5, 7]],
    [
      'a point of thousands',
      { decimal: ',', thousands: '.' },
      ['1.234', '1.000,5'],
      [1234, 1000.5],
    ],
    ['broken groups', { thousands: ',' }, ['1,23', '4'], ['1,23', '4']],
    ['a point where commas are decimal', { decimal: ',' }, ['1.5', '2'], ['1.5', '2']],
    ['percentages', { percent: true }, ['12.5%', '-3 %', '7%'], [0.125, -0.03, 0.07]],
    ['declared codes', { missing: ['-99'] }, ['-99', '-99.0', '5'], [null, null, 5]],
    ['declared codes in text', { missing: 'n/a' }, ['n/a', 'b'], [null, 'b']],
    ['no declared code', {}, ['-99', '5'], [-99, 5]],
  ])('%s', (_, options, cells, expected) => {
    expect(values(`x;y\n${cells.map((cell) => `${cell};1`).join('\n')}`, options)).toEqual(
      expected,
    );
  });

  test('an ambiguous comma is said and not read', () => {
    expect(values('x;y\n1,234;1\n5,678;2')).toEqual(['1,234', '5,678']);
    expect(said('x;y\n1,234;1\n5,678;2')).toEqual([
      'column "x" is text: 2 of its 2 cells are not numbers, the first "1,234" in row 2, which is 1.234 with decimal: "," and 1234 with thousands: ","; set one of them',
    ]);
  });

  test('a list of codes is not read with decimal commas', () => {
    expect(values('x,y\n"1,2",1\n"3,4",2')).toEqual(['1,2', '3,4']);
  });

  test('long integers are texts that are integers', () => {
    const [column] = tableJson(parseCsv('x\n9007199254740993\nNA\n12\n')).columns;
    expect(column).toMatchObject({
      type: 'integer-text',
      values: ['9007199254740993', null, '12'],
      missing: { 1: 'NA' },
    });
  });

  test('using a text as a number names the row and the code it resembles', () => {
    expect(failure(() => numericColumn(parseCsv('x,y\nNA,1\nn.a.,2\n3,4'), 'x', 'formula'))).toBe(
      'text-in-numeric-column: formula: column "x" must hold numbers, found "n.a." in row 3, which resembles the missing code NA; if it is missing, set missing: ["n.a."]',
    );
  });

  test.each([
    ['id,y,x\na,1,2\nb,3,4\n注：数据,,\n,,\nSource: WDI,,\n', 3, 6],
    ['id;y;x\na;1;2\nb;3;4\n;;\n"Note: 1, 2; ""3""";;', 3, 5],
    ['id\ty\tx\na\t1\t2\nb\t3\t4\n* p<0.1\t\t\n\t\t\n', 3, 4],
  ])('notes in lines filled with delimiters are left out and said: %j', (text, end, last) => {
    expect(values(text, {}, 'id')).toEqual(['a', 'b']);
    expect(said(text).join()).toContain(`set lastRow: ${end} to say so, or lastRow: ${last} to`);
    expect(said(text, { lastRow: end })).toEqual([]);
  });

  test('rows of missing values and rows with numbers are no notes', () => {
    for (const end of ['c,,', ',,\nc,,', 'Note: this,,7']) {
      expect(said(`id,y,x\na,1,2\nb,3,4\n${end}\n`).join()).not.toContain('left out');
    }
  });

  test('a declared number may lose its zeros, but is no other text', () => {
    const types = { x: 'number' } as const;
    expect(values('x,y\n007,1\nNA,2', { types })).toEqual([7, null]);
    expect(failure(() => parseCsv('x,y\n7,1\nn/a,2', { types }))).toBe(
      'bad-cell: CSV: column "x" must hold a number, found "n/a" in row 3; it resembles the missing code N/A: if it is missing, set missing: ["n/a"]',
    );
    expect(failure(() => parseCsv('x\n1e400', { types }))).toMatch(/^bad-cell/);
  });
});

describe('rows', () => {
  test('count as lines of the file', () => {
    const text = '# title\n\nx,y\n# remark\n"a\nb",1\n\nc\n';
    expect(failure(() => parseCsv(text, { comment: '#' }))).toBe(
      'ragged-row: CSV: expected 2 cells in row 8, as in the header, found 1; if notes begin there, set lastRow: 7 to leave them out',
    );
    expect(said('t\nx,y\n#\n1,1\n\n2,1\nz,1', { comment: '#', header: 2 })).toEqual([
      'column "x" is text: 1 of its 3 cells are not numbers, the first "z" in row 7',
    ]);
  });

  test('end at the last row', () => {
    expect(values('x,y\n1,2\n3,4\nSource: "us\n', { lastRow: 3 })).toEqual([1, 3]);
  });

  test('a title above the header is named', () => {
    expect(failure(() => parseCsv('Prices in 2020\nx,y\n1,2\n'))).toBe(
      'ragged-row: CSV: expected 1 cell in row 2, as in the header, found 2; if the names are in row 2, set header: 2',
    );
  });

  test('names below a title and an empty line are found and said', () => {
    const text = 'Prices in 2020\n\nx,y\n1,2\n';
    expect(values(text)).toEqual([1]);
    expect(said(text)).toEqual([
      'row 1 ("Prices in 2020") and others above the names in row 3 are left out; set header: 3 to say so',
    ]);
  });

  test('a line of Excel that says the delimiter', () => {
    expect(values('sep=;\nx;y\n1;2\n')).toEqual([1]);
    expect(values('"sep=|"\nx|y\n3|4\n', { header: 2 })).toEqual([3]);
  });

  test('blanks between the cells', () => {
    const text = 'x   year  name\n 1   2018  "New York"\n22   2019  Rome\n';
    const declared = parseCsv(text, { delimiter: 'whitespace' });
    expect([...declared.columns.get('name')!.values]).toEqual(['New York', 'Rome']);
    expect(values(text)).toEqual([1, 22]);
    expect(said(text)).toEqual([
      'blanks separate the cells, as in row 1; set delimiter: whitespace to say so',
    ]);
    expect(values('x y\n1 2\n', { delimiter: 'whitespace' })).toEqual([1]);
  });

  test.each(['full name\nAnn Lee\n', 'total pay\n12 345\n', 'a b\n1 2\n3 4 5\n'])(
    'a column of words with blanks: %j',
    (text) => {
      expect([...parseCsv(text).columns.keys()]).toHaveLength(1);
    },
  );

  test('lines of names, labels and units', () => {
    const text = 'code,gdp\nProvince,Output\n,million\nA,1.5\nB,2\n';
    const { columns } = parseCsv(text, { header: [1, 2, 3] });
    expect([...columns].map(([name, { label, unit }]) => [name, label, unit])).toEqual([
      ['code', 'Province', undefined],
      ['gdp', 'Output', 'million'],
    ]);
    const groups = parseCsv('id,output,,\n,farm,mine,shop\n1,2,3,4\n', { header: [1, 2] });
    expect([...groups.columns.keys()]).toEqual(['id', 'output_farm', 'output_mine', 'output_shop']);
  });
});

test('empty cells beyond the last column are left out and said', () => {
  expect(said('x,y\n1,2,\n3,4,,\n')).toEqual([
    'empty cells beyond the last column are left out in 2 rows, the first row 2',
  ]);
});

test('a file with a header alone is a table of no rows', () => {
  expect(parseCsv('a,b\n')).toMatchObject({ nrows: 0 });
});

test('row names of R are a column with a notice', () => {
  expect(said('"","x"\n"1",2\n"2",3')).toEqual([
    'column 1 has no name and is called "column1"; R and pandas write row names so',
  ]);
});

describe('names and columns', () => {
  test.each([
    ['x,x,x_2', ['x', 'x_3', 'x_2']],
    ['x,,column2', ['x', 'column2_2', 'column2']],
    ['x,"a\u001bb","c\nd"', ['x', 'a\u001bb', 'c\nd']],
    ['" x ",y,constructor', [' x ', 'y', 'constructor']],
  ])('%j', (header, names) => {
    expect([...parseCsv(`${header}\n1,2,3`).columns.keys()]).toEqual(names);
  });

  test('only the columns that are asked for are read', () => {
    expect([...parseCsv('a,b,c\n1,2,3', { columns: ['c', 'a'] }).columns.keys()]).toEqual([
      'a',
      'c',
    ]);
    expect(failure(() => parseCsv('wage,b\n1,2', { columns: ['wages'] }))).toBe(
      'unknown-column: CSV: unknown column "wages" (did you mean "wage"?)',
    );
  });

  test('texts that differ in spaces are said', () => {
    expect(said('x,y\nA,1\nA ,2')).toEqual([
      'column "x" has "A" and "A " as different values: they differ in spaces only',
    ]);
  });
});

describe('options', () => {
  test.each<[object, string]>([
    [{ decimal: ';' }, 'CSV: decimal: expected . or ,, found ;'],
    [{ delimiter: '"' }, 'CSV: delimiter: expected a character such as ; that is no quote'],
    [{ thousands: '.' }, 'CSV: thousands: expected a separator other than the decimal sign .'],
    [{ header: 0 }, 'CSV: header: expected a whole number of at least 1, found 0'],
    [{ header: 5, lastRow: 2 }, 'CSV: lastRow: expected a whole number of at least 5, found 2'],
    [{ types: { x: 'float' } }, 'CSV: types: expected types by column name, each one of text'],
    [{ separator: ';' }, 'CSV: options: expected keys among name, format, encoding'],
    [{ missing: [9999] }, 'CSV: missing: expected a text or a list of at most 200 texts'],
  ])('%j', (options, message) => {
    const error = failure(() => parseCsv('x\n1', options as CsvOptions));
    expect(error).toContain(`bad-value: ${message}`);
  });

  test('a header beyond the end is an error', () => {
    expect(failure(() => parseCsv('x\n1', { header: 9 }))).toBe(
      'no-header: CSV: expected column names in line 9, found only 2 lines; set header to the line of the names',
    );
  });
});

describe('gzip', () => {
  const bytes = gzipSync('x,y\n1,2\n3,4\n');

  const outcome = (file: Uint8Array): string => {
    try {
      const { columns } = parseCsv(file);
      return Array.from(columns.values(), (column) => column.values.join()).join(';');
    } catch {
      return failure(() => parseCsv(file));
    }
  };

  test('a cut or changed file is an error, unless its content is the same', () => {
    for (let length = 3; length < bytes.length; length++) {
      expect(failure(() => parseCsv(bytes.subarray(0, length)))).toMatch(/^unreadable-gzip: /);
    }
    for (let i = 10; i < bytes.length; i++) {
      const damaged = Uint8Array.from(bytes, (byte, j) => (i === j ? byte ^ 16 : byte));
      expect(outcome(damaged)).toMatch(/^(unreadable-gzip: |1,3;2,4$)/);
    }
  });

  test('members follow each other, also empty ones', () => {
    const members = [gzipSync('x,y\n1,'), gzipSync(''), gzipSync('2\n3,4\n')];
    expect(parseCsv(Buffer.concat(members)).columns.get('y')?.values).toEqual(
      Float64Array.of(2, 4),
    );
  });
});
