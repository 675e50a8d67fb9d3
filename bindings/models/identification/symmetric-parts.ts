import type { Vector } from '../../core/numerics/vector.js';

/**
 * The parts of a symmetric matrix (count x count blocks of size x size) that V(c, c) = sum c_a c_b (block a, b)
 * needs. These are the upper triangles, row by row, of diagonal blocks and of the sums of blocks (a, b) and (b, a).
 * They take a third of the products of summing all blocks.
 */
export interface SymmetricPart {
  readonly a: number;
  readonly b: number;
  readonly triangle: Float64Array;
}

export function symmetricParts(
  size: number,
  count: number,
  values: Float64Array,
): readonly SymmetricPart[] {
  const order = size * count;
  const parts: SymmetricPart[] = [];
  for (let a = 0; a < count; ++a) {
    for (let b = a; b < count; ++b) {
      const triangle = new Float64Array((size * (size + 1)) / 2);
      let next = 0;
      for (let i = 0; i < size; ++i) {
        for (let j = i; j < size; ++j) {
          const one = values[(a * size + i) * order + b * size + j]!;
          triangle[next++] = a === b ? one : one + values[(b * size + i) * order + a * size + j]!;
        }
      }
      parts.push({ a, b, triangle });
    }
  }
  return parts;
}

/** V(c, c), as rows. */
export function symmetricSum(size: number, parts: readonly SymmetricPart[], c: Vector): number[][] {
  const sum = new Float64Array((size * (size + 1)) / 2);
  for (const { a, b, triangle } of parts) {
    const weight = c[a]! * c[b]!;
    if (weight === 0) continue;
    for (let p = 0; p < sum.length; ++p) sum[p]! += weight * triangle[p]!;
  }
  const rows: number[][] = [];
  for (let i = 0, next = 0; i < size; ++i) {
    const row = rows.map((above) => above[i]!);
    for (let j = i; j < size; ++j) row.push(sum[next++]!);
    rows.push(row);
  }
  return rows;
}
