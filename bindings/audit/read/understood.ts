/** Understands a grid: which rows are coefficients, what stands below them, which are statistics. */
import type { AuditField } from '../../results/audit/audit.js';
import type { AuditColumn, AuditTable } from '../table.js';
import { type ReadCell, readCell } from './cells.js';
import { describedBy, descriptiveColumns } from './descriptive.js';
import { type Enclosed, type Enclosing, fieldByEvidence, fieldInNotes } from './enclosed.js';
import type { Grid } from './grid.js';
import { isHeading, statisticOf } from './labels.js';
import { carriesP, type OpenStatistics, readPBelow, readStatistic } from './statistics.js';

type Printed = Partial<Record<AuditField, string>>;

/** A coefficient; what stands in parentheses or brackets is named once the table is read. */
interface OpenRow {
  readonly row: string;
  readonly printed: Printed;
  readonly enclosed: Partial<Record<Enclosing, string>>;
}

interface OpenColumn extends OpenStatistics {
  readonly column: string;
  readonly number: number;
  readonly rows: OpenRow[];
  readonly words: Record<string, string>;
}

type Rows = readonly (readonly string[])[];

/** The tables of a grid: one, or one for each panel. Rows that it does not understand are left out. */
export function understood(grid: Grid): AuditTable[] {
  const nheads = grid.nheads ?? headsOf(grid.rows);
  const heads = grid.rows.slice(0, nheads);
  const body = grid.rows.slice(nheads);
  const descriptive = describedBy(heads);
  if (descriptive !== undefined) {
    const { notes } = grid;
    return [{ ...namesIn(grid), notes, columns: descriptiveColumns(descriptive, heads, body) }];
  }
  const extra = body.flatMap((row) => noteOf(row) ?? []);
  const notes = [grid.notes, ...extra].filter(Boolean).join('\n');
  const rows = body.filter((row) => noteOf(row) === undefined);
  const panels = panelsOf(rows).map(({ panel, rows: inPanel }) => {
    const table = readPanel(inPanel, openColumns(heads, grid), notes);
    const { table: name, ...start } = namesIn(grid);
    return { ...start, ...table, table: panel === '' ? name : `${name} ${panel}` };
  });
  return panels.filter(({ columns }) => columns.length > 0);
}

function namesIn({ table, title = '', label = '', rows }: Grid) {
  const width = (rows[0]?.length ?? 1) - 1;
  return { table, width, ...(title !== '' && { title }), ...(label !== '' && { label }) };
}

/** Columns without rows, with what stands over them. */
function openColumns(heads: Rows, { rows }: Grid): OpenColumn[] {
  return namesOf(heads, rows[0]?.length ?? 0).map((column, i) => {
    const over = heads
      .map((row) => row[i + 1] ?? '')
      .map((text) =>
        text
          .replace(/^(?:models?|col(?:umn)?|spec(?:ification)?)?[\s.]*\(?\d{1,2}\)?(?!\p{L})/iu, '')
          .trim(),
      )
      .filter((text) => text !== '');
    const head = [...new Set(over)].join(', ');
    const words: Record<string, string> = head === '' ? {} : { head };
    return { column, number: i + 1, rows: [], stats: {}, words };
  });
}

/** A heading such as `Panel A` begins a panel, if coefficients follow. */
function panelsOf(body: Rows): { readonly panel: string; readonly rows: Rows }[] {
  const panels: { panel: string; rows: (readonly string[])[] }[] = [{ panel: '', rows: [] }];
  for (const row of body) {
    const [label = ''] = row;
    const isPanel = isHeading(row) && /^(panel|part|面板)\b|^面板|^[A-H][.:)]\s/i.test(label);
    if (isPanel) panels.push({ panel: label, rows: [] });
    else panels.at(-1)!.rows.push(row);
  }
  return panels.reduce<typeof panels>((all, one) => {
    if (one.rows.length === 0) return all;
    const last = all.at(-1);
    if (last === undefined || one.rows.some(isBelow)) {
      return [...all, one];
    }
    last.rows.push(...one.rows);
    return all;
  }, []);
}

function readPanel(body: Rows, columns: OpenColumn[], notes: string) {
  const state = { label: '', inStatistics: false, statistic: '' };
  for (const [i, row] of body.entries()) {
    if (!isHeading(row) || isWords(row)) readRow(row, columns, { state, next: body[i + 1] ?? [] });
  }
  const unnamed = nameEnclosed(columns, notes);
  const kept = columns.filter(({ rows, stats }) => rows.length + Object.keys(stats).length > 0);
  return {
    notes,
    ...(unnamed.length > 0 && { unnamed }),
    columns: kept.map(({ column, number, rows, stats, words }): AuditColumn => ({
      ...{ column, number, stats, words, variables: {} },
      rows: rows.map(({ row, printed }) => ({ row, printed })),
    })),
  };
}

/** The words of a row that is a note, such as a legend of stars over all columns; undefined for other rows. */
function noteOf(row: readonly string[]): string | undefined {
  const [label = '', ...rest] = row;
  const texts = [...new Set(rest)].filter(Boolean);
  if (texts.some((text) => readCell(text).kind !== 'words') && !isHeading(row)) return undefined;
  const words = [...new Set([label, ...texts])].join(' ');
  return words.length > 40 ||
    /p\s*<|standard error|signif|^notes?\b|括号|statistics? in/i.test(words)
    ? words
    : undefined;
}

/** Rows before the first that has a label and a number that is no number of a model. */
function headsOf(rows: Rows): number {
  const first = rows.findIndex(([label = '', ...cells], i) => {
    const numbers = cells.filter((text) => readCell(text).kind === 'number');
    const isBody = numbers.length > 0 && (!areModelNumbers(cells) || isBelow(rows[i + 1] ?? []));
    return label !== '' && isBody;
  });
  return first < 0 ? rows.length : first;
}

/** `(1)`, `(2)` and so on, or without parentheses; some may stand over several columns. */
function areModelNumbers(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((text) =>
    text === '' ? [] : [/^\(?(\d{1,2})\)?$/.exec(text)?.[1]],
  );
  return numbers.every((text, i) => {
    const step = Number(text) - (i === 0 ? 1 : Number(numbers[i - 1]));
    return text !== undefined && step >= 0 && step <= 1;
  });
}

/** The number of a model, such as `(1)`, otherwise its last heading; made distinct by its place. */
function namesOf(heads: Rows, width: number): string[] {
  const names = Array.from({ length: Math.max(0, width - 1) }, (_, i) => {
    const texts = heads.map((row) => row[i + 1] ?? '').filter(Boolean);
    const numbered = texts.find((text) => /^\(?\d{1,2}\)?$/.test(text));
    return (numbered ?? texts.at(-1) ?? String(i + 1)).replace(/^\((.*)\)$/, '$1');
  });
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (${i + 1})`));
}

interface Reading {
  /** The coefficient that the last row was of, and whether statistics have begun. */
  readonly state: { label: string; inStatistics: boolean; statistic: string };
  readonly next: readonly string[];
}

function readRow(row: readonly string[], columns: readonly OpenColumn[], reading: Reading): void {
  const [label = '', ...texts] = row;
  const cells = texts.map(readCell);
  const { state } = reading;
  const kinds = new Set(cells.map(({ kind }) => kind).filter((kind) => kind !== 'empty'));
  if (kinds.size === 0) return;
  if ([...kinds].every(isEnclosing) && continues(label, state)) {
    readBelow(cells, columns, state.label);
    return;
  }
  if ([...kinds].every(isEnclosing) && label === '' && carriesP(state.statistic)) {
    cells.forEach((cell, i) => {
      readPBelow(columns[i]!, state.statistic, cell);
    });
  } else if (kinds.has('words') && kinds.size === 1) {
    texts.forEach((text, i) => (columns[i]!.words[label] ??= text));
  } else readLabelled(label, cells, columns, reading);
}

/** A row of coefficients or of a statistic. */
function readLabelled(
  label: string,
  cells: readonly ReadCell[],
  columns: readonly OpenColumn[],
  { state, next }: Reading,
): void {
  const hasErrors = isBelow(next) || cells.some(({ rest }) => isEnclosed(rest));
  const statistic = statisticOf(label);
  if (statistic !== undefined && (!hasErrors || state.inStatistics || carriesP(statistic))) {
    Object.assign(state, { label: '', inStatistics: true, statistic });
    readStatistics(columns, { statistic, label }, cells);
  } else if (hasErrors || !state.inStatistics || cells.some(({ stars }) => stars !== '')) {
    readEstimates(label, cells, columns, state);
  } else readStatistics(columns, { statistic: label, label }, cells);
}

function readStatistics(
  columns: readonly OpenColumn[],
  named: { readonly statistic: string; readonly label: string },
  cells: readonly ReadCell[],
): void {
  cells.forEach((cell, i) => {
    readStatistic(columns[i]!, named, cell);
  });
}

function isEnclosing(kind: ReadCell['kind']): boolean {
  return ['parentheses', 'brackets', 'interval'].includes(kind);
}

/** Whether a row goes on with the coefficient of the last one. */
function continues(label: string, state: Reading['state']): boolean {
  return state.label !== '' && (label === '' || label === state.label);
}

/** Whether all cells are words, each on its own. */
function isWords([, ...cells]: readonly string[]): boolean {
  return cells.length > 0 && cells.every((text) => /^(yes|no|y|n|✓|✔|x|×|是|否)$/i.test(text));
}

function isEnclosed(text: string): boolean {
  return isEnclosing(readCell(text).kind);
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
  state: Reading['state'],
): void {
  if (label === '') return;
  Object.assign(state, { label, inStatistics: false, statistic: '' });
  cells.forEach(({ kind, number, stars, rest }, i) => {
    if (kind !== 'number') return;
    const printed: Printed = { coef: number, ...(stars !== '' && { stars }) };
    const row: OpenRow = { row: label, printed, enclosed: {} };
    readEnclosed(row, readCell(rest));
    columns[i]!.rows.push(row);
  });
}

/** Errors, t, p or intervals below a coefficient. */
function readBelow(
  cells: readonly ReadCell[],
  columns: readonly OpenColumn[],
  label: string,
): void {
  cells.forEach((cell, i) => {
    const estimate = columns[i]!.rows.at(-1);
    if (estimate?.row === label) readEnclosed(estimate, cell);
  });
}

function readEnclosed({ printed, enclosed }: OpenRow, cell: ReadCell): void {
  const { kind, number, high, stars } = cell;
  if (kind === 'interval') {
    printed.ci_low ??= number;
    printed.ci_high ??= high!;
  } else if (kind === 'parentheses' || kind === 'brackets') enclosed[kind] ??= number;
  else return;
  if (stars !== '') printed.stars = stars;
}

/** Gives numbers in parentheses and brackets their names. Returns the kinds without one. */
function nameEnclosed(columns: readonly OpenColumn[], notes: string): Enclosing[] {
  const rows = columns.flatMap((column) => column.rows);
  return (['parentheses', 'brackets'] as const).filter((kind) => {
    const pairs = rows.flatMap(({ printed, enclosed }): Enclosed[] => {
      const number = enclosed[kind];
      const { coef = '', stars = '' } = printed;
      return number === undefined ? [] : [{ coef, stars, number }];
    });
    if (pairs.length === 0) return false;
    const field = fieldInNotes(kind, notes) ?? fieldByEvidence(pairs, notes);
    if (field === undefined) return true;
    for (const { printed, enclosed } of rows) {
      const number = enclosed[kind];
      if (number !== undefined) printed[field] ??= number;
    }
    return false;
  });
}
