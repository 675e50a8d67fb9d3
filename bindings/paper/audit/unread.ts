/** What a table prints and no rule reads. */
import { nearest } from '../../data/nearest.js';
import type { Warning } from '../../results/common.js';
import { fields } from './table.js';
import type { ColumnView, RowView, TableView } from './view.js';
import { paperWarnings } from '../../words/en/warnings/papers.js';
import { warning } from '../../words/warning.js';

/** Statistics that rules read. */
// prettier-ignore
const known = [
  'n', 'k', 'params', 'r2', 'adj_r2', 'pseudo_r2', 'within_r2', 'between_r2',
  'overall_r2', 'transformed_r2', 'adj_transformed_r2', 'rmse', 'f', 'df1', 'df2', 'f_p',
  'chi2', 'df', 'chi2_p', 'll', 'aic', 'bic', 'j', 'j_df', 'j_p', 'instruments', 'groups', 'periods', 'reps',
  'first_stage_f', 'first_stage_t', 'ar1_z', 'ar1_p', 'ar2_z', 'ar2_p', 'mean', 'sd', 'min', 'max',
  'vif', 't', 't_df', 't_p', 'z', 'z_p', 'r', 'r_df', 'r_p',
];
const correlation = /^(?:corr|stars)\[.+\]$/;

/** Texts that say that there is no number. */
const blank = /^(?:[-\u2013\u2014.]?|n\.?a\.?|n\/a|none)$/i;

/** Warns of numbers that cannot be read and, once per table, of statistics that no rule reads. */
export function unreadOf(view: TableView): Warning[] {
  const { table, columns } = view;
  const numbers = columns.flatMap((column) => [
    ...column.rows.flatMap((row) => unreadFields(column, row)),
    ...unreadStatistics(column, column),
    ...column.variables.flatMap((variable) =>
      unreadStatistics({ ...placeOf(column), row: variable.row }, variable),
    ),
  ]);
  return [...numbers, ...unknownStatistics(table, columns), ...unknownEnclosed(view)];
}

interface Place {
  readonly table: string;
  readonly column: string;
  readonly row?: string;
}

const placeOf = ({ table, column }: ColumnView): Place => ({ table, column });

function unreadFields(column: ColumnView, { row, texts, number }: RowView): Warning[] {
  return fields.flatMap((field) => {
    const text = texts[field] ?? '';
    if (field === 'stars' || blank.test(text.trim()) || number(field) !== undefined) return [];
    return [noNumber({ ...placeOf(column), row }, field, text)];
  });
}

function unreadStatistics(
  place: Place,
  { texts, stat }: Pick<ColumnView, 'texts' | 'stat'>,
): Warning[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    !isKnown(name) ||
    name.startsWith('stars[') ||
    blank.test(text.trim()) ||
    stat(name) !== undefined
      ? []
      : [noNumber(place, name, text)],
  );
}

function isKnown(name: string): boolean {
  return known.includes(name) || correlation.test(name);
}

function unknownStatistics(table: string, columns: readonly ColumnView[]): Warning[] {
  const names = columns
    .flatMap(({ texts, variables }) => [
      texts,
      ...variables.map((variableView) => variableView.texts),
    ])
    .flatMap(Object.keys)
    .filter((name) => !isKnown(name));
  const unknown = [...new Set(names)];
  if (unknown.length === 0) return [];
  const [first = ''] = unknown;
  const near = unknown.length === 1 ? nearest(first, known) : undefined;
  const detail = { table, of: 'statistics', names: unknown, ...(near && { near }) } as const;
  return [warning(paperWarnings, 'not-checked', detail)];
}

/** Numbers in parentheses or brackets of which the table does not say what they are. */
function unknownEnclosed({ table, unnamed }: TableView): Warning[] {
  return unnamed.map((kind) =>
    warning(paperWarnings, 'not-checked', { table, of: 'enclosed', kind }),
  );
}

function noNumber({ table, column, row }: Place, name: string, text: string): Warning {
  const place = { table, column, ...(row !== undefined && { row }) };
  return warning(paperWarnings, 'not-checked', { ...place, of: 'number', name, text });
}
