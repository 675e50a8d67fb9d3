/** The pooled model with interactions, in which the coefficient of a group is its difference from that of another. */
import type { Stack } from '../interacted/stack.js';

interface Estimated {
  readonly stacked: Stack;
  readonly params: Float64Array;
}

/** The same fit with the regressor of all groups instead of that of group `base`. */
export function contrasted({ stacked, params }: Estimated, base: number): Estimated {
  const { rows, places } = stacked;
  const first = places[base]!;
  const others = places.filter((place) => place !== first);
  const added = (columns: readonly (Float64Array | number)[]) =>
    columns.map((column, j) =>
      j === first ? sumOf(places.map((place) => columns[place]!)) : column,
    );
  return {
    stacked: {
      ...stacked,
      rows: { ...rows, x: added(rows.x), xLow: rows.xLow && added(rows.xLow) },
    },
    params: params.map((value, j) => (others.includes(j) ? value - params[first]! : value)),
  };
}

function sumOf(columns: readonly (Float64Array | number)[]): Float64Array | number {
  const [first, ...rest] = columns;
  if (typeof first === 'number') return first;
  return first!.map((value, i) =>
    rest.reduce((sum: number, column) => sum + (column as Float64Array)[i]!, value),
  );
}

/** y - X b with the coefficients of the model, including its effects. */
export function residualsOf({ stacked: { rows }, params }: Estimated): Float64Array {
  const rest = rows.y.slice(0, rows.nrows);
  params.forEach((b, j) => {
    const column = rows.x[j]!;
    for (let i = 0; i < rest.length; i++) {
      rest[i]! -= b * (typeof column === 'number' ? column : column[i]!);
    }
  });
  return rest;
}
