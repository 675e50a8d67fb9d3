/** Interprets a grid: models in columns, fields of coefficients in columns, correlations, or descriptive statistics. */
import type { AuditTable } from '../table.js';
import { readCorrelations } from './correlation.js';
import { describedBy, descriptiveColumns } from './descriptive.js';
import type { Grid } from './formats/grid.js';
import { headsOf, isBelow, namesOf, type Rows, wordsOver } from './heads.js';
import { joinedColumns } from './joined.js';
import { type OpenColumn, readModels } from './models.js';
import { fieldOf } from './fields.js';
import { isHeading, statisticOf } from './labels.js';
import { readCell } from './cells.js';
import { readTests } from './tests.js';
import { blocksOf, readBlocks } from './wide.js';

/** The tables in a grid: one, or one per panel. Rows that cannot be interpreted are left out. */
export function understood(grid: Grid): AuditTable[] {
  const { rows: upright, notes: extra } = withoutNotes(grid.rows);
  const all = turned(upright);
  const notes = [grid.notes, ...extra].filter(Boolean).join('\n');
  const start = namesIn(grid);
  const { title = '' } = start;
  const wide = blocksOf(all);
  if (wide !== undefined) {
    return withNumbers(
      panelsOf(all.slice(wide.nheads)).map(({ panel, rows }) => ({
        ...start,
        ...panelName(start.table, panel),
        ...readBlocks(rows, wide, { notes, facts: grid.facts ?? {} }),
      })),
    );
  }
  const nheads = grid.nheads ?? headsOf(all);
  const heads = all.slice(0, nheads);
  const correlations = readCorrelations(all, `${title}\n${notes}`);
  if (correlations !== undefined) return [{ ...start, notes, columns: [correlations] }];
  const descriptive = describedBy(heads);
  if (descriptive !== undefined) {
    const columns = descriptiveColumns(descriptive, heads, all.slice(nheads));
    return [{ ...start, notes, columns }];
  }
  const tests = readTests(heads, all.slice(nheads));
  if (tests !== undefined) return [{ ...start, notes, columns: tests }];
  const rows = joinedColumns(all, nheads);
  return withNumbers(
    panelsOf(rows.slice(nheads)).map(({ panel, rows: inPanel }) => ({
      ...start,
      width: (rows[0]?.length ?? 1) - 1,
      ...ofEstimates(
        readModels(inPanel, openColumns(rows.slice(0, nheads), rows), notes),
        rows.slice(0, nheads),
      ),
      ...panelName(start.table, panel),
    })),
  );
}

const withNumbers = (tables: readonly AuditTable[]) =>
  tables.filter(({ columns }) => columns.length > 0);

const panelName = (table: string, panel: string) => ({
  table: panel === '' ? table : `${table} ${panel}`,
});

function namesIn({ table, title = '', label = '', rows }: Grid) {
  const width = (rows[0]?.length ?? 1) - 1;
  return { table, width, ...(title !== '' && { title }), ...(label !== '' && { label }) };
}

/**
 * Without columns such as the p-values of tests, where the heads name two numbers of coefficients or more: they hold no
 * estimates.
 */
function ofEstimates<T extends Pick<AuditTable, 'columns'>>(read: T, heads: Rows): T {
  const named = heads.find((row) => {
    const fields = new Set(row.slice(1).flatMap(fieldIn));
    // Low and High alone are groups.
    return fields.size > 1 && [...fields].some((field) => !field.startsWith('ci_'));
  });
  if (named === undefined) return read;
  const isEstimate = (number = 0) =>
    fieldIn(named[number] ?? '').every((field) => field === 'coef');
  return { ...read, columns: read.columns.filter(({ number }) => isEstimate(number)) };
}

const fieldIn = (text: string) => [fieldOf(text) ?? []].flat();

/** Columns without rows, with what is over them. */
function openColumns(heads: Rows, rows: Rows): OpenColumn[] {
  return namesOf(heads, rows[0]?.length ?? 0).map((column, i) => {
    const head = wordsOver(heads, i + 1);
    const words: Record<string, string> = head === '' ? {} : { head };
    return { column, number: i + 1, rows: [], stats: {}, words };
  });
}

/** Transposes a table with a model per row and statistics in the headings, in which each model has errors below it. */
function turned(rows: Rows): Rows {
  const [head = [], ...body] = rows;
  const names = head.slice(1);
  const isTurned =
    names.some((text) => statisticOf(text) === 'n') &&
    !body.some(([label = '']) => statisticOf(label) !== undefined) &&
    body.some(isBelow) &&
    body.every((row) => row[0] !== '' || isBelow(row));
  if (!isTurned) return rows;
  const models: (readonly string[])[][] = [];
  for (const row of body) {
    if (row[0] === '') models.at(-1)?.push(row);
    else models.push([row]);
  }
  const nlines = Math.max(...models.map(({ length }) => length));
  const cell = (model: Rows, line: number, place: number) => model[line]?.[place] ?? '';
  return [
    ['', ...models.map((model) => cell(model, 0, 0))],
    ...names.flatMap((name, i) =>
      Array.from({ length: nlines }, (_, line) => [
        line === 0 ? name : '',
        ...models.map((model) => cell(model, line, i + 1)),
      ]).filter((row, line) => line === 0 || row.some((text) => readCell(text).kind !== 'empty')),
    ),
  ];
}

/** Separates rows from notes, which are recognized by their words or because they come last. */
function withoutNotes(all: Rows): {
  readonly rows: Rows;
  readonly notes: readonly string[];
} {
  let last = all.length;
  while (last > 1 && isHeading(all[last - 1]!)) last--;
  const tail = all.slice(last).map((row) => row[0] ?? '');
  const body = all.slice(0, last);
  const notes = body.flatMap((row, i) => (i === 0 ? [] : (noteOf(row) ?? [])));
  const rows = body.filter((row, i) => i === 0 || noteOf(row) === undefined);
  return { rows, notes: [...notes, ...tail] };
}

/** The words of a row that is a note, such as a legend of stars over all columns; undefined for other rows. */
function noteOf(row: readonly string[]): string | undefined {
  const [label = '', ...rest] = row;
  const texts = [...new Set(rest)].filter(Boolean);
  if (texts.length > 1) return undefined;
  if (texts.some((text) => readCell(text).kind !== 'words') && !isHeading(row)) return undefined;
  const words = [...new Set([label, ...texts])].join(' ').trim();
  const isNote =
    /p\s*[<\u2264]|standard[\s-]*error|signif|^notes?\b|^source|括号|^注|\b(?:in|below) (?:parenthes|brackets|square)|statistics? in/i;
  return words.length > 40 || isNote.test(words) ? words : undefined;
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
    if (last === undefined || one.rows.some(hasErrors)) return [...all, one];
    last.rows.push(...one.rows);
    return all;
  }, []);
}

/** Whether a row is one of errors, or has them behind its coefficients. */
function hasErrors(row: readonly string[]): boolean {
  return isBelow(row) || row.slice(1).some((text) => readCell(text).groups.length > 0);
}
