/** What all formats with typed cells do with their texts. */
import { rowNumber } from '../../place.js';
import { type Table, tableOf } from '../../table.js';
import type { TableWarning } from '../../table-warning.js';
import type { FileFormat, ReadOptions } from '../options.js';
import { numbersAsTexts } from './number-keys.js';
import { readTexts } from './read-texts.js';
import { TotalRows } from '../csv/cells/total-cells.js';
import { withoutUnitsRow } from './units-row.js';

/** Formats whose cells each have a type; their readers take the row of units. */
const ofCells: readonly FileFormat[] = ['xlsx', 'ods', 'json', 'ndjson'];

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
  const hasUnits = options.unitsRow === true && !ofCells.includes(format);
  const table = readTexts(hasUnits ? withoutUnitsRow(read) : read, options);
  const added = [
    ...numbersAsTexts(table),
    ...(table.warnings?.some(({ code }) => code === 'total-rows') === true ? [] : totalsOf(table)),
  ];
  return added.length === 0 ? table : tableOf(table, [...(table.warnings ?? []), ...added]);
}

/** Warns of totals among texts and labels of values. */
function totalsOf({ columns, fileRows }: Table): TableWarning[] {
  const totals = new TotalRows();
  for (const [name, column] of columns) {
    const { valueLabels } = column;
    const texts =
      column.kind === 'text'
        ? column.values
        : valueLabels && Array.from(column.values, (value) => valueLabels.get(String(value)) ?? '');
    if (texts !== undefined) totals.addColumn(name, texts, (row) => rowNumber(row, fileRows));
  }
  return totals.warnings();
}
