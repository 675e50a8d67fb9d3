/**
 * Cholesky factorisation of the leading l x l lower triangle of a row-by-row matrix with `rows` >= l
 * rows of length l. The rows below the triangle are right-hand sides s' and become (L^-1 s)', so the
 * forward solve needs no second pass. Four rows share each load of the pivot row.
 */

/** Smallest pivot allowed, as a share of its diagonal element. */
export const SINGULAR = 1e-13;

/** Factorises in place; false when a pivot vanishes. */
export function factorise(m: Float64Array, rows: number, l: number): boolean {
  for (let j = 0; j < l; j++) {
    const top = j * l;
    const diagonal = m[top + j]!;
    const pivot = diagonal - dot(m, top, top, j);
    if (!(pivot > SINGULAR * diagonal)) return false;
    const root = Math.sqrt(pivot);
    m[top + j] = root;
    eliminateBelow(m, rows, l, j, 1 / root);
  }
  return true;
}

function eliminateBelow(
  m: Float64Array,
  rows: number,
  l: number,
  j: number,
  inverse: number,
): void {
  const top = j * l;
  let i = j + 1;
  for (; i + 3 < rows; i += 4) {
    const a = i * l;
    const b = a + l;
    const c = b + l;
    const d = c + l;
    let sumA = m[a + j]!;
    let sumB = m[b + j]!;
    let sumC = m[c + j]!;
    let sumD = m[d + j]!;
    for (let p = 0; p < j; p++) {
      const shared = m[top + p]!;
      sumA -= shared * m[a + p]!;
      sumB -= shared * m[b + p]!;
      sumC -= shared * m[c + p]!;
      sumD -= shared * m[d + p]!;
    }
    m[a + j] = sumA * inverse;
    m[b + j] = sumB * inverse;
    m[c + j] = sumC * inverse;
    m[d + j] = sumD * inverse;
  }
  for (; i < rows; i++) {
    const row = i * l;
    m[row + j] = (m[row + j]! - dot(m, row, top, j)) * inverse;
  }
}

/** Inner product of the first `length` entries from offsets a and b. */
export function dot(m: Float64Array, a: number, b: number, length: number): number {
  let even = 0;
  let odd = 0;
  let p = 0;
  for (; p + 1 < length; p += 2) {
    even += m[a + p]! * m[b + p]!;
    odd += m[a + p + 1]! * m[b + p + 1]!;
  }
  if (p < length) even += m[a + p]! * m[b + p]!;
  return even + odd;
}
