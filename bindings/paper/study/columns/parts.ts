/** What the parts of columns that splits cut are called in the language of a study. */
import { sharedTable, type SplitFacts, type Table } from '../../../data/index.js';
import { type Language, vocabularyOf } from '../../../words/languages/index.js';

/** What gives the name of a value of a column: `低` for `low` of a column that is cut, else the value itself. */
export function partOf(splits: readonly SplitFacts[], language: Language) {
  const { part } = vocabularyOf(language).tables.compared;
  return (column: string, value: string): string =>
    splits.some((split) => split.column === column && value in split.counts) ? part(value) : value;
}

/** The data with the names of parts as labels of their values. */
export function withPartLabels(
  table: Table,
  splits: readonly SplitFacts[],
  language: Language,
): Table {
  const name = partOf(splits, language);
  const columns = new Map(table.columns);
  for (const { column, counts } of splits) {
    const labels = Object.keys(counts).map((value) => [value, name(column, value)] as const);
    const others = labels.filter(([value, label]) => value !== label);
    const before = columns.get(column);
    if (before !== undefined && others.length > 0) {
      columns.set(column, { ...before, valueLabels: new Map(others) });
    }
  }
  return sharedTable({ ...table, columns });
}
