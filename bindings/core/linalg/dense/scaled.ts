/** Multiplies n numbers from `start` by a power of two that brings the largest near 1, and returns it; at most 2^960. */
export function scaled(x: Float64Array, start: number, n: number): number {
  let largest = 0;
  for (let i = start; i < start + n; i++) largest = Math.max(largest, Math.abs(x[i]!));
  let scale = 1;
  for (; largest * scale > 2 ** 32; scale /= 2 ** 32);
  for (; largest * scale < 2 ** -32 && largest > 0 && scale < 2 ** 960; scale *= 2 ** 32);
  if (scale !== 1) for (let i = start; i < start + n; i++) x[i]! *= scale;
  return scale;
}
