/** Generated rows for linear regressions: the same in every engine. */
import { mix, streamKey, GOLDEN } from '../random.js';

/** `length` numbers in [-0.5, 0.5). */
export function uniform(length: number, stream: number): Float64Array {
  const out = new Float64Array(length);
  let state = streamKey(1, stream);
  for (let i = 0; i < length; i++) {
    state = (state + GOLDEN) | 0;
    out[i] = mix(state) / 4294967296 - 0.5;
  }
  return out;
}

export interface Regression {
  readonly n: number;
  readonly k: number;
  /** n x k, column-major; the last column is the constant. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Cluster of each row, `nclusters` of equal size. */
  readonly cluster: Float64Array;
}

/** y = sum of the columns + noise; k - 1 uniform columns, the first around 2, and the constant. */
export function generateRegression(n: number, k: number, nclusters: number): Regression {
  const x = uniform(n * k, 2);
  x.fill(1, n * (k - 1));
  for (let i = 0; i < n; i++) x[i]! += 2;
  const y = uniform(n, 3);
  for (let j = 0; j < k; j++) for (let i = 0; i < n; i++) y[i]! += x[j * n + i]!;
  const cluster = Float64Array.from({ length: n }, (_, i) => i % nclusters);
  return { n, k, x, y, cluster };
}
