/** Round numbers from `low` to `high`, some four to seven: multiples of 1, 2 or 5 times a power of ten. */
export function niceTicks(low: number, high: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const exponent = Number((span / 5).toExponential().split('e')[1]);
  const unit = Number(`1e${exponent}`);
  const step = [1, 2, 5, 10].find((factor) => factor * unit >= span / 6)!;
  const digits = Math.max(0, -exponent);
  const first = Math.ceil(low / (step * unit));
  const last = Math.floor(high / (step * unit));
  // The sum with 0 turns -0 into 0.
  return Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step * unit).toFixed(digits)) + 0,
  );
}
