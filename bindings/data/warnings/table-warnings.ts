/** The warnings of a table that concern a model. */
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import { asWritten } from '../formula/idioms/dotted-names.js';
import type { TableWarning } from '../table-warning.js';
import { type Table } from '../table.js';
import { codedBy } from './code-columns.js';
import type { Warning } from '../../words/warning.js';
import { columnsOf, missingCodeOf, missingCodeWarning, plainWarning } from './column-warnings.js';
import { namesIn } from './names-in-text.js';

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
  if (!isKeyed(table)) throw badArgument('tableWarnings', 'table', 'a table', table);
  const { warnings = [], prepared } = table;
  if (!Array.isArray(warnings as unknown)) {
    throw badArgument('tableWarnings', 'table', 'a list of warnings', warnings);
  }
  if (warnings.length === 0) return [];
  warnings.forEach(checkWarning);
  const built = prepared?.built.columns ?? [];
  const isNamed = namedBy([model, built.map(({ expression }) => expression)]);
  const isCode = codedBy([model, built.map(({ expression }) => expression)]);
  return warnings
    .filter((warning) => {
      const columns = columnsOf(warning);
      return columns.length === 0 || columns.some(warning.ofCodes === true ? isCode : isNamed);
    })
    .map((warning) => plainWarning(aboutNamed(warning, isNamed)));
}

/** Throws unless a warning is well formed: a caller may build a table by hand. */
function checkWarning(warning: unknown): void {
  const { code, message, column, columns, detail } = isKeyed(warning) ? warning : {};
  const areTexts = [code, message, column ?? ''].every(isText);
  const areNames = columns === undefined || (Array.isArray(columns) && columns.every(isText));
  if (areTexts && areNames && (detail === undefined || isKeyed(detail))) return;
  const expected = 'warnings with a code, a message and names of columns';
  throw badArgument('tableWarnings', 'table', expected, warning);
}

const isText = (value: unknown) => typeof value === 'string';

/** Tells if a column is named by a text in a model. */
export function namedBy(model: object): (column: string) => boolean {
  const texts = textsOf(model);
  const whole = new Set(texts);
  const isNamed = namesIn(texts);
  // Lists of a hundred thousand names are looked up at once.
  return (column) => whole.has(column) || isNamed(column);
}

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

/** All texts in a model, which may contain itself, and those it was read from. The keys of `columns` are names of columns, as in `{x: +}`. */
function textsOf(model: unknown): string[] {
  const texts: string[] = [];
  const parts = new Set([model]);
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    else if (typeof part === 'object' && part !== null) {
      for (const value of Object.values(part)) parts.add(value);
      const { columns, [asWritten]: written } = part as {
        readonly columns?: unknown;
        readonly [asWritten]?: unknown;
      };
      if (written !== undefined) parts.add(written);
      if (isKeyed(columns)) texts.push(...Object.keys(columns));
    }
  }
  return texts;
}
