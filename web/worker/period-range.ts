/** The periods of data. */
import type { Table } from 'wasmetrics/data';

/** The smallest and the largest number of a column; undefined for texts and dates. */
export function rangeOf(
  table: Table | undefined,
  name: string,
): readonly [number, number] | undefined {
  const column = table?.columns.get(name);
  if (column?.kind !== 'number' || column.frequency !== undefined) return undefined;
  const values = column.values.filter(Number.isFinite);
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}
