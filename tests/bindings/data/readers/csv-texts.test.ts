import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';

const rows = (count: number) => Array.from({ length: count }, (_, row) => row);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The texts of column `x` as the table has them. */
function textsOf(cells: readonly string[]): readonly string[] {
  const column = parseCsv(['x,y', ...cells.map((cell) => `${cell},1`), ''].join('\n')).columns.get(
    'x',
  )!;
  if (column.kind !== 'text') throw new Error('expected text');
  return column.values;
}

test.each([
  ['repeated in order, more than are remembered', rows(140_000).map((row) => `firm ${row >> 1}`)],
  ['repeated at first, then each once', rows(40_000).map((row) => `a${row % (row >> 3 || 1)}`)],
  ['each once', rows(40_000).map((row) => `a${row}`)],
  [
    'with and without quotes',
    rows(9000).map((row) => (row % 3 ? `a${row % 50}` : `"a${row % 50}"`)),
  ],
  ['with quotes inside', rows(9000).map((row) => (row % 2 ? 'a' : quoted(`"a" ${row % 70}`)))],
  ['that look like quotes written twice', rows(300).map((row) => (row % 2 ? 'a""b' : '"a""b"'))],
])('texts %s are those of the parser', (_, cells) => {
  const expected = Papa.parse<string[]>(cells.join('\n'), { delimiter: ',', newline: '\n' }).data;
  expect(textsOf(cells)).toEqual(expected.map(([cell]) => cell));
});

test('empty cells are missing, and those in quotes are text, however often they come', () => {
  const cells = rows(9000).map((row) => ['', '""', '" "', 'a'][row % 4]!);
  const column = parseCsv(`x,y\n${cells.map((cell) => `${cell},1`).join('\n')}`).columns.get('x')!;
  expect(column.kind === 'text' && column.values.slice(0, 4)).toEqual(['', '', ' ', 'a']);
  expect(column.kind === 'text' && [...column.nulls!]).toEqual(
    cells.map((cell) => Number(cell === '')),
  );
});

test('a warning counts all rows with a cell, and names the first', () => {
  const cells = rows(9000).map((row) => (row >= 5 && row % 2 === 1 ? 'n/k' : String(row % 90)));
  const { warnings } = parseCsv(`x,y\n${cells.map((cell) => `${cell},1`).join('\n')}`);
  expect(warnings?.map(({ message }) => message)).toEqual([
    expect.stringContaining('4498 of its 9000 cells are not numbers, the first "n/k" in row 7'),
  ]);
});
