/** Text files with known contents, read as `convert` writes them. */
import { describe, expect, test } from 'vitest';
import { type JsonTable } from '../../../../bindings/data/readers/json/json-table.js';
import { tableJson } from '../../../../bindings/data/convert/convert.js';
import { type CsvOptions, parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { converted, fileBytes, fileCases, type FileCase, isSummary } from './files.js';
import { inputErrorOf } from '../support.js';

const cases = fileCases('csv');
const readable = cases.filter(({ expected }) => expected.error === undefined);
const refused = cases.filter(({ expected }) => expected.error !== undefined);

const read = (one: FileCase, options: CsvOptions = one.spec.options ?? {}) =>
  parseCsv(fileBytes('csv', one), { name: one.data, ...options });

const plain = (one: FileCase): JsonTable =>
  JSON.parse(JSON.stringify(tableJson(read(one)))) as JsonTable;

/** Files that are refused although they could be read, with the error. */
const strict: Readonly<Record<string, string>> = {
  ragged: 'ragged.csv: expected 3 cells in row 3, as in the header, found 2',
};

test.each(
  readable.filter(({ id }) => strict[id] === undefined).map((one) => [one.id, one] as const),
)('reads %s', (id, one) => {
  const { nrows, columns } = plain(one);
  const kept = one.expected.columns.filter(({ name }) => id !== 'trailing' || name !== '');
  expect(nrows).toBe(one.expected.nrows);
  expect(columns.map(({ name }) => name)).toEqual(kept.map(({ name }) => name));
  kept.forEach((column, j) => {
    if (isSummary(column)) throw new Error('expected all values');
    const kinds = columns[j]!.missing;
    expect(columns[j]).toEqual({ ...converted(column), ...(kinds && { missing: kinds }) });
  });
});

test.each(Object.entries(strict))('refuses %s', (id, message) => {
  expect(inputErrorOf(() => read(cases.find((one) => one.id === id)!)).message).toBe(message);
});

describe('errors', () => {
  const messages: Readonly<Record<string, RegExp>> = {
    bad_bomb: /^bad_bomb.csv.gz: expected at most 500 times the \d+ bytes of the gzip file/,
    bad_empty: /^bad_empty.csv: expected a header line and rows, found nothing$/,
    bad_gz:
      /^bad_gz.csv.gz: cannot be read as gzip: unexpected EOF; the file is damaged or cut off/,
    bad_nul: /^bad_nul.csv: expected text, found a zero byte at byte \d+ \(line \d+\)/,
    bad_quote: /^bad_quote.csv: the quote that opens in line 2 never closes/,
  };
  test.each(refused.map((one) => [one.id, one] as const))('says why %s is refused', (id, one) => {
    expect(inputErrorOf(() => read(one)).message).toMatch(messages[id]!);
  });
});

describe('warnings', () => {
  const said = (id: string, options?: CsvOptions) =>
    (
      read(
        cases.find((one) => one.id === id)!,
        options,
      ).warnings ?? []
    ).map(({ code, message }) => `${code}: ${message}`);

  test.each<[string, CsvOptions | undefined, string[]]>([
    ['plain', undefined, []],
    [
      'missing_default',
      undefined,
      [
        'missing-codes: 1 cell with "NA" in column "a" is missing',
        'missing-codes: 1 cell with "." in column "b" is missing',
        'missing-codes: 1 cell with "-" in column "c" is missing',
        'missing-codes: 1 cell with ".." in column "c" is missing',
        'missing-codes: 1 cell with "N/A" in column "d" is missing',
        'missing-codes: 1 cell with "NaN" in column "d" is missing',
      ],
    ],
    [
      'missing_lookalike',
      undefined,
      [
        'not-a-number: column "a" is text: 1 of its 3 cells are not numbers, the first "n/a" in row 2, which resembles the missing code N/A; if it is missing, set missing: ["n/a"]',
      ],
    ],
    ['missing_textcolumn', undefined, []],
    [
      'eu_auto',
      undefined,
      [
        'decimal-comma: column "x" is read with decimal commas, as in "1,5" in row 2; set decimal to say so',
      ],
    ],
    [
      'thousands_us',
      {},
      [
        'not-a-number: column "gdp" is text: 2 of its 3 cells are not numbers, the first "1,234,567.89" in row 2; if commas separate thousands, set thousands: ","',
      ],
    ],
    [
      'percent',
      {},
      [
        'not-a-number: column "share" is text: 3 of its 3 cells are not numbers, the first "12.5%" in row 2; set percent: true to read percentages as shares',
      ],
    ],
    [
      'late',
      undefined,
      [
        expect.stringMatching(
          /^not-a-number: column "v" is text: 1 of its 3001 cells are not numbers, the first ".*" in row 3002/,
        ) as string,
      ],
    ],
    [
      'units',
      {},
      [
        'title-line: rows 1 and 2 look like headings: set header: [1, 2]',
        'not-a-number: column "gdp" is text: 1 of its 3 cells are not numbers, the first "bn yuan" in row 2',
        'not-a-number: column "pop" is text: 1 of its 3 cells are not numbers, the first "million" in row 2',
      ],
    ],
    [
      'dupnames',
      undefined,
      [
        'duplicate-names: several columns have the same name; all but the first are renamed: "x_2" (column 2), "x_3" (column 4)',
        'blank-names: column 3 has no name and is called "column3"',
      ],
    ],
    [
      'trailing',
      undefined,
      ['trailing-delimiters: a column without name and values at the end of the lines is left out'],
    ],
    [
      'preamble',
      {},
      [
        'title-line: row 1 looks like a title ("World Bank"): if the names are in row 4, set header: 4',
        'blank-names: column 2 has no name and is called "column2"',
        'blank-names: column 3 has no name and is called "column3"',
        expect.stringMatching(/^not-a-number/) as string,
        expect.stringMatching(/^not-a-number/) as string,
      ],
    ],
  ])('of %s', (id, options, expected) => {
    expect(said(id, options)).toEqual(expected);
  });

  test('units are facts of their columns', () => {
    const { columns } = read(cases.find(({ id }) => id === 'units')!);
    expect([...columns.values()].map(({ unit }) => unit)).toEqual([
      undefined,
      'bn yuan',
      'million',
    ]);
  });
});
