/** The warnings of a table that concern a model. */
import type { Table } from '../table.js';
import { missingCodeWarning, type TableWarning } from './column-warnings.js';

/**
 * Warnings about the data, each as a code and a message; those about a column only if the model names it. A name inside
 * a formula, a filter or the expression of a new column counts as long as no letter, digit or underscore adjoins it.
 */
export function tableWarnings(
  { warnings = [], prepared }: Pick<Table, 'warnings' | 'prepared'>,
  model: object,
): { readonly code: string; readonly message: string }[] {
  if (warnings.length === 0) return [];
  const built = prepared?.built.columns ?? [];
  const isNamed = namedBy([model, built.map(({ expression }) => expression)]);
  return warnings
    .filter(({ column, columns = column === undefined ? [] : [column] }) => {
      return columns.length === 0 || columns.some(isNamed);
    })
    .map((warning) => aboutNamed(warning, isNamed))
    .map(({ code, message }) => ({ code, message }));
}

/** Tells if a column is named by a text in a model. */
export function namedBy(model: object): (column: string) => boolean {
  const texts = textsOf(model);
  return (column) => texts.some((text) => names(text, column));
}

/** The warning about the named ones of its columns. */
function aboutNamed(warning: TableWarning, isNamed: (column: string) => boolean): TableWarning {
  const { missing, counts } = warning;
  if (missing === undefined || counts === undefined) return warning;
  return missingCodeWarning(
    missing,
    new Map(Object.entries(counts).filter(([name]) => isNamed(name))),
  );
}

/** All texts in a model. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function names(text: string, column: string): boolean {
  if (text === column) return true;
  const literal = column.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, 'u').test(text);
}
