/** Copies the values of the rows used, as `values` may be a column of the caller's table, who may write to it. */
export function gathered(values: Float64Array, positions: Int32Array): Float64Array {
  if (positions.length === values.length) return values.slice();
  const out = new Float64Array(positions.length);
  for (let i = 0; i < positions.length; i++) out[i] = values[positions[i]!]!;
  return out;
}
