/** If a pivot is below this share of its diagonal element, the matrix is singular. */
const tolerance = 1e-12;

/**
 * Upper triangle R (rows) with R'R = A for a symmetric positive definite A. Undefined if A is indefinite, or singular
 * to working accuracy.
 */
export function cholesky(a: readonly (readonly number[])[]): number[][] | undefined {
  const r = a.map((row) => row.map(() => 0));
  for (let j = 0; j < a.length; ++j) {
    for (let i = 0; i <= j; ++i) {
      let rest = a[i]![j]!;
      for (let k = 0; k < i; ++k) rest -= r[k]![i]! * r[k]![j]!;
      if (i < j) {
        r[i]![j] = rest / r[i]![i]!;
      } else {
        if (!(rest > tolerance * a[j]![j]!)) return undefined;
        r[j]![j] = Math.sqrt(rest);
      }
    }
  }
  return r;
}
