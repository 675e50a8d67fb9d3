/** Throws when a number is not the one `source` gives, up to a relative tolerance. */
export function requireClose(
  name: string,
  found: number,
  expected: number,
  tolerance: number,
  source = 'plain JavaScript',
): void {
  if (!(Math.abs(found / expected - 1) <= tolerance)) {
    throw new Error(`${name}: expected ${expected} as in ${source}, found ${found}`);
  }
}
