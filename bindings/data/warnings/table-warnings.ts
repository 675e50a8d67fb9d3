/** The warnings of a table that concern a model. */
import { badArgument, isKeyed } from '../../core/arguments.js';
import type { Table } from '../table.js';

/**
 * Warnings about the data, each as a code and a message; those about a column only if the model names it. A name inside
 * a formula or filter counts as long as no letter, digit or underscore adjoins it.
 *
 * @throws InputError `bad-value`
 */
export function tableWarnings(
  table: Pick<Table, 'warnings'>,
  model: object,
): { readonly code: string; readonly message: string }[] {
  if (!isKeyed(table)) throw badArgument('tableWarnings', 'table', 'a table', table);
  const { warnings = [] } = table;
  if (!Array.isArray(warnings as unknown)) {
    throw badArgument('tableWarnings', 'table', 'a list of warnings', warnings);
  }
  if (warnings.length === 0) return [];
  const texts = textsOf(model);
  return warnings
    .filter(({ column, columns = column === undefined ? [] : [column] }) => {
      return columns.length === 0 || columns.some((one) => texts.some((text) => names(text, one)));
    })
    .map(({ code, message }) => ({ code, message }));
}

/** All texts in a model, which may contain itself. */
function textsOf(model: unknown): string[] {
  const texts: string[] = [];
  const parts = new Set([model]);
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    else if (typeof part === 'object' && part !== null) {
      for (const value of Object.values(part)) parts.add(value);
    }
  }
  return texts;
}

function names(text: string, column: string): boolean {
  if (text === column) return true;
  const literal = column.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, 'u').test(text);
}
