/** Understands a grid: which rows are coefficients, what stands below them, which are statistics. */
import type { AuditField } from '../../results/audit/audit.js';
import type { AuditColumn, AuditTable } from '../table.js';
import { enclosedField, type ReadCell, readCell } from './cells.js';
import type { Grid } from './grid.js';
import { isHeading, momentOf, statisticOf } from './labels.js';

type Printed = Partial<Record<AuditField, string>>;

interface OpenColumn {
  readonly column: string;
  readonly number: number;
  readonly rows: { readonly row: string; readonly printed: Printed }[];
  readonly stats: Record<string, string>;
  readonly variables: Record<string, Record<string, string>>;
}

/** The table of a grid. Rows that it does not understand are left out. */
export function understood(grid: Grid): AuditTable {
  const nheads = grid.nheads ?? headsOf(grid.rows);
  const heads = grid.rows.slice(0, nheads);
  const body = grid.rows.slice(nheads);
  const { notes } = grid;
  const width = (grid.rows[0]?.length ?? 1) - 1;
  const start = { ...namesIn(grid), width };
  const descriptive = describedBy(heads);
  if (descriptive !== undefined) {
    return { ...start, notes, columns: [descriptiveColumn(descriptive, body)] };
  }
  const columns = namesOf(heads, grid.rows[0]?.length ?? 0).map((column, i): OpenColumn => ({
    column,
    number: i + 1,
    rows: [],
    stats: {},
    variables: {},
  }));
  const extra: string[] = [];
  const state = { label: '', inStatistics: false };
  for (const [i, row] of body.entries()) {
    const words = noteOf(row);
    if (words !== undefined) extra.push(words);
    else if (!isHeading(row)) readRow(row, columns, { state, notes, next: body[i + 1] ?? [] });
  }
  const kept = columns.filter(({ rows, stats }) => rows.length + Object.keys(stats).length > 0);
  return { ...start, notes: [notes, ...extra].filter(Boolean).join('\n'), columns: kept };
}

function namesIn({ table, title = '', label = '' }: Grid) {
  return { table, ...(title !== '' && { title }), ...(label !== '' && { label }) };
}

/** The words of a row that is a note, such as a legend of stars over all columns; undefined for other rows. */
function noteOf(row: readonly string[]): string | undefined {
  const [label = '', ...rest] = row;
  const texts = [...new Set(rest)].filter(Boolean);
  if (texts.some((text) => readCell(text).kind !== 'words') && !isHeading(row)) return undefined;
  const words = [...new Set([label, ...texts])].join(' ');
  return words.length > 40 || /p\s*<|standard error|signif|^notes?\b|括号/i.test(words)
    ? words
    : undefined;
}

/** Rows before the first that has a label and a number that is no number of a model. */
function headsOf(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex(([label = '', ...cells]) => {
    const numbers = cells.filter((text) => readCell(text).kind === 'number');
    return (
      label !== '' && numbers.length > 0 && !cells.every((text) => /^\(?\d{1,2}\)?$|^$/.test(text))
    );
  });
  return first < 0 ? rows.length : first;
}

/** The number of a model, such as `(1)`, otherwise its last heading; made distinct by its place. */
function namesOf(heads: readonly (readonly string[])[], width: number): string[] {
  const names = Array.from({ length: Math.max(0, width - 1) }, (_, i) => {
    const texts = heads.map((row) => row[i + 1] ?? '').filter(Boolean);
    const numbered = texts.find((text) => /^\(?\d{1,2}\)?$/.test(text));
    return (numbered ?? texts.at(-1) ?? String(i + 1)).replace(/^\((.*)\)$/, '$1');
  });
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`));
}

interface Reading {
  /** The coefficient that the last row was of, and whether statistics have begun. */
  readonly state: { label: string; inStatistics: boolean };
  readonly next: readonly string[];
  readonly notes: string;
}

function readRow(row: readonly string[], columns: readonly OpenColumn[], reading: Reading): void {
  const [label = '', ...texts] = row;
  const cells = texts.map(readCell);
  const { state } = reading;
  const kinds = new Set(cells.map(({ kind }) => kind).filter((kind) => kind !== 'empty'));
  const enclosed = [...kinds].every((kind) =>
    ['parentheses', 'brackets', 'interval'].includes(kind),
  );
  if (kinds.size === 0) return;
  if (enclosed && state.label !== '' && (label === '' || label === state.label)) {
    readBelow(cells, columns, reading);
    return;
  }
  if (kinds.has('words') && kinds.size === 1) return;
  const hasErrors = isBelow(reading.next) || cells.some(({ rest }) => isEnclosed(rest));
  const statistic = hasErrors ? undefined : statisticOf(label);
  if (statistic !== undefined) {
    Object.assign(state, { label: '', inStatistics: true });
    cells.forEach((cell, i) => readStatistic(columns[i]!, statistic, cell));
  } else if (hasErrors || !state.inStatistics || cells.some(({ stars }) => stars !== '')) {
    readEstimates(label, cells, columns, reading);
  }
}

function isEnclosed(text: string): boolean {
  return ['parentheses', 'brackets', 'interval'].includes(readCell(text).kind);
}

/** Whether a row has no label and numbers in parentheses or brackets only. */
function isBelow([label = '', ...texts]: readonly string[]): boolean {
  const filled = texts.filter((text) => readCell(text).kind !== 'empty');
  return label === '' && filled.length > 0 && filled.every(isEnclosed);
}

function readEstimates(
  label: string,
  cells: readonly ReadCell[],
  columns: readonly OpenColumn[],
  { state, notes }: Reading,
): void {
  if (label === '') return;
  Object.assign(state, { label, inStatistics: false });
  cells.forEach(({ kind, number, stars, rest }, i) => {
    if (kind !== 'number') return;
    const beside = readCell(rest);
    const printed: Printed = { coef: number, ...(stars !== '' && { stars }) };
    if (beside.kind === 'parentheses' || beside.kind === 'brackets') {
      printed[enclosedField(beside.kind, [beside.number], notes)] = beside.number;
      if (beside.stars !== '') printed.stars = beside.stars;
    }
    if (beside.kind === 'interval')
      Object.assign(printed, { ci_low: beside.number, ci_high: beside.high });
    columns[i]!.rows.push({ row: label, printed });
  });
}

/** Errors, t, p or intervals below a coefficient. */
function readBelow(
  cells: readonly ReadCell[],
  columns: readonly OpenColumn[],
  { state, notes }: Reading,
): void {
  const kind = cells.find((cell) => cell.kind !== 'empty')!.kind;
  const numbers = cells.filter((cell) => cell.kind !== 'empty').map(({ number }) => number);
  const field =
    kind === 'interval'
      ? 'ci_low'
      : enclosedField(kind as 'parentheses' | 'brackets', numbers, notes);
  cells.forEach((cell, i) => {
    const estimate = columns[i]!.rows.at(-1);
    if (cell.kind === 'empty' || estimate?.row !== state.label || field in estimate.printed) return;
    estimate.printed[field] = cell.number;
    if (cell.high !== undefined) estimate.printed.ci_high = cell.high;
    if (cell.stars !== '') estimate.printed.stars = cell.stars;
  });
}

/** A statistic, with `(df = 1; 148)` behind an F. */
function readStatistic(column: OpenColumn, statistic: string, cell: ReadCell): void {
  if (cell.kind === 'empty' || cell.kind === 'words') return;
  column.stats[statistic] ??= cell.number;
  const dfs = /df\s*=\s*(\d+)\s*;\s*(\d+)/.exec(cell.rest);
  if (dfs !== null && statistic === 'f') {
    column.stats['df1'] = dfs[1]!;
    column.stats['df2'] = dfs[2]!;
  }
}

/** The statistic of each column, where most heads are moments. */
function describedBy(heads: readonly (readonly string[])[]): (string | undefined)[] | undefined {
  const last = heads.at(-1) ?? [];
  const names = last.map(momentOf);
  return names.filter((name) => name !== undefined).length >= 2 && names[0] === undefined
    ? names
    : undefined;
}

function descriptiveColumn(
  names: readonly (string | undefined)[],
  body: readonly (readonly string[])[],
): AuditColumn {
  const variables: Record<string, Record<string, string>> = {};
  for (const row of body) {
    const [label = ''] = row;
    if (label === '' || isHeading(row)) continue;
    const moments: Record<string, string> = {};
    names.forEach((name, i) => {
      const cell = readCell(row[i] ?? '');
      if (name !== undefined && cell.kind === 'number') moments[name] = cell.number;
    });
    variables[label] = moments;
  }
  return { column: '1', rows: [], stats: {}, variables };
}
