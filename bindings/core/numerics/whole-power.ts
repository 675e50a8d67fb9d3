/** x^exponent for a whole exponent of at least 0, by repeated squaring. */
export function wholePower(x: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = wholePower(x, Math.floor(exponent / 2));
  return exponent % 2 === 0 ? half * half : half * half * x;
}
