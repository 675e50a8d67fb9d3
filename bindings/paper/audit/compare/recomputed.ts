/** The tables of this program as printed numbers, each with the number behind it. */
import type { AuditField } from '../../../results/audit/audit.js';
import type { PaperCell, PaperRow, PaperTable } from '../../tables/paper/table.js';
import { readCell } from '../read/cells.js';

/** Paths of results by the statistics of the long form. */
const auditNames: Readonly<Record<string, string>> = {
  nobs: 'n',
  ngroups: 'groups',
  ninstruments: 'instruments',
  rsquared: 'r2',
  rsquaredAdj: 'adj_r2',
  rsquaredWithin: 'within_r2',
  rsquaredBetween: 'between_r2',
  rsquaredOverall: 'overall_r2',
  rsquaredTransformed: 'transformed_r2',
  rsquaredTransformedAdj: 'adj_transformed_r2',
  loglik: 'll',
  f: 'f',
  'f.p': 'f_p',
  hansen: 'j',
  'hansen.p': 'j_p',
  'hansen.df': 'j_df',
  jTest: 'j',
  'jTest.p': 'j_p',
  'jTest.df': 'j_df',
  wald: 'chi2',
  'wald.p': 'chi2_p',
  'wald.df': 'df',
  'ar[1]': 'ar1_z',
  'ar[1].p': 'ar1_p',
  'ar[2]': 'ar2_z',
  'ar[2].p': 'ar2_p',
  partialF: 'first_stage_f',
  'firstStage.partialF': 'first_stage_f',
};

/** Statistics of variables. */
const momentNames: Readonly<Record<string, string>> = {
  n: 'n',
  nobs: 'n',
  mean: 'mean',
  sd: 'sd',
  min: 'min',
  max: 'max',
};

/** A number of a table: as printed, and in full precision. */
export interface RecomputedNumber {
  readonly column: number;
  /** What the row may be called: its label, and the term or the path of the statistic. */
  readonly names: readonly string[];
  /** `field` of a coefficient, `stat` of a column, or `moment` of a variable. */
  readonly kind: 'field' | 'stat' | 'moment';
  readonly key: string;
  readonly text: string;
  readonly value?: number | undefined;
  /** The group of rows that a moment is of; empty for all rows. */
  readonly group?: string;
}

export interface RecomputedColumn {
  readonly number: number;
  /** All headings of the column, from the top. */
  readonly heads: readonly string[];
}

export interface RecomputedTable {
  readonly id: string;
  readonly title: string | undefined;
  readonly columns: readonly RecomputedColumn[];
  readonly numbers: readonly RecomputedNumber[];
  readonly legend: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

export function recomputedTable(id: string, table: PaperTable): RecomputedTable {
  const { title, head, spans, body, stars, notes } = table;
  const columns = head[0]!.slice(1).map((_, i): RecomputedColumn => {
    const over = spans.filter(({ over: [first, last] }) => first <= i + 1 && i + 1 <= last);
    const heads = [...over.map((span) => span.head), ...head.map((line) => line[i + 1] ?? '')];
    return { number: i + 1, heads: heads.filter(Boolean) };
  });
  let label = '';
  const numbers = body.flatMap((row) => {
    if (row.kind !== 'below') label = row.label;
    return row.cells.flatMap((cell) => {
      const heads = columns[cell.column - 1]!.heads;
      return numbersOf({ ...row, label }, cell, heads.length > 1 ? heads[0]! : '');
    });
  });
  return { id, title, columns, numbers, legend: stars, notes };
}

function numbersOf({ label, kind }: PaperRow, cell: PaperCell, group: string): RecomputedNumber[] {
  const { column, name = label, statistic = '', text, value } = cell;
  if (text === '') return [];
  const place = { column, names: [label, name] };
  if (kind === 'estimate' || kind === 'below') return fieldsOf(cell, place);
  if (kind !== 'stat') return [];
  const moment = momentNames[statistic];
  if (name !== statistic && moment !== undefined) {
    return [{ ...place, kind: 'moment', key: moment, text, value, group }];
  }
  const key = auditNames[statistic] ?? label;
  return [{ ...place, names: [label, statistic, key], kind: 'stat', key, text, value }];
}

/** The field of a number of a term by what the cell calls it. */
const fieldOf: Readonly<Record<string, AuditField>> = {
  estimate: 'coef',
  stdError: 'se',
  bootstrapError: 'se',
  t: 't',
  z: 'z',
  p: 'p',
  wildP: 'p',
  low: 'ci_low',
  high: 'ci_high',
  bootstrapLow: 'ci_low',
  bootstrapHigh: 'ci_high',
};

/** The numbers of a cell such as `0.010***`, `(0.002)`, `[0.006, 0.014]` or `0.010 (0.002)`. */
function fieldsOf(
  { text, value, values, statistic = '', stars }: PaperCell,
  place: Pick<RecomputedNumber, 'column' | 'names'>,
): RecomputedNumber[] {
  const cell = readCell(text);
  const parts = values ?? (value === undefined ? {} : { [statistic]: value });
  const inside = cell.groups.flatMap(({ number, high }) => [
    number,
    ...(high === undefined ? [] : [high]),
  ]);
  const texts = cell.kind === 'enclosed' ? inside : [cell.number, ...inside];
  const numbers = Object.entries(parts).flatMap(([name, number], i): RecomputedNumber[] => {
    const key = fieldOf[name];
    const printed = texts[i] ?? '';
    return key === undefined || printed === ''
      ? []
      : [{ ...place, kind: 'field', key, text: printed, value: number }];
  });
  if (stars === undefined) return numbers;
  return [...numbers, { ...place, kind: 'field', key: 'stars', text: stars }];
}
