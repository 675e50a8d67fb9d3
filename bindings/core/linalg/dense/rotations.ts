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
    let place = first * n + row;
    let x = q[place]!;
    for (let k = first; k < last; k++, place += n) {
      const [c, s, y] = [by.c[k]!, by.s[k]!, q[place + n]!];
      q[place] = c * x + s * y;
      x = c * y - s * x;
    }
    q[place] = x;
  }
}

interface Sweep {
  readonly first: number;
  readonly last: number;
  readonly by: Rotations;
}

function rotateFour(n: number, q: Float64Array, start: number, { first, last, by }: Sweep): void {
  const { c: cosines, s: sines } = by;
  let place = start;
  let x0 = q[place]!;
  let x1 = q[place + 1]!;
  let x2 = q[place + 2]!;
  let x3 = q[place + 3]!;
  for (let k = first; k < last; k++, place += n) {
    const c = cosines[k]!;
    const s = sines[k]!;
    const y0 = q[place + n]!;
    const y1 = q[place + n + 1]!;
    const y2 = q[place + n + 2]!;
    const y3 = q[place + n + 3]!;
    q[place] = c * x0 + s * y0;
    q[place + 1] = c * x1 + s * y1;
    q[place + 2] = c * x2 + s * y2;
    q[place + 3] = c * x3 + s * y3;
    x0 = c * y0 - s * x0;
    x1 = c * y1 - s * x1;
    x2 = c * y2 - s * x2;
    x3 = c * y3 - s * x3;
  }
  q[place] = x0;
  q[place + 1] = x1;
  q[place + 2] = x2;
  q[place + 3] = x3;
}
