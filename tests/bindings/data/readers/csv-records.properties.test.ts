/** Records of the scanner compared with those of Papa Parse, which reads the header. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { InputError } from '../../../../bindings/core/errors/errors.js';
import { cellText, type Grid, PLAIN } from '../../../../bindings/data/readers/csv/grid.js';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { PlainLines } from '../../../../bindings/data/readers/csv/plain-lines.js';
import { Scanner } from '../../../../bindings/data/readers/csv/scanner.js';

interface Records {
  readonly rows: string[][];
  readonly lines: number[];
}

/** The records before the first fault, and whether there is one. */
function scanned(text: string, delimiter: string, comment?: string): Records & { error?: string } {
  const scanner = new Scanner({ text, start: 0, line: 1, subject: 'x' }, { delimiter, comment });
  const [rows, lines]: [string[][], number[]] = [[], []];
  try {
    while (scanner.hasNext()) {
      scanner.ncells = 0;
      lines.push(scanner.line);
      const count = scanner.next();
      const { bounds, marks } = scanner;
      rows.push(Array.from({ length: count }, (_, j) => cellText({ text, bounds, marks }, j)));
    }
  } catch (error) {
    return { rows, lines: lines.slice(0, rows.length), error: (error as InputError).message };
  }
  return { rows, lines };
}

function parsed(text: string, delimiter: string, comment?: string) {
  const rows: string[][] = [];
  let error: string | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    fastMode: false,
    comments: comment ?? false,
    step: ({ data, errors }, parser) => {
      const [fault] = errors;
      if (fault === undefined) return void rows.push(data);
      error = fault.code;
      parser.abort();
    },
  });
  // The parser makes a record of nothing after the last line end.
  if (error === undefined && text.endsWith('\n')) rows.pop();
  return { rows, error };
}

const pieces = fc.constantFrom('a', '1', ' ', ',', ',', ';;', '\n', '\n', '"', '"', '""', '#', 'é');
const texts = fc.array(pieces, { minLength: 1, maxLength: 24 }).map((list) => list.join(''));

test.each([
  [',', undefined],
  [';;', undefined],
  [',', '#'],
])('records are those of the parser (delimiter %s, comment %s)', (delimiter, comment) => {
  fc.assert(
    fc.property(texts, (text) => {
      const [found, expected] = [
        scanned(text, delimiter, comment),
        parsed(text, delimiter, comment),
      ];
      const fault = found.error?.replace(/.*(never closes|is followed by text).*/, '$1');
      expect(fault).toBe(
        expected.error &&
          (expected.error === 'MissingQuotes' ? 'never closes' : 'is followed by text'),
      );
      expect(found.rows).toEqual(expected.rows);
    }),
    { numRuns: 5000 },
  );
});

test('a record has the line in which it starts', () => {
  expect(scanned('a\n"b\nc"\n#\nd', ',', '#').lines).toEqual([1, 2, 5]);
});

test('cells with quotes are marked', () => {
  const scanner = new Scanner(
    { text: 'a,"b"', start: 0, line: 1, subject: 'x' },
    { delimiter: ',', comment: undefined },
  );
  scanner.next();
  expect(Array.from(scanner.marks.subarray(0, 2), (mark) => mark !== PLAIN)).toEqual([false, true]);
});

describe('plain lines', () => {
  const cells = fc.oneof(
    fc.constantFrom('', '1', '-2.5', 'a', 'é', '中文', '😀', ' '),
    fc.string({ unit: 'grapheme', maxLength: 30 }).map((cell) => cell.replace(/[",\n]/g, '')),
  );
  const row = fc.array(cells, { minLength: 3, maxLength: 3 });
  const tables = fc.tuple(fc.array(row, { maxLength: 60 }), fc.integer({ min: 1, max: 400 }));

  function eachGrid(text: string, width: number, take: (grid: Grid) => void): number {
    const lines = new PlainLines(text, ',', width);
    let position = 0;
    for (let line = 1; ;) {
      const grid = lines.next(position, line);
      if (grid === undefined) return position;
      take(grid);
      position = grid.end;
      line += grid.nrows;
    }
  }

  test('have the cells of the text, whatever the characters and the blocks', () => {
    fc.assert(
      fc.property(tables, ([rows, times]) => {
        const all = Array.from({ length: times }, () => rows).flat();
        const text = all.map((one) => `${one.join(',')}\n`).join('');
        const found: string[][] = [];
        const end = eachGrid(text, 3, (grid) => {
          expect(Array.from(grid.lines.subarray(0, grid.nrows))).toEqual(
            Array.from({ length: grid.nrows }, (_, i) => found.length + 1 + i),
          );
          for (let i = 0; i < grid.nrows; i++) {
            found.push([0, 1, 2].map((j) => cellText(grid, 3 * i + j)));
          }
        });
        expect(end).toBe(text.length);
        expect(found).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  test('have keys as different as their short cells', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
        const text = rows.map((one) => `${one.join(',')}\n`).join('');
        const keys = new Map<string, string>();
        eachGrid(text, 3, (grid) => {
          for (let j = 0; j < 3; j++) {
            const words = grid.keys?.(j);
            for (let i = 0; words !== undefined && i < grid.nrows; i++) {
              const cell = rows[i]![j]!;
              const isShort = new TextEncoder().encode(cell).length <= 15;
              expect(words[4 * i + 3]! >= 0).toBe(isShort);
              if (isShort) keys.set(cell, words.slice(4 * i, 4 * i + 4).join());
            }
          }
        });
        expect(new Set(keys.values()).size).toBe(keys.size);
      }),
      { numRuns: 300 },
    );
  });

  test('have no keys among halves of characters, which share their bytes', () => {
    const text = '\uD800,1\n\uD801,2\n';
    eachGrid(text, 2, (grid) => expect(grid.keys).toBeUndefined());
    expect(parseCsv(`x,y\n${text}`).columns.get('x')!.values).toEqual(['\uD800', '\uD801']);
  });

  test('may have more cells than a block', () => {
    const cells = Array.from({ length: 40_000 }, (_, j) => String(j % 10));
    const header = cells.map((_, j) => `c${j}`);
    const text = `${[header, cells, [...cells].reverse()].map((line) => line.join(',')).join('\n')}\n`;
    const { columns, nrows } = parseCsv(text);
    expect(nrows).toBe(2);
    const first = [...columns.values()].map(({ values }) => values[0]);
    const second = [...columns.values()].map(({ values }) => values[1]);
    expect(first).toEqual(cells.map(Number));
    expect(second).toEqual(cells.map(Number).reverse());
  });

  test('end before a line of another width', () => {
    expect(eachGrid('1,2\n3,4\n5\n6,7\n', 2, () => undefined)).toBe(8);
    expect(eachGrid('1,2\n3,4,5\n', 2, () => undefined)).toBe(4);
    expect(eachGrid('1,2\n3,4', 2, () => undefined)).toBe(4);
    expect(eachGrid('1\n\n2\n', 1, () => undefined)).toBe(5);
  });

  test('and other lines in turn are those of the parser', () => {
    const lines = fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom('1,a', '2,b', '-3.5,é', 'NA,') },
        fc.constantFrom('', ' ', '4,c,', '5,d,,'),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 200 }), (some, times) => {
        const all = Array.from({ length: times }, () => some).flat();
        const text = `x,y\n1,z\n${all.join('\n')}\n`;
        const kept = ['1,z', ...all].filter((line) => line.trim() !== '');
        const { columns, nrows } = parseCsv(text, { types: { x: 'text' } });
        expect(nrows).toBe(kept.length);
        expect(columns.get('x')!.values).toEqual(kept.map((line) => line.split(',')[0]));
        expect(columns.get('y')!.values).toEqual(kept.map((line) => line.split(',')[1]));
      }),
      { numRuns: 100 },
    );
  });
});
