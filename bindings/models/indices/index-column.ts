/** An index as a column of its data. */
import { badFinding } from '../../core/errors/bad-argument.js';
import { rowsOf } from '../../words/expectations/core/arrays.js';
import { indexOfRows, nameOfNewColumn } from '../../words/expectations/models/indices.js';
import { badArgument, checkArgument, columnName } from '../../core/arguments/arguments.js';
import { type DataInput, anyTable, type Table } from '../../data/index.js';
import type { CompositeIndex } from '../../results/indices/composite-index.js';
import { checkedResult } from '../../results/read.js';

/**
 * The data with the index as another column: the scores, or the composite of principal components.
 *
 * @throws InputError `bad-value` if the column exists or the index belongs to other data, `bad-result`
 */
export function withIndex(data: DataInput, index: CompositeIndex, name: string): Table {
  const table = anyTable(data);
  checkArgument('index', 'name', columnName, name);
  if (table.columns.has(name)) {
    throw badArgument('index', 'name', nameOfNewColumn(), name);
  }
  const result = checkedResult(index, ['index']) as CompositeIndex;
  const scores = scoresOf(result);
  if (scores.length !== table.nrows) {
    const expected = indexOfRows({ rows: scores.length });
    throw badFinding('index', 'data', expected, rowsOf({ count: table.nrows }));
  }
  return {
    ...table,
    columns: new Map(table.columns).set(name, { kind: 'number', values: scores }),
  };
}

/** The score of each row, or the composite of principal components; NaN if there is none. */
export function scoresOf(index: CompositeIndex): Float64Array {
  const scores = index.method === 'pca' ? index.composite : index.scores;
  return Float64Array.from(scores, (score) => score ?? NaN);
}
