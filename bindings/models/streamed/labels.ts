/** The labels of columns whose rows come in blocks. */
import { type Column, labelsOf, type StreamedTable } from '../../data/index.js';

/** `labelsOf` for a table in blocks, which are read for columns with value labels only. */
export function streamedLabels(
  table: StreamedTable,
  names: readonly string[],
): ReturnType<typeof labelsOf> {
  const columns = [...new Set(names)].flatMap((name): [string, Column][] => {
    const like = table.like(name);
    return like === undefined ? [] : [[name, withOccurring(table, name, like)]];
  });
  return labelsOf({ nrows: 0, columns: new Map(columns) }, names);
}

/** The column with the values that occur, as labels of other values are left out. */
function withOccurring(table: StreamedTable, name: string, like: Column): Column {
  if (like.valueLabels === undefined || like.kind === 'text') return like;
  const values = new Set<number>();
  for (let b = 0; b < table.nblocks; b++) {
    for (const value of table.block(b).columns.get(name)!.values as Float64Array) values.add(value);
  }
  return { ...like, values: Float64Array.from(values) };
}
