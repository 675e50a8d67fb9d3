/** Reads models in columns: which rows are coefficients, what is below them, and which are statistics. */
import type { AuditField } from '../../../results/audit/audit.js';
import type { AuditColumn, AuditTable } from '../table.js';
import { constantNames } from '../constants.js';
import type { Enclosing, Group, ReadCell } from './cells.js';
import { type Enclosed, fieldByEvidence, isContradicted } from './enclosed/evidence.js';
import { enclosedInNotes, quantitiesIn } from './enclosed/words.js';
import type { Rows } from './heads.js';
import { isAncillary } from './labels.js';
import { type Line, linesOf } from './lines.js';
import { carriesP, type OpenStatistics, readPBelow, readStatistic } from './statistics.js';

type Printed = Partial<Record<AuditField, string>>;

/** A coefficient. The notes of the table, read later, say what its brackets hold. */
interface OpenRow {
  readonly row: string;
  readonly printed: Printed;
  readonly enclosed: Partial<Record<Enclosing, string>>;
  extra: boolean;
}

export interface OpenColumn extends OpenStatistics {
  readonly column: string;
  readonly number: number;
  readonly rows: OpenRow[];
  readonly words: Record<string, string>;
}

/** Reads the rows of a table, or of a panel of it, into its columns. */
export function readModels(
  body: Rows,
  columns: readonly OpenColumn[],
  notes: string,
): Pick<AuditTable, 'columns' | 'notes' | 'unnamed'> {
  for (const line of linesOf(body)) readLine(line, columns);
  markExtra(columns);
  const unnamed = nameEnclosed(columns, notes);
  const kept = columns.filter(({ rows, stats }) => rows.length + Object.keys(stats).length > 0);
  return {
    notes,
    ...(unnamed.length > 0 && { unnamed }),
    columns: kept.map(({ column, number, rows, stats, words }): AuditColumn => ({
      column,
      number,
      stats,
      words,
      variables: {},
      rows: rows.map(({ row, printed, extra }) => ({
        row,
        printed,
        ...(extra && { extra: true as const }),
      })),
    })),
  };
}

function readLine(line: Line, columns: readonly OpenColumn[]): void {
  const { label, cells, texts } = line;
  switch (line.kind) {
    case 'words':
      texts.forEach((text, i) => (columns[i]!.words[label] ??= text));
      return;
    case 'estimate':
      cells.forEach((cell, i) => {
        if (cell.kind === 'number') columns[i]!.rows.push(openRow(label, cell, line.extra));
      });
      return;
    case 'below':
      cells.forEach((cell, i) => {
        const estimate = columns[i]!.rows.at(-1);
        if (estimate?.row === label) readEnclosed(estimate, cell, line.field);
      });
      return;
    case 'statistic':
      cells.forEach((cell, i) => {
        readStatistic(columns[i]!, line, cell);
      });
      return;
    case 'p-below':
      cells.forEach((cell, i) => {
        if (carriesP(line.statistic)) readPBelow(columns[i]!, line.statistic, cell);
      });
  }
}

function openRow(label: string, cell: ReadCell, extra: boolean): OpenRow {
  const { number, stars } = cell;
  const printed: Printed = { coef: number, ...(stars !== '' && { stars }) };
  const row: OpenRow = { row: label, printed, enclosed: {}, extra };
  for (const group of cell.groups) readGroup(row, group);
  return row;
}

/** Errors, t, p or intervals below a coefficient; `field` where the label of the line names it. */
function readEnclosed(row: OpenRow, cell: ReadCell, field: AuditField | undefined): void {
  const isPlain = cell.kind === 'number';
  const groups: readonly Group[] = isPlain
    ? [{ enclosing: 'below', number: cell.number, stars: cell.stars }]
    : cell.groups;
  for (const group of groups) {
    if (field !== undefined && group.high === undefined) row.printed[field] ??= group.number;
    else readGroup(row, group);
  }
}

function readGroup(
  { printed, enclosed }: OpenRow,
  { enclosing, number, high, stars }: Group,
): void {
  if (high === undefined) enclosed[enclosing] ??= number;
  else if (printed.ci_low === undefined) Object.assign(printed, { ci_low: number, ci_high: high });
  if (stars !== '') printed.stars = stars;
}

/**
 * Marks rows that multiply no regressor: ancillary parameters, and rows after the intercept in a column that does not
 * begin with it.
 */
function markExtra(columns: readonly OpenColumn[]): void {
  for (const { rows } of columns) {
    const constant = rows.findIndex(({ row }) => constantNames.has(row));
    rows.forEach((row, i) => {
      if ((constant > 0 && i > constant) || isAncillary(row.row)) row.extra = true;
    });
  }
}

const kinds = ['parentheses', 'brackets', 'braces', 'below'] as const;

/** The columns with estimates: in a table of balance those from the first difference, after the means. */
function withEstimates(columns: readonly OpenColumn[], notes: string): readonly OpenColumn[] {
  if (!/standard deviations? of (?:the )?means|均值的标准差/i.test(notes)) return columns;
  const first = columns.findIndex(({ words }) => /differen|差异/i.test(words['head'] ?? ''));
  return columns.slice(Math.max(0, first));
}

/** Names the numbers in brackets and below coefficients. Returns the kinds that remain unnamed. */
function nameEnclosed(columns: readonly OpenColumn[], notes: string): Enclosing[] {
  const rows = withEstimates(columns, notes).flatMap((column) => column.rows);
  const printed = kinds.filter((kind) => rows.some(({ enclosed }) => enclosed[kind] !== undefined));
  const said = enclosedInNotes(notes);
  return printed.filter((kind) => {
    const pairs = rows.filter(isEvidence).flatMap(({ printed: fields, enclosed }): Enclosed[] => {
      const { coef = '', stars = '' } = fields;
      const number = enclosed[kind];
      return number === undefined ? [] : [{ coef, stars, number }];
    });
    const field = fieldIn(notes, kind, { printed, said, pairs });
    if (field === undefined) return true;
    for (const { printed: fields, enclosed } of rows) {
      const number = enclosed[kind];
      if (number !== undefined) fields[field] ??= number;
    }
    return false;
  });
}

/** Many tables give no stars to intercepts and cut points. */
function isEvidence({ row, printed, extra }: OpenRow): boolean {
  return printed.stars !== undefined || !(extra || constantNames.has(row));
}

interface Evidence {
  readonly printed: readonly Enclosing[];
  readonly said: ReturnType<typeof enclosedInNotes>;
  readonly pairs: readonly Enclosed[];
}

/**
 * Follows the notes for this place. If they name one quantity for a place that is not printed, and only one place is
 * printed, they mean that one, because "brackets" may be parentheses. Otherwise decides by stars and signs, or takes
 * the only quantity that is named at all.
 */
function fieldIn(
  notes: string,
  kind: Enclosing,
  { printed, said, pairs }: Evidence,
): AuditField | undefined {
  const alone = printed.length === 1 && said.size === 1 ? [...said.values()][0] : undefined;
  const quantity = said.get(kind) ?? alone;
  if (quantity !== undefined && quantity !== 'ci') return quantity;
  const evident = fieldByEvidence(pairs, notes);
  if (evident !== undefined || said.size > 0) return evident;
  const mentioned = [...quantitiesIn(notes)].filter((one) => one !== 'ci');
  const [only] = mentioned;
  if (only === undefined || printed.length > 1 || mentioned.length > 1) return undefined;
  return isContradicted(pairs, only === 'z' ? 't' : only, notes) ? undefined : only;
}
