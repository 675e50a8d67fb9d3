/** The levels of absorbed effects as their columns write them. */
import { columnsOf, findColumn, levelsOf, parseFormula, type Table } from '../../../data/index.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import { effectsOf } from '../../../models/linear/model/effects.js';

/** The columns of each absorbed effect, in the order of the groupings. */
export function columnsOfEffects({ model }: LinearFit): string[][] {
  const panel = effectsOf(model).absorbed.map((key) => [model.panel![key]]);
  return [...panel, ...parseFormula(model.formula).effects.map(columnsOf)];
}

/** The levels of the columns in each row, '' where one is missing. */
export function labels(table: Table, columns: readonly string[]): string[] {
  const parts = columns.map((name) => levelsOf(findColumn(table, name, 'new data')));
  return Array.from({ length: table.nrows }, (_, row) => {
    if (parts.some(({ codes }) => codes[row]! < 0)) return '';
    return parts.map(({ names, codes }) => names[codes[row]!]!).join(':');
  });
}
