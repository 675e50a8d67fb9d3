/** The warnings of a table that concern a model. */
import type { Table } from '../table.js';

/**
 * Warnings about the data, each as a code and a message; those about a column only if the model names it. A name inside
 * a formula or filter counts as long as no letter, digit or underscore adjoins it.
 */
export function tableWarnings(
  { warnings = [] }: Pick<Table, 'warnings'>,
  model: object,
): { readonly code: string; readonly message: string }[] {
  if (warnings.length === 0) return [];
  const isNamed = namedIn(model);
  return warnings
    .filter(({ column, columns = column === undefined ? [] : [column] }) => {
      return columns.length === 0 || columns.some(isNamed);
    })
    .map(({ code, message }) => ({ code, message }));
}

/** Tells whether a text in `value`, such as a model, names a column. */
export function namedIn(value: object): (column: string) => boolean {
  const texts = textsOf(value);
  return (column) => texts.some((text) => names(text, column));
}

/** All texts in a model. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function names(text: string, column: string): boolean {
  if (text === column) return true;
  if (!text.includes(column)) return false;
  const literal = column.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, 'u').test(text);
}
