/** Draws of the core, tables of what they draw, and comparisons of replicates with estimates of such tables. */
import { expect } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  type FitResult,
  type ModelInput,
} from 'wasmetrics';
import { GOLDEN, mix, streamKey } from '../../bench/random.js';
import { loadKernels } from '../assembly/load.js';

const { kernels, get, getInts, putInts, scope } = loadKernels();

export type Table = Readonly<Record<string, number[]>>;

/** Numbers of `random/weights.ts`. */
export const draws = { units: 0, block: 1, stationary: 2 } as const;
const GIVEN_UNITS = 9;
export const multipliers = { rademacher: 3, all: 4, mammen: 5, webb: 6, normal: 7 } as const;

/** Nearly normal numbers, one per call: sums of twelve uniform ones minus 6. */
export function noise(seed: number): () => number {
  let state = streamKey(seed, 0);
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += mix((state = (state + GOLDEN) | 0)) / 4294967296;
    return sum;
  };
}

const UNITS = 25;

/** An unbalanced panel of 25 units in 9 regions with an endogenous regressor and two instruments. */
export function panelOf(seed: number): Table {
  const next = noise(seed);
  const columns: Record<string, number[]> = {};
  const push = (row: Record<string, number>) => {
    for (const [name, value] of Object.entries(row)) (columns[name] ??= []).push(value);
  };
  for (let id = 0; id < UNITS; id++) {
    const effect = next();
    for (let t = 0; t < 4 + (id % 3); t++) {
      const [x, w, z, z2, u] = [next(), 5 + next(), next(), next(), next()] as const;
      const e = z + 0.5 * z2 + x + u;
      const y = 1 + x + 0.3 * w - e + 2 * u + effect + next() * Math.abs(x);
      push({ id, region: id % 9, time: t, x, w: w + effect, z, z2, e, y, size: 1 + (id % 4) });
    }
  }
  const order = columns['y']!.map((_, row) => (row * 37) % columns['y']!.length);
  return { ...columns, order, row: columns['y']!.map((_, row) => row) };
}

/** The number of times that a replicate draws each of `n` units. */
export function counts(kind: number, n: number, replicate: number, seed: number, length = 0) {
  return scope(() => {
    const out = kernels.alloc(4 * n);
    kernels.seed(seed, 0);
    kernels.drawWeights(kind, n, replicate, length, 0, out);
    return [...getInts(out, n)];
  });
}

/** The same where probabilities have these thresholds. */
export function givenCounts(thresholds: Int32Array, replicate: number, seed: number): number[] {
  const n = thresholds.length;
  return scope(() => {
    const out = kernels.alloc(4 * n);
    kernels.seed(seed, 0);
    kernels.drawWeights(GIVEN_UNITS, n, replicate, 0, putInts(thresholds), out);
    return [...getInts(out, n)];
  });
}

/** The multipliers of a replicate. */
export function weights(kind: number, n: number, replicate: number, seed: number): number[] {
  return scope(() => {
    const out = kernels.alloc(8 * n);
    kernels.seed(seed, 0);
    kernels.drawWeights(kind, n, replicate, 0, 0, out);
    return [...get(out, n)];
  });
}

/** Rows of the units drawn; `copy` numbers the units drawn, so that one drawn twice is two. */
export function drawn(table: Table, units: readonly number[], times: readonly number[]): Table {
  const rows: number[] = [];
  const copy: number[] = [];
  let copies = 0;
  times.forEach((count, unit) => {
    const unitRows = units.flatMap((one, row) => (one === unit ? [row] : []));
    for (let i = 0; i < count; i++) {
      rows.push(...unitRows);
      copy.push(...unitRows.map(() => copies));
      copies += 1;
    }
  });
  const columns = Object.entries(table).map(([name, values]) => [
    name,
    rows.map((r) => values[r]!),
  ]);
  return { ...(Object.fromEntries(columns) as Table), copy };
}

/** The replicates as rows of `width` numbers, with their statuses. */
export async function replicatesOf(fit: FitResult, options: BootstrapOptions) {
  const { values, statuses, width } = await bootstrap(fit, { workers: 0, ...options }).replicates;
  return Array.from(statuses, (status, r) => ({
    status,
    values: [...values.subarray(r * width, (r + 1) * width)],
  }));
}

/** Compares coefficients, and the standard errors that follow them, with an estimate of the table. */
export async function compareWithEstimate(
  values: readonly number[],
  model: ModelInput,
  table: Table,
  tolerance: number,
): Promise<void> {
  const again = await fitModel(table, model);
  const names = Object.keys(again.params);
  names.forEach((name, j) => {
    const size = Math.max(Math.abs(again.params[name]!), again.stdErrors[name]!);
    expect(Math.abs(values[j]! - again.params[name]!) / size, name).toBeLessThan(tolerance);
    if (values.length === names.length) return;
    const ratio = values[names.length + j]! / again.stdErrors[name]!;
    expect(Math.abs(ratio - 1), `standard error of ${name}`).toBeLessThan(tolerance);
  });
}
