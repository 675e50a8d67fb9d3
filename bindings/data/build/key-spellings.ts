/** Keys that match by their numbers although two files may write them differently, such as 3.1 and 3.10. */
import { otherWriting } from '../cells/styles.js';
import type { Table } from '../table.js';
import type { TableWarning } from '../warnings/column-warnings.js';

interface Merged {
  readonly table: Table;
  readonly other: Table;
  readonly on: readonly string[];
  /** Columns that the merge adds. */
  readonly names: readonly string[];
}

/** A warning for each key of numbers that the files may write differently; `rows` are those that match in the other. */
export function keySpellingWarnings(
  file: string,
  { table, other, on, names }: Merged,
  rows: Int32Array,
): TableWarning[] {
  return on.flatMap((name) => {
    const { kind, values } = table.columns.get(name)!;
    const [here, there] = [table, other].map(({ rewritten }) => rewritten?.get(name));
    if (kind !== 'number' || (here === undefined && there === undefined)) return [];
    const matched = new Set(values.filter((_, row) => rows[row]! >= 0));
    for (const value of matched) {
      const written = otherWriting(value, here, there);
      if (written === undefined) continue;
      const message = `merge ${file}: the data and the file may write "${name}" in different ways, such as ${value} and ${written}, which are one number and so match; set types: {${name}: text} for both to keep them apart`;
      return [{ code: 'repeated-number', message, columns: names }];
    }
    return [];
  });
}
