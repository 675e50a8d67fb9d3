/** Rows of few values in few clusters, so that different draws give equal statistics, and the same rows in other units. */
import fc from 'fast-check';
import { fitModel, type ModelInput } from 'wasmetrics';

export type Columns = Readonly<Record<string, readonly number[]>>;

/** The units in which an outcome or a regressor may be measured. */
const units = [1, 3, 7, 10, 0.3, 1 / 3, 1e6, 2 ** 20, 2 ** -30, -1.7];
export const positive = units.filter((unit) => unit > 0);

export const scaled = (
  data: Columns,
  by: Readonly<Record<string, number>>,
): Record<string, number[]> =>
  Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, values.map((x) => x * (by[name] ?? 1))]),
  );

/** Rows of few values in few clusters, so that replicates of different draws are equal. */
export const discrete = fc
  .record({
    clusters: fc.integer({ min: 4, max: 7 }),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
  })
  .map(({ clusters, seed }) => discreteRows(clusters, seed));

export function discreteRows(clusters: number, seed: number): Record<string, number[]> {
  let state = seed;
  const next = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const rows = Array.from({ length: clusters }, (_, g) =>
    Array.from({ length: 4 + next(3) }, () => ({ g, x: next(4), w: next(3), e: next(5) })),
  ).flat();
  return {
    g: rows.map(({ g }) => g),
    x: rows.map(({ x }) => x),
    w: rows.map(({ w }) => w),
    y: rows.map(({ x, w, e }) => x + e - w),
    z: rows.map(({ w, e }) => w - e),
  };
}

/** The rows of each cluster in another order. */
export function shuffled(data: Columns): Record<string, number[]> {
  const order = data['g']!.map((g, row) => ({ g, row, key: (row * 7919) % 31 }));
  order.sort((a, b) => a.g - b.g || a.key - b.key);
  return Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, order.map(({ row }) => values[row]!)]),
  );
}

/** Discrete rows as a panel, with an instrument of x and two groups of units. */
export function discretePanel(units: number, seed: number): Record<string, number[]> {
  const { g, x, w, y } = discreteRows(units, seed) as Record<'g' | 'x' | 'w' | 'y', number[]>;
  const time = g.map((unit, row) => row - g.indexOf(unit));
  return {
    g,
    time,
    x,
    w,
    y,
    v: x.map((value, row) => value + ((5 * row) % 3)),
    half: g.map((u) => u % 2),
  };
}

const irregular = ['perfect-fit', 'collinear-omitted', 'zero-variance', 'indefinite-covariance'];

/** True if the sample has estimates and errors to compare. */
export async function isRegular(data: Columns, model: ModelInput): Promise<boolean> {
  try {
    const { warnings } = await fitModel(data, model);
    return !warnings.some(({ code }) => irregular.includes(code));
  } catch {
    return false;
  }
}
