/** Plane rotations of neighbouring columns, one after the other. */

/** The cosine and sine of the rotation of columns k and k + 1, by k. */
export interface Rotations {
  readonly c: Float64Array;
  readonly s: Float64Array;
}

export const rotations = (n: number): Rotations => ({
  c: new Float64Array(n),
  s: new Float64Array(n),
});

/**
 * Columns k and k + 1 of q (n x n, column-major) := (c x + s y, c y - s x) for k from `first` to `last` - 1. Row by row, as the
 * later column of one rotation is the earlier of the next; four rows at a time, as each number waits for the one before.
 */
export function rotateColumns(
  n: number,
  q: Float64Array,
  { first, last }: { readonly first: number; readonly last: number },
  by: Rotations,
): void {
  let row = 0;
  for (; row + 3 < n; row += 4) rotateFour(n, q, first * n + row, { first, last, by });
  for (; row < n; row++) {
    let at = first * n + row;
    let x = q[at]!;
    for (let k = first; k < last; k++, at += n) {
      const [c, s, y] = [by.c[k]!, by.s[k]!, q[at + n]!];
      q[at] = c * x + s * y;
      x = c * y - s * x;
    }
    q[at] = x;
  }
}

interface Sweep {
  readonly first: number;
  readonly last: number;
  readonly by: Rotations;
}

function rotateFour(n: number, q: Float64Array, start: number, { first, last, by }: Sweep): void {
  const { c: cosines, s: sines } = by;
  let at = start;
  let x0 = q[at]!;
  let x1 = q[at + 1]!;
  let x2 = q[at + 2]!;
  let x3 = q[at + 3]!;
  for (let k = first; k < last; k++, at += n) {
    const c = cosines[k]!;
    const s = sines[k]!;
    const y0 = q[at + n]!;
    const y1 = q[at + n + 1]!;
    const y2 = q[at + n + 2]!;
    const y3 = q[at + n + 3]!;
    q[at] = c * x0 + s * y0;
    q[at + 1] = c * x1 + s * y1;
    q[at + 2] = c * x2 + s * y2;
    q[at + 3] = c * x3 + s * y3;
    x0 = c * y0 - s * x0;
    x1 = c * y1 - s * x1;
    x2 = c * y2 - s * x2;
    x3 = c * y3 - s * x3;
  }
  q[at] = x0;
  q[at + 1] = x1;
  q[at + 2] = x2;
  q[at + 3] = x3;
}
