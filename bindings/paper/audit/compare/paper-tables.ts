/** Tables of this program as printed tables, to audit them. */
import { badArgument, isKeyed } from '../../../core/arguments/arguments.js';
import { checkTable } from '../../tables/paper/checked.js';
import type { PaperTable } from '../../tables/paper/table.js';
import type { AuditColumn, AuditTable } from '../table.js';
import { type RecomputedNumber, type RecomputedTable, recomputedTable } from './recomputed.js';
import { tablesById } from '../../../words/expectations/paper/tables.js';

/**
 * The texts of tables of this program, such as those of a study, as `readPrintedTables` reads those of a paper.
 *
 * @throws InputError `bad-value`
 */
export function printedTablesOf(tables: Readonly<Record<string, PaperTable>>): AuditTable[] {
  if (!isKeyed(tables)) {
    throw badArgument('printedTablesOf', 'tables', tablesById(), tables);
  }
  return Object.entries(tables).map(([id, table]) => {
    checkTable(table, 'printedTablesOf');
    return printedOf(recomputedTable(id, table));
  });
}

function printedOf(table: RecomputedTable): AuditTable {
  const { id, title, columns, notes } = table;
  return {
    table: id,
    ...(title !== undefined && { title }),
    width: columns.length,
    notes: notes.join('\n'),
    columns: [...modelColumns(table), ...variableColumns(table)],
  };
}

/** The columns of models, named by their last head, with their number behind it where two have the same. */
function modelColumns({ columns, numbers }: RecomputedTable): AuditColumn[] {
  const names = columns.map(
    ({ number, heads }) => heads.at(-1)?.replace(/^\((\d+)\)$/, '$1') ?? String(number),
  );
  return columns.flatMap(({ number }, i): AuditColumn[] => {
    const ofColumn = numbers.filter(({ column }) => column === number);
    const fields = ofColumn.filter(({ kind }) => kind === 'field');
    const stats = textsOf(ofColumn.filter(({ kind }) => kind === 'stat'));
    if (fields.length + Object.keys(stats).length === 0) return [];
    const column = names.indexOf(names[i]!) === i ? names[i]! : `${names[i]!} (${number})`;
    const rows = byRow(fields).map(([row, printed]) => ({ row, printed }));
    return [{ column, number, rows, stats, variables: {} }];
  });
}

/** The moments of variables, a column for each group of rows. */
function variableColumns({ numbers }: RecomputedTable): AuditColumn[] {
  const moments = numbers.filter(({ kind }) => kind === 'moment');
  const groups = [...new Set(moments.map(({ group = '' }) => group))];
  return groups.map((group): AuditColumn => {
    const variables = byRow(moments.filter((recomputedNumber) => recomputedNumber.group === group));
    const column = group === '' ? '1' : group;
    return { column, rows: [], stats: {}, variables: Object.fromEntries(variables) };
  });
}

/** Texts by key, in the order of the rows. */
function byRow(numbers: readonly RecomputedNumber[]) {
  const rows = [...new Set(numbers.map(({ names: [row = ''] }) => row))];
  return rows.map(
    (row) => [row, textsOf(numbers.filter(({ names }) => names[0] === row))] as const,
  );
}

function textsOf(numbers: readonly RecomputedNumber[]): Record<string, string> {
  return Object.fromEntries(numbers.map(({ key, text }) => [key, text]));
}
