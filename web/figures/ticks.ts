/** Round numbers on a scale. */

/** Some four to seven multiples of 1, 2 or 5 times a power of ten. */
export function ticksOf(low: number, high: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const exponent = Math.floor(Math.log10(span / 5));
  const unit = Number(`1e${exponent}`);
  const step = [1, 2, 5, 10].find((factor) => factor * unit >= span / 6)! * unit;
  const digits = Math.max(0, -exponent);
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toFixed(digits)),
  );
}
