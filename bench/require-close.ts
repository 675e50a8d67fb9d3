/** Throws if a number differs from that of `source` by more than a relative tolerance. */
export function requireClose(
  name: string,
  value: number,
  expected: number,
  tolerance: number,
  source = 'plain JavaScript',
): void {
  if (!(Math.abs(value / expected - 1) <= tolerance)) {
    throw new Error(`${name}: expected ${expected} as in ${source}, found ${value}`);
  }
}
