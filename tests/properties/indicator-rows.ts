/** Rows of indicators with few values, in other units and another order. */
import fc from 'fast-check';

export type Columns = Readonly<Record<string, readonly number[]>>;

/** Units in which a column may be measured. */
export const units = [3, 7, 10, 0.3, 1 / 3, 1e6, 2 ** 20, 2 ** -30];

/** A seed of an order of the rows. */
export const anyOrder = fc.integer({ min: 1, max: 1e6 });

/** Numbers below `below` from a seed. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** Indicators of few values, so that scores of different rows are equal; negatively related ones give tied loadings. */
export const indicators = fc
  .record({ nrows: fc.integer({ min: 6, max: 20 }), seed: fc.integer({ min: 1, max: 2 ** 30 }) })
  .map(({ nrows, seed }): Columns => {
    const next = drawn(seed);
    const draw = (i: number) => ({ i, a: 1 + next(6), b: next(5), c: next(4) });
    const rows = Array.from({ length: nrows }, (_, i) => draw(i));
    return {
      row: rows.map(({ i }) => i),
      a: rows.map(({ a }) => a),
      b: rows.map(({ a, b }) => 8 + b - a),
      c: rows.map(({ a, b, c }) => 1 + c + (a + b) / 2),
      half: rows.map(({ i }) => i % 2),
    };
  });

export function scaled(data: Columns, by: Readonly<Record<string, number>>): Columns {
  const entries = Object.entries(data).map(([name, values]) => [
    name,
    values.map((value) => value * (by[name] ?? 1)),
  ]);
  return Object.fromEntries(entries) as Columns;
}

/** The rows in another order. */
export function reordered(data: Columns, seed: number): Columns {
  const next = drawn(seed);
  const keys = data['row']!.map(() => next(1e6));
  const order = keys.map((_, row) => row).sort((i, j) => keys[i]! - keys[j]!);
  return Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, order.map((row) => values[row]!)]),
  );
}
