/** Number of rows at each value or level of a moderator, or in cells of equal width. */

export interface Distribution {
  readonly kind: 'cells' | 'values' | 'levels';
  /** Names of levels. */
  readonly names?: readonly string[];
  /** Ends of the cells; for a single value, both ends are equal. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly counts: readonly number[];
  /** Number of rows counted. */
  readonly total: number;
}

const CELLS = 30;

export function levelCounts(
  { levels, codes }: { readonly levels: readonly string[]; readonly codes: Int32Array },
  names: readonly string[],
): Distribution {
  const counts = names.map(() => 0);
  const places = levels.map((level) => names.indexOf(level));
  for (const code of codes) counts[places[code]!]!++;
  const rows = names.map((_, i) => i);
  return { kind: 'levels', names, low: rows, high: rows, counts, total: codes.length };
}

/** Number of rows with exactly these values. */
export function valueCounts(values: Float64Array, grid: readonly number[]): Distribution {
  const places = new Map(grid.map((value, i) => [value, i]));
  const counts = grid.map(() => 0);
  let total = 0;
  for (const value of values) {
    const place = places.get(value);
    if (place === undefined) continue;
    counts[place]!++;
    total++;
  }
  return { kind: 'values', low: grid, high: grid, counts, total };
}

export function binned(values: Float64Array): Distribution {
  let [smallest, largest] = [Infinity, -Infinity];
  for (const value of values) {
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }
  const edge = (i: number) => smallest + ((largest - smallest) * i) / CELLS;
  const counts = new Array<number>(CELLS).fill(0);
  for (const value of values) {
    const cell = Math.floor((CELLS * (value - smallest)) / (largest - smallest));
    counts[Math.min(cell, CELLS - 1)]!++;
  }
  return {
    kind: 'cells',
    low: counts.map((_, i) => edge(i)),
    high: counts.map((_, i) => edge(i + 1)),
    counts,
    total: values.length,
  };
}
