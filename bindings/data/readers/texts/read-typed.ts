/** What all formats with typed cells do with their texts. */
import { type Table, tableOf } from '../../table.js';
import type { FileFormat, ReadOptions } from '../options.js';
import { numbersAsTexts } from './number-keys.js';
import { readTexts } from './read-texts.js';
import { withoutUnitsRow } from './units-row.js';

/** Formats in which a number may be text by accident. */
const accidental: readonly FileFormat[] = ['xlsx', 'json', 'ndjson'];

/**
 * The table with texts read as the options say. Where they say nothing, a warning names columns that would be numbers.
 *
 * @throws InputError as `readTexts`
 */
export function readTyped(
  read: Table,
  format: FileFormat,
  options: ReadOptions & { readonly name: string },
): Table {
  const hasUnits = options.unitsRow === true && format !== 'xlsx';
  const table = readTexts(hasUnits ? withoutUnitsRow(read) : read, options);
  if (!accidental.includes(format)) return table;
  return tableOf(table, [...(table.warnings ?? []), ...numbersAsTexts(table)]);
}
