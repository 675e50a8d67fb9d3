/** Texts written as CSV are the same when they are read again, or a note says what is otherwise. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../bindings/data/column.js';
import { tableToCsv } from '../../../../bindings/data/convert/csv.js';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import type { Table } from '../../../../bindings/data/table.js';

/** Texts that readers and spreadsheets like to change. */
const tricky = fc.oneof(
  fc.constantFrom(
    ...['007', '3.10', '1E5', '+5', '.5', '5.', '1,5', '1.234,5', '1,234', '12%', '2^53', '1e400'],
    ...['9007199254740993', '-0', 'inf', 'NaN', 'nan', '+NaN', 'NA', 'N/A', '-', '.', 'NULL', ''],
    ...['TRUE', 'false', '2020-02-29', '2020-02-29T12:30', '2020-02-30', '29/02/2020', '201912'],
    ...['=1+1', '+x', '-x', '@a', "'a", '#a', ' a', 'a ', '\ta', 'a\t', ' 5 ', '  ', '"', '""'],
    ...[
      'a"b',
      'a,b',
      'a;b',
      'a|b',
      'a\nb',
      'a\r\nb',
      'a\rb',
      '\n',
      'São',
      '中',
      '\ufeffa',
      'a\ufeff',
    ],
    ...['\u00a0', '\u200b', '\ud800', 'a\u0000b', '// a', '%'],
  ),
  fc.string({ maxLength: 4 }),
  fc.integer({ min: -99, max: 99 }).map(String),
);
const name = fc.oneof(
  fc.constantFrom(
    'a',
    '=x',
    '-x',
    '@y',
    '#n',
    ' s ',
    'a|b',
    'a;b',
    '1',
    'x.1',
    'a"b',
    'l\nm',
    '007',
  ),
  fc.string({ minLength: 1, maxLength: 3 }).filter((text) => !/[\r\ufeff\0]/.test(text)),
);

const texts = fc.uniqueArray(fc.tuple(name, fc.infiniteStream(fc.option(tricky, { freq: 8 }))), {
  selector: ([one]) => one.trim(),
  minLength: 1,
  maxLength: 4,
});

function textColumn(cells: readonly (string | null)[]): Column {
  return {
    kind: 'text',
    values: cells.map((cell) => cell ?? ''),
    nulls: Uint8Array.from(cells, (cell) => Number(cell === null)),
  };
}

/** Cells with null for missing ones. */
const cellsOf = (column: Column): readonly (string | number | null)[] =>
  Array.from<string | number, string | number | null>(column.values, (value, row) => {
    if (typeof value === 'number') return Number.isNaN(value) ? null : value;
    return value === '' && (column.kind !== 'text' || column.nulls?.[row] !== 0) ? null : value;
  });

const named = (notes: readonly string[], columns: readonly string[], column: string) =>
  notes.some((note) => note.includes(`"${column}"`) || /: \d+ columns/.test(note)) &&
  columns.length > 0;

describe('texts', () => {
  it('come back from CSV as they are, or a note names their column', () => {
    const property = fc.property(texts, fc.integer({ min: 1, max: 12 }), (columns, nrows) => {
      const cells = new Map(columns.map(([one, stream]) => [one, [...stream.take(nrows)]]));
      const table: Table = {
        nrows,
        columns: new Map(Array.from(cells, ([one, values]) => [one, textColumn(values)])),
      };
      const { bytes, notes } = tableToCsv(table);
      const names = [...cells.keys()];
      const allNumbers = names.every((one) => /^\s*[\d.]+\s*$/.test(one));
      const isBinary = [...cells].some(([one, all]) => [one, ...all].join('').includes('\0'));
      if (allNumbers || isBinary) return; // refused by the reader
      if (notes.some((note) => note.startsWith('names of columns'))) return;
      const read = parseCsv(bytes);
      const kept = [...read.columns.keys()];
      expect(kept).toEqual(names);
      for (const [i, [one, values]] of [...cells].entries()) {
        const again = read.columns.get(kept[i] ?? one);
        if (again === undefined) continue; // empty and without a name
        const isSame = JSON.stringify(cellsOf(again)) === JSON.stringify(values);
        if (!isSame) expect(named(notes, kept, one)).toBe(true);
      }
      const types = Object.fromEntries(kept.map((one) => [one, 'text' as const]));
      const declared = parseCsv(bytes, { types });
      for (const [i, [, values]] of [...cells].entries()) {
        const exact = values.every((cell) => cell === null || !/\r|[\ud800-\udfff]/.test(cell));
        const again = declared.columns.get(kept[i] ?? '');
        if (cells.size === 1 && values.at(-1) === null) continue; // empty lines at the end
        if (exact && again !== undefined) expect(cellsOf(again)).toEqual(values);
      }
    });
    fc.assert(property, { seed: 14, numRuns: 1000 });
  });

  it('and numbers of a CSV file come back from its copy', () => {
    const text = tricky.filter((one) => !one.includes('\0'));
    const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }).map(String));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const property = fc.property(
      fc.array(fc.tuple(cell, cell, fc.integer({ min: 0, max: 9 })), {
        minLength: 1,
        maxLength: 8,
      }),
      (rows) => {
        const lines = rows.map(([a, b, n]) => `${quoted(a)},${quoted(b)},${n}.${n}`);
        const first = parseCsv(`a,b,n\n${lines.join('\n')}\n`);
        const { bytes, notes } = tableToCsv(first);
        const second = parseCsv(bytes);
        for (const [one, column] of first.columns) {
          const again = second.columns.get(one)!;
          const cells = cellsOf(column);
          const isSame = JSON.stringify(cellsOf(again)) === JSON.stringify(cells);
          if (!isSame) expect(notes.some((note) => /"|\d columns/.test(note))).toBe(true);
          if (column.kind !== 'number' || one === 'n') continue;
          const written = rows.map((row) => row[one === 'a' ? 0 : 1].trim());
          const isChanged = written.some(
            (text, row) =>
              /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) &&
              text.length < 15 &&
              cells[row] !== null &&
              text !== String(cells[row]) &&
              text !== '-0',
          );
          if (isChanged) expect(notes.join()).toContain('shortest digits');
        }
      },
    );
    fc.assert(property, { seed: 15, numRuns: 800 });
  });

  it.each([
    ['3.10', '4.20'],
    ['1E5', '7'],
    ['.5', '2'],
    ['+5', '6'],
  ])('of numbers such as %s are named where they are written otherwise', (...cells) => {
    const table = parseCsv(`code\n${cells.join('\n')}\n`);
    expect(tableToCsv(table).notes.join()).toMatch(/shortest digits.*column "code"/);
    const texts = parseCsv(`code\n${cells.join('\n')}\n`, { types: { code: 'text' } });
    const { bytes } = tableToCsv(texts);
    expect(new TextDecoder().decode(bytes)).toBe(`code\n${cells.join('\n')}\n`);
  });
});
