/** What all formats with typed cells do with their texts. */
import { type Table, tableOf } from '../../table.js';
import type { FileFormat, ReadOptions } from '../options.js';
import { numbersAsTexts } from './number-keys.js';
import { readTexts } from './read-texts.js';
import { withoutUnitsRow } from './units-row.js';

/** Formats whose cells each have a type: a number may be text by accident, and their readers take the row of units. */
const ofCells: readonly FileFormat[] = ['xlsx', 'json', 'ndjson'];

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
  const isOfCells = ofCells.includes(format);
  const hasUnits = options.unitsRow === true && !isOfCells;
  const table = readTexts(hasUnits ? withoutUnitsRow(read) : read, options);
  if (!isOfCells) return table;
  return tableOf(table, [...(table.warnings ?? []), ...numbersAsTexts(table)]);
}
