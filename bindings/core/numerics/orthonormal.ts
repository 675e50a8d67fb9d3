import { compensatedSum } from './sums.js';

/** X = Q R, with the columns of Q orthonormal and R upper triangular. */
export interface Orthonormal {
  readonly q: readonly Float64Array[];
  /** Columns of R: `r[j][i]` for i <= j. */
  readonly r: readonly (readonly number[])[];
}

/**
 * Gram-Schmidt with a second pass over the columns, which makes them orthogonal to working precision (Giraud, Langou,
 * Rozloznik and van den Eshof, 2005). The columns must be independent.
 */
export function orthonormal(columns: readonly Float64Array[]): Orthonormal {
  const q: Float64Array[] = [];
  const r = columns.map((column) => {
    const rest = column.slice();
    const coefficients = q.map(() => 0);
    for (let pass = 0; pass < 2; pass++) {
      q.forEach((direction, i) => {
        const along = product(direction, rest);
        coefficients[i]! += along;
        for (let row = 0; row < rest.length; row++) rest[row]! -= along * direction[row]!;
      });
    }
    const length = Math.sqrt(product(rest, rest));
    q.push(rest.map((value) => value / length));
    return [...coefficients, length];
  });
  return { q, r };
}

function product(a: Float64Array, b: Float64Array): number {
  return compensatedSum(a.length, (i) => a[i]! * b[i]!);
}

/** Solves R x = b. */
export function solveUpper(r: Orthonormal['r'], b: readonly number[]): number[] {
  const x = [...b];
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < x.length; j++) x[i]! -= r[j]![i]! * x[j]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}
