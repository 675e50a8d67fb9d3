/** Indices of the columns a, b and c by every method. */
import type { IndexOptions } from 'wasmetrics/data';

const columns = { a: '+', b: '-', c: '+' } as const;
export const two = ['a', 'b'] as const;
const three = ['a', 'b', 'c'] as const;

export const choices: readonly IndexOptions[] = [
  { method: 'entropy', columns, sensitivity: true },
  { method: 'entropy', columns, by: 'half' },
  { method: 'entropy', columns, rescaleBy: 'half', shift: 0.01 },
  { method: 'entropy', columns, normalise: 'target' },
  { method: 'critic', columns, sensitivity: true },
  { method: 'critic', columns, normalise: 'zscore' },
  { method: 'cv', columns, sensitivity: true },
  { method: 'cv', columns, values: 'raw' },
  { method: 'equal', columns, sensitivity: true },
  { method: 'equal', columns, aggregate: 'geometric', shift: 0.1 },
  { method: 'equal', columns, by: 'half', normalise: 'zscore' },
  { method: 'given', columns, weights: [0.5, 0.25, 0.25], sensitivity: true },
  { method: 'topsis', columns },
  { method: 'topsis', columns, normalise: 'vector', by: 'half' },
  { method: 'topsis', columns, weights: 'equal', sensitivity: true },
  { method: 'pca', columns: two },
  { method: 'pca', columns: two, sign: 'sum' },
  { method: 'pca', columns: three, sign: 'sum', score: 'first' },
  { method: 'pca', columns: three, keep: 'share:0.8', score: 'unit-variance' },
  { method: 'pca', columns: three, keep: 'n:3' },
  { method: 'pca', columns: three },
];
