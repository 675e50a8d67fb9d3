import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonTable } from '../../../../bindings/data/readers/json/json-table.js';
import { tableJson } from '../../../../bindings/data/convert/convert.js';
import { type JsonOptions, readJson } from '../../../../bindings/data/readers/json/index.js';
import { readStata } from '../../../../bindings/data/readers/stata.js';
import type { Table } from '../../../../bindings/data/table.js';
import { fileBytes, fileCases } from './files.js';

const read = (text: string, options: Partial<JsonOptions> = {}): Table =>
  readJson(text, { name: 'd.json', ...options });
const plain = (table: Table): JsonTable =>
  JSON.parse(JSON.stringify(tableJson(table))) as JsonTable;
const columns = (text: string, options?: Partial<JsonOptions>) =>
  plain(read(text, options)).columns;
const messages = (text: string) => (read(text).warnings ?? []).map(({ message }) => message);

function failure(text: string): string {
  try {
    read(text);
  } catch (error) {
    return `${(error as { code: string }).code}: ${(error as Error).message}`;
  }
  return '';
}

const expected = [
  { name: 'x', type: 'number', values: [1, null] },
  { name: 's', type: 'text', values: ['', 'b'] },
];

describe('the same table', () => {
  test.each([
    ['records', '[{"x": 1, "s": ""}, {"s": "b", "x": null}]'],
    ['records with absent keys', '[{"x": 1, "s": ""}, {"s": "b"}]'],
    ['columns', '{"x": [1, null], "s": ["", "b"]}'],
    ['lines', '{"x": 1, "s": ""}\r\n\n{"s": "b", "x": null}\n'],
    ['a byte order mark', '\uFEFF[{"x": 1, "s": ""}, {"s": "b"}]'],
  ])('as %s', (_, text) => {
    expect(columns(text)).toEqual(expected);
    expect(plain(readJson(new TextEncoder().encode(text), { name: 'd' })).columns).toEqual(
      expected,
    );
  });

  test('of one record', () => {
    expect(columns('{"x": 1, "s": null}')).toEqual([
      { name: 'x', type: 'number', values: [1] },
      { name: 's', type: 'number', values: [null] },
    ]);
  });
});

describe('a column', () => {
  const column = (values: string) => columns(`{"x": [${values}]}`)[0];

  test.each([
    ['true, null, false', { type: 'boolean', values: [true, null, false] }],
    ['"2020-02-29", null', { type: 'date', frequency: 'day', values: ['2020-02-29', null] }],
    [
      '"2020-02-29", "1999-12-31T23:59:59Z"',
      {
        type: 'date',
        frequency: 'time',
        values: ['2020-02-29T00:00:00.000', '1999-12-31T23:59:59.000'],
      },
    ],
    ['"2020-02-29", "2020-02-30"', { type: 'text', values: ['2020-02-29', '2020-02-30'] }],
    ['"2020-02-29", ""', { type: 'text', values: ['2020-02-29', ''] }],
    ['"007", "12"', { type: 'text', values: ['007', '12'] }],
    ['9007199254740993, 1', { type: 'integer-text', values: ['9007199254740993', '1'] }],
    ['-9007199254740993, null', { type: 'integer-text', values: ['-9007199254740993', null] }],
    ['9007199254740992, 1e3', { type: 'number', values: [9007199254740992, 1000] }],
    ['0.12345678901234567890', { type: 'number', values: [0.12345678901234568] }],
    ['1e400, 1', { type: 'text', values: ['1e400', '1'] }],
    ['"\\ue000x", "\uE000", 1e400', { type: 'text', values: ['\uE000x', '\uE000', '1e400'] }],
    [
      '"a 12345678901234567890 \\" 1e400"',
      { type: 'text', values: ['a 12345678901234567890 " 1e400'] },
    ],
  ])('of %s', (values, found) => {
    expect(column(values)).toEqual({ name: 'x', ...found });
  });

  test.each([
    [
      '{"x": [9007199254740993, 1]}',
      'column "x" stays text: it has integers that a double would round, such as 9007199254740993 in row 1',
    ],
    [
      '{"x": [9007199254740993, 0.5]}',
      'column "x" is read as decimals: 9007199254740993 in row 1 is rounded to 9007199254740992',
    ],
    [
      '{"x": [1, 2, "n/a"]}',
      'column "x" is text: row 3 has "n/a", and most cells are numbers; it resembles the missing code N/A, so add it to missing if it is one',
    ],
    ['{"x": [1, 2, true]}', 'column "x" is text: row 3 has true, and most cells are numbers'],
    [
      '[{"x": "a"}, {"x": "b"}, {"x": 5}]',
      'column "x" is text: row 3 has 5, and most cells are text',
    ],
  ])('%s has a warning', (text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  test('with declared codes', () => {
    expect(columns('{"x": [1, "n/a", -9]}', { missing: ['n/a', '-9'] })).toEqual([
      { name: 'x', type: 'number', values: [1, null, null], missing: { 1: 'n/a', 2: '-9' } },
    ]);
  });

  test('that is named', () => {
    expect(
      columns('[{"x": 1, "y": {"z": 1}}]', { columns: ['x'] }).map(({ name }) => name),
    ).toEqual(['x']);
  });
});

test('names that objects inherit are names', () => {
  expect(columns('[{"__proto__": 1, "toString": 2}, {"constructor": 3}]')).toEqual([
    { name: '__proto__', type: 'number', values: [1, null] },
    { name: 'toString', type: 'number', values: [2, null] },
    { name: 'constructor', type: 'number', values: [null, 3] },
  ]);
});

const json = 'bad-json: d.json: cannot be read as JSON:';

describe('refuses', () => {
  test.each([
    ['', 'empty-file: d.json: expected JSON, found nothing'],
    ['[]', 'empty-data: d.json: expected records, found an empty list'],
    ['{}', 'empty-data: d.json: expected columns, found an empty object'],
    ['5', `${json} expected records or columns, found a number`],
    ['null', `${json} expected records or columns, found null`],
    ['[1, 2]', `${json} expected an object as row 1, found a number`],
    ['[{"x": 1}, [1]]', `${json} expected an object as row 2, found a list`],
    ['[{"x": 1},\n{"x": NaN}]', `${json} line 2 has NaN; write null for a missing value`],
    ['{"x": 1}\n{"x": 2', `${json} line 2 is no complete record`],
    [
      '[{"x": 1}, {"x": 2}',
      `${json} it is cut off, or a comma, colon or bracket is missing or too many`,
    ],
    ['[1234567890123456789-1]', `${json} line 1 has 1234567890123456789-`],
    ['{"x": [1., 12345678901234567890]}', `${json} line 1 has 1.`],
    ['[{"x": "a]', `${json} line 1 has a quote that is not closed`],
    ["[{'x': 1}]", `${json} line 1 has '`],
    [
      '[{"x": 1}, {"x": 1, "y": 2, "x": 3}]',
      `${json} it has the key "x" twice in row 2; rename one`,
    ],
    ['{"x": 1}\n{"x": 1, "x": 2}', `${json} it has the key "x" twice in row 2; rename one`],
    ['{"x": [1], "x": [2]}', `${json} it has the key "x" twice in row 1; rename one`],
    [
      '[{"x": 1}, {"x": {"y": 2}}]',
      'bad-cell: d.json: column "x" must hold single values, found an object in row 2; give its parts keys in the record',
    ],
    [
      '{"x": [1, [2]]}',
      'bad-cell: d.json: column "x" must hold single values, found a list in row 2; give its parts keys in the record',
    ],
    [
      '{"x": [1, 2], "y": [1]}',
      'column-length: d.json: columns must have the same length, found 2 cells in "x" and 1 in "y"',
    ],
    ['{"data": [{"x": 1}], "n": 1}', `${json} expected a list as column "n", found a number`],
    [
      '{"nrows": 1, "columns": [{"name": "x", "type": "number", "values": ["a"]}]}',
      'bad-cell: d.json: column "x" must hold values of type number, found "a" in row 1',
    ],
    [
      '{"nrows": 2, "columns": [{"name": "x", "type": "number", "values": [1]}]}',
      'column-length: d.json: column "x" has 1 value, expected one column of 2 values',
    ],
  ])('%s', (text, message) => {
    expect(failure(text)).toBe(message);
  });
});

describe('what convert writes is read back', () => {
  test.each(
    fileCases('dta')
      .filter(({ id, expected: { error } }) => error === undefined && id.startsWith('spec_'))
      .map((one) => [one.id, one] as const),
  )('%s', (_, one) => {
    const table = readStata(fileBytes('dta', one), { name: one.data });
    const text = JSON.stringify(tableJson(table));
    expect(plain(read(text))).toEqual(JSON.parse(text));
  });

  test('numbers that JSON does not hold, bytes and warnings', () => {
    const table: JsonTable & { warnings: unknown } = {
      nrows: 3,
      columns: [
        { name: 'x', type: 'number', values: [{ number: 'NaN' }, { number: '-Infinity' }, null] },
        { name: 'b', type: 'text', values: [{ hex: '00ff' }, null, ''] },
        { name: 'i', type: 'integer-text', values: ['9007199254740993', null, '1'] },
        ...(['week', 'half', 'quarter', 'month', 'year'] as const).map((frequency, j) => ({
          name: frequency,
          type: 'date' as const,
          frequency,
          values: [['2019-W05', '2019-H2', '2019-Q4', '1959-12', '0476'][j]!, null, null],
        })),
      ],
      warnings: [{ code: 'a', message: 'b' }],
    };
    const found = read(JSON.stringify(table));
    expect({ ...plain(found), warnings: found.warnings }).toEqual(table);
  });
});

describe('any records', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (x === 0 ? 0 : x)),
    fc.boolean(),
    fc.string(),
  );

  test('keep each value in its row and column', () => {
    const records = fc.array(fc.dictionary(fc.string(), value), { minLength: 1 });
    fc.assert(
      fc.property(records, (rows) => {
        const table = read(JSON.stringify(rows));
        const found = new Map(plain(table).columns.map((column) => [column.name, column]));
        for (const [row, record] of rows.entries()) {
          for (const [key, cell] of Object.entries(record)) {
            const { type, values } = found.get(key)!;
            const isText = type === 'text' && cell !== null;
            expect(values[row]).toEqual(isText ? String(cell) : cell);
          }
        }
      }),
    );
  });

  test('are a table or one clear error, whatever is cut', () => {
    const text = JSON.stringify([
      { a: 1, b: 'x"\\', c: null },
      { a: 12345678901234567890n.toString() },
    ]);
    for (let end = 0; end < text.length; end++) {
      expect(failure(text.slice(0, end))).toMatch(/^(bad-json|empty-file): d\.json: [^\n]+$/);
    }
  });
});
