/** Finds the recomputed table, column and number that correspond to a printed one. */
import { constantNames } from '../constants.js';
import type { AuditColumn, AuditTable } from '../table.js';
import type { RecomputedColumn, RecomputedNumber, RecomputedTable } from './recomputed.js';

/** Letters and digits of a name in lower case; `L.x` is `L1.x`, and all names of an intercept are one. */
function plainName(text: string): string {
  if (constantNames.has(text.trim())) return '_cons';
  return text
    .trim()
    .replace(/^L\.(?=\S)/, 'L1.')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, ' ')
    .trim();
}

/** By the identifier, the title, or the number of the table. */
export function tableOf(
  printed: AuditTable,
  tables: readonly RecomputedTable[],
): RecomputedTable | undefined {
  const { table, title = '', label = '' } = printed;
  const words = [table, label.replace(/^\w+:/, ''), title];
  return (
    tables.find(({ id }) => words.some((text) => startsWith(text, id))) ??
    unique(
      tables,
      (recomputedTable) =>
        recomputedTable.title !== undefined &&
        plainName(recomputedTable.title) === plainName(title),
    ) ??
    unique(tables, ({ id }) => {
      const number = /^[a-z]*(\d+)$/i.exec(id)?.[1];
      return number !== undefined && words.some((text) => numberOf(text) === number);
    })
  );
}

/** True if a text is the identifier, or begins with it, such as `T4. Employment`. */
function startsWith(text: string, id: string): boolean {
  return text === id || (text.startsWith(id) && /^[.:\s]/.test(text.slice(id.length)));
}

/** The number of `Table 4: Employment`, `table4.tex` or `表4`. */
function numberOf(text: string): string | undefined {
  return /^(?:table|tab\.?|t|表)[\s_-]*(\d+)(?![\d.]*\d)/i.exec(text.trim())?.[1];
}

function unique<Item>(list: readonly Item[], is: (item: Item) => boolean): Item | undefined {
  const [first, ...others] = list.filter(is);
  return others.length === 0 ? first : undefined;
}

/**
 * By the number of the column, if both tables have the same number of columns; otherwise by its headings, or by a
 * number as its name.
 */
export function columnOf(
  printed: AuditColumn,
  { width }: AuditTable,
  { columns }: RecomputedTable,
): RecomputedColumn | undefined {
  const numbered = (number: number | undefined) =>
    columns.find((column) => column.number === number);
  if (printed.number !== undefined && width === columns.length) return numbered(printed.number);
  const name = plainName(printed.column);
  return (
    unique(columns, ({ heads }) => heads.some((head) => plainName(head) === name)) ??
    (/^\d{1,3}$/.test(name) ? numbered(Number(name)) : undefined)
  );
}

/** The statistic of a column by its name, the path of results, or the label of its row. */
export function statisticAt(
  { numbers }: RecomputedTable,
  { number }: RecomputedColumn,
  stat: string,
): RecomputedNumber | undefined {
  return numbers.find(
    ({ column, kind, names }) =>
      column === number && kind === 'stat' && hasName(names, plainName(stat)),
  );
}

/** The number of a term, such as its standard error. */
export function fieldAt(
  { numbers }: RecomputedTable,
  { number }: RecomputedColumn,
  [row, field]: readonly [row: string, field: string],
): RecomputedNumber | undefined {
  return numbers.find(
    ({ column, kind, key, names }) =>
      column === number && kind === 'field' && key === field && hasName(names, plainName(row)),
  );
}

/** Whether a column has any number of a term. */
export function hasRow(
  { numbers }: RecomputedTable,
  { number }: RecomputedColumn,
  row: string,
): boolean {
  return numbers.some(({ column, names }) => column === number && hasName(names, plainName(row)));
}

/** A moment of a variable, in the group that the column is named after, if there are groups. */
export function momentAt(
  { numbers }: RecomputedTable,
  { column }: AuditColumn,
  [row, moment]: readonly [row: string, moment: string],
): RecomputedNumber | undefined {
  return numbers.find(
    ({ kind, key, names, group = '' }) =>
      kind === 'moment' &&
      key === moment &&
      hasName(names, plainName(row)) &&
      (group === '' || plainName(group) === plainName(column)),
  );
}

function hasName(names: readonly string[], name: string): boolean {
  return names.some((one) => plainName(one) === name);
}
