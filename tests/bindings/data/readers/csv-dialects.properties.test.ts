/** Tables written in random dialects are read back equal, numbers to the bit. */
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type CsvOptions, parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { quickNumber } from '../../../../bindings/data/readers/csv/cells/quick-number.js';

interface Dialect {
  readonly delimiter: string;
  readonly newline: string;
  readonly quoteAll: boolean;
  readonly decimal: '.' | ',';
  readonly thousands: string;
  readonly comment: string | undefined;
  readonly titles: number;
  readonly units: boolean;
  readonly finalNewline: boolean;
  readonly gzip: boolean;
  /** Whether the options say what the reader can find. */
  readonly declared: boolean;
}

const dialects: fc.Arbitrary<Dialect> = fc
  .record({
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quoteAll: fc.boolean(),
    decimal: fc.constantFrom('.' as const, ',' as const),
    thousands: fc.constantFrom('', '', ' ', "'", '.', '\u00a0'),
    comment: fc.constantFrom(undefined, '#', '//'),
    titles: fc.nat(3),
    units: fc.boolean(),
    finalNewline: fc.boolean(),
    gzip: fc.boolean(),
    declared: fc.boolean(),
  })
  .filter(({ decimal, thousands }) => decimal !== thousands);

interface Cells {
  readonly number: number | null;
  readonly text: string | null;
}

/** Letters before and after keep texts from being numbers, dates or empty, and comments from being comments. */
const text = fc
  .string({ unit: 'binary' })
  .map((inner) => `a${inner.replace(/[\r\0\ufeff]/g, '')}z`);
const rows: fc.Arbitrary<Cells[]> = fc.array(
  fc.record({
    number: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    text: fc.option(fc.oneof(text, fc.constant(''))),
  }),
  { minLength: 1, maxLength: 30 },
);

/** Digits in groups of three with their signs. */
function written(value: number, { decimal, thousands }: Dialect): string {
  const [whole = '', ...rest] = (Object.is(value, -0) ? '-0' : String(value)).split('.');
  if (whole.includes('e')) return whole;
  const grouped = whole.replace(/\d(?=(\d{3})+$)/g, (digit) => digit + thousands);
  return [grouped, ...rest].join(decimal);
}

function quoted(cell: string, { delimiter, quoteAll }: Dialect): string {
  const needs = quoteAll || cell === '' || cell.includes(delimiter) || /["\n]/.test(cell);
  return needs ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function fileOf(cells: readonly Cells[], dialect: Dialect): Uint8Array {
  const { delimiter, newline, comment, titles, units, finalNewline, gzip } = dialect;
  const line = (parts: readonly (string | null)[]): string =>
    parts.map((part) => (part === null ? '' : quoted(part, dialect))).join(delimiter);
  const lines = [
    ...Array.from({ length: titles }, (_, i) => `Title ${i} with "one" quote"`),
    line(['key', 'number', 'text']),
    ...(units ? [line(['', 'yuan', ''])] : []),
    ...cells.flatMap(({ number, text: cell }, row) => [
      ...(comment !== undefined && row % 3 === 0 ? [`${comment} a "remark"${delimiter}`] : []),
      line([`k${row}`, number === null ? null : written(number, dialect), cell]),
      ...(row % 5 === 4 ? [''] : []),
    ]),
  ];
  const bytes = new TextEncoder().encode(lines.join(newline) + (finalNewline ? newline : ''));
  return gzip ? gzipSync(bytes) : bytes;
}

function optionsOf({ delimiter, decimal, thousands, comment, titles, units, declared }: Dialect) {
  const options: CsvOptions = {
    decimal,
    ...(declared && { delimiter }),
    ...(thousands !== '' && { thousands }),
    ...(comment !== undefined && { comment }),
    ...(titles > 0 && { header: titles + 1 }),
    ...(units && { unitsRow: true }),
    types: { number: 'number', text: 'text' },
  };
  return options;
}

test('a table is read back in every dialect, row by row', () => {
  fc.assert(
    fc.property(rows, dialects, (cells, dialect) => {
      const table = parseCsv(fileOf(cells, dialect), optionsOf(dialect));
      expect(table.nrows).toBe(cells.length);
      expect(table.columns.get('key')).toEqual({
        kind: 'text',
        values: cells.map((_, row) => `k${row}`),
      });
      const numbers = table.columns.get('number')!;
      expect(numbers.values).toEqual(Float64Array.from(cells, ({ number }) => number ?? NaN));
      expect(numbers.unit).toBe(dialect.units ? 'yuan' : undefined);
      const texts = table.columns.get('text')!;
      expect(texts.values).toEqual(cells.map((cell) => cell.text ?? ''));
      const nulls = texts.kind === 'text' ? texts.nulls : undefined;
      cells.forEach((cell, row) => {
        if (cell.text === '') expect(nulls![row]).toBe(0);
        if (cell.text === null && nulls) expect(nulls[row]).toBe(1);
      });
    }),
    { numRuns: 500 },
  );
});

test('numbers of every form are those of the engine, to the bit', () => {
  const digits = fc.stringMatching(/^-?\d{0,20}(\.\d{0,20})?$/);
  fc.assert(
    fc.property(fc.oneof(digits, fc.double().map(String)), (cell) => {
      const value = quickNumber(`,${cell},`, 1, 1 + cell.length);
      if (!Number.isNaN(value)) expect(value).toBe(Number(cell));
    }),
    { numRuns: 5000 },
  );
});

test('long decimals next to the middle of two doubles are those of the engine', () => {
  const doubles = fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n });
  fc.assert(
    fc.property(doubles, fc.integer({ min: 1, max: 9 }), (double, places) => {
      // The middle is double + 1/2; one of 2^(places + 1) of them has so few digits.
      const middle = ((2n * double + 1n) * 10n ** BigInt(places)) / 2n ** BigInt(places + 1);
      for (const offset of [-1n, 0n, 1n]) {
        const digits = String(middle + offset).slice(0, 19);
        const cell = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
        const value = quickNumber(cell, 0, cell.length);
        if (!Number.isNaN(value)) expect(value).toBe(Number(cell));
      }
    }),
    { numRuns: 5000 },
  );
});

test('the last row of a file with one column is that of the option, without an empty one', () => {
  const { nrows, columns } = parseCsv('x\n1\n2\n3\n', { lastRow: 3 });
  expect(nrows).toBe(2);
  expect([...columns.get('x')!.values]).toEqual([1, 2]);
});

describe('a column that is no numbers any more after many rows', () => {
  const many = Array.from({ length: 200_000 }, (_, row) => String(row));
  test.each<[string, string[], (string | number)[]]>([
    ['is text with all its cells', [...many, 'x'], [...many, 'x']],
    ['keeps its missing codes as text', [...many, 'NA', 'x'], [...many, 'NA', 'x']],
    ['is text for long integers', [...many, '9007199254740993'], [...many, '9007199254740993']],
    ['is text for leading zeros', [...many, 'NA', '007'], [...many, '', '007']],
    ['is numbers otherwise', [...many, '1e-3'], [...many.map(Number), 0.001]],
  ])('%s', (_, cells, expected) => {
    for (const after of ['1', '"1"']) {
      const { columns } = parseCsv(`x,y\n${cells.map((cell) => `${cell},${after}`).join('\n')}\n`);
      const { values } = columns.get('x')!;
      expect(values).toHaveLength(expected.length);
      expect(Array.from<unknown>(values)).toEqual(expected);
      expect(columns.get('y')!.kind).toBe('number');
    }
  });
});
