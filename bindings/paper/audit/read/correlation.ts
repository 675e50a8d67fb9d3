/** Correlation matrices: variables in rows and, in the same order, in columns. */
import type { AuditColumn } from '../table.js';
import { type ReadCell, readCell } from './cells.js';
import type { Rows } from './heads.js';
import { isHeading, momentOf } from './labels.js';
import { nobsIn } from './statistics.js';

interface Matrix {
  readonly names: readonly string[];
  /** The column of the first variable. */
  readonly first: number;
  readonly cells: readonly (readonly ReadCell[])[];
  readonly rows: Rows;
}

/** Rows that may be headings. */
const mostHeads = 3;

/**
 * The column of a table whose headings match its rows and whose numbers are correlations; undefined for other tables.
 */
export function readCorrelations(rows: Rows, words: string): AuditColumn | undefined {
  for (let nheads = 1; nheads <= Math.min(mostHeads, rows.length - 2); nheads++) {
    const head = rows[nheads - 1]!;
    const matrix = matrixOf(head, rows.slice(nheads));
    if (matrix !== undefined && isCorrelation(matrix, words)) return columnOf(matrix, head, words);
  }
  return undefined;
}

function columnOf(
  { names, first, cells, rows }: Matrix,
  head: readonly string[],
  words: string,
): AuditColumn {
  const moments = head.slice(0, first).map(momentOf);
  const variables = names.map((name, i) => {
    const texts: Record<string, string> = {};
    moments.forEach((moment, j) => {
      const cell = readCell(rows[i]![j]!);
      if (moment !== undefined && cell.kind === 'number') texts[moment] = cell.number;
    });
    cells[i]!.forEach((cell, j) => {
      if (cell.kind !== 'number') return;
      texts[`corr[${names[j]!}]`] = cell.number;
      if (cell.stars !== '') texts[`stars[${names[j]!}]`] = cell.stars;
    });
    return [name, texts] as const;
  });
  const n = nobsIn(words);
  const stats: Record<string, string> = n === undefined ? {} : { n };
  return { column: '1', number: 1, rows: [], stats, variables: Object.fromEntries(variables) };
}

/** Without the number before a name, as in `1. Size` and `(2) Age`. */
const name = (text: string) => text.replace(/^\(?\d{1,2}[.)]+\s*(?=\S)/, '').trim();
const number = (text: string) => /^\(?(\d{1,2})(?:[.)]|$)/.exec(text.trim())?.[1];

/** Matches rows and columns of the same variables, by name or by number; the last variable may have no column. */
function matrixOf(head: readonly string[], body: Rows): Matrix | undefined {
  const rows = body.filter((row) => row[0] !== '' && !isHeading(row) && hasNumbers(row));
  if (rows.length < 2 || new Set(rows.map(([label]) => label)).size < rows.length) return undefined;
  const is = (text: string, row: number) => {
    const label = rows[row]![0]!;
    return (
      text !== '' &&
      (name(text) === name(label) || number(text) === (number(label) ?? String(row + 1)))
    );
  };
  const first = head.findIndex((text, i) => i > 0 && is(text, 0));
  if (first < 0) return undefined;
  const columns = head.slice(first);
  const width = Math.min(columns.length, rows.length);
  if (width < Math.max(2, rows.length - 1) || columns.length > rows.length) return undefined;
  if (!columns.every((text, j) => is(text, j))) return undefined;
  const cells = rows.map((row) => rows.map((_, j) => readCell(row[first + j] ?? '')));
  return { names: rows.map(([label]) => name(label!)), first, cells, rows };
}

function hasNumbers(row: readonly string[]): boolean {
  return row.slice(1).some((text) => readCell(text).kind === 'number');
}

/** Numbers of at most one below a diagonal that is empty, or has reliabilities in brackets, and nothing above it. */
function isTriangle(cells: Matrix['cells']): boolean {
  const below = cells.flatMap((line, i) => line.slice(0, i));
  const others = cells.flatMap((line, i) => [
    ...line.slice(i, i + 1).filter(({ kind }) => kind !== 'enclosed'),
    ...line.slice(i + 1),
  ]);
  return (
    others.every(({ kind }) => kind === 'empty') &&
    below.every(({ kind, number: text }) => kind === 'number' && Math.abs(Number(text)) <= 1)
  );
}

/**
 * Recognizes correlations by the words of the table, or by a diagonal of ones with no variable paired with itself
 * elsewhere.
 */
function isCorrelation({ cells }: Matrix, words: string): boolean {
  const diagonal = cells.flatMap((line, i) =>
    line[i]?.kind === 'number' ? [Number(line[i].number)] : [],
  );
  if (isTriangle(cells)) return true;
  const ones = diagonal.filter((value) => value === 1).length;
  const others = diagonal.length - ones;
  if (/correlation|相关/i.test(words)) return others <= 1 || ones === 0;
  return ones >= 2 && others <= 1;
}
