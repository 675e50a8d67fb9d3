/** Means, standard deviations and correlations of columns. */
import type { Row } from './linear.js';

export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
}

export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    n,
    mean,
    sd: Math.sqrt(squares / (n - 1)),
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

export function correlation(rows: readonly Row[], a: string, b: string): number {
  const [x, y] = [a, b].map((name) => rows.map((row) => row[name]!)) as [number[], number[]];
  const [mx, my] = [momentsOf(x), momentsOf(y)];
  const sum = x.reduce((all, value, i) => all + (value - mx.mean) * (y[i]! - my.mean), 0);
  return sum / ((rows.length - 1) * mx.sd * my.sd);
}
