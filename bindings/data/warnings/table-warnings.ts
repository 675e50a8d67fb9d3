/** The warnings of a table that concern a model. */
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import type { TableWarning } from '../table-warning.js';
import { type Table } from '../table.js';
import { codedBy } from './code-columns.js';
import type { Warning, WarningDetails } from '../../words/warning.js';
import { columnsOf, missingCodeOf, missingCodeWarning, plainWarning } from './column-warnings.js';
import { namedBy } from './named-by.js';
import { aTable, listOfWarnings, wholeWarnings } from '../../words/expectations/data.js';

/**
 * Warnings about the data; those about a column only if the model names it. A name inside
 * a formula, a filter or the expression of a new column counts as long as no letter, digit or underscore adjoins it.
 *
 * @throws InputError `bad-value`
 */
export function tableWarnings(
  table: Pick<Table, 'warnings' | 'prepared'>,
  model: object,
): Warning[] {
  if (!isKeyed(table)) throw badArgument('tableWarnings', 'table', aTable(), table);
  const { warnings = [], prepared } = table;
  if (!Array.isArray(warnings as unknown)) {
    throw badArgument('tableWarnings', 'table', listOfWarnings(), warnings);
  }
  if (warnings.length === 0) return [];
  warnings.forEach(checkWarning);
  const built = prepared?.built.columns ?? [];
  const isNamed = namedBy([model, built.map(({ expression }) => expression)]);
  const { where } = model as { readonly where?: unknown };
  const isCode = codedBy([model, built.map(({ expression }) => expression)]);
  return warnings
    .filter((warning) => {
      if (warning.code === 'total-rows' && isLeftOut(warning.detail!, where)) return false;
      const columns = columnsOf(warning);
      return columns.length === 0 || columns.some(warning.ofCodes === true ? isCode : isNamed);
    })
    .map((warning) => plainWarning(aboutNamed(warning, isNamed)));
}

/** True if a filter names the totals, or keeps only values that it names. */
function isLeftOut({ column, texts }: WarningDetails['total-rows'], where: unknown): boolean {
  const has = (text: string) => String(where).includes(text);
  return has(column) && (!has('!') || texts.every(has));
}

/** Throws unless a warning is well formed: a caller may build a table by hand. */
function checkWarning(warning: unknown): void {
  const { code, message, column, columns, detail } = isKeyed(warning) ? warning : {};
  const areTexts = [code, message, column ?? ''].every(isText);
  const areNames = columns === undefined || (Array.isArray(columns) && columns.every(isText));
  if (areTexts && areNames && (detail === undefined || isKeyed(detail))) return;
  throw badArgument('tableWarnings', 'table', wholeWarnings(), warning);
}

const isText = (value: unknown) => typeof value === 'string';

/** The warning about the named ones of its columns. */
function aboutNamed(warning: TableWarning, isNamed: (column: string) => boolean): TableWarning {
  const missing = missingCodeOf(warning);
  if (missing === undefined) return warning;
  const named = missing.columns.filter(({ column }) => isNamed(column));
  return missingCodeWarning(
    missing.text,
    new Map(named.map(({ column, cells }) => [column, cells])),
  );
}
