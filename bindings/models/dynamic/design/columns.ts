import type { Evaluated } from '../../../data/evaluate.js';

/** Columns by name. Each name occurs once. */
export interface ColumnSet {
  readonly list: readonly Evaluated[];
  position(name: string): number;
}

/** The outcome and the regressors keep their places. An instrument that repeats one of them shares its column. */
export function distinctColumns(
  first: readonly Evaluated[],
  more: readonly Evaluated[],
): ColumnSet {
  const list = [...first];
  const places = new Map<string, number>();
  list.forEach(({ name }, place) => {
    if (!places.has(name)) places.set(name, place);
  });
  for (const column of more) {
    if (places.has(column.name)) continue;
    places.set(column.name, list.length);
    list.push(column);
  }
  return { list, position: (name) => places.get(name)! };
}
