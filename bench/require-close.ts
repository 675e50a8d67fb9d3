/** Throws when a number is not the one plain JavaScript gives, up to a relative tolerance. */
export function requireClose(
  name: string,
  found: number,
  expected: number,
  tolerance: number,
): void {
  if (!(Math.abs(found / expected - 1) <= tolerance)) {
    throw new Error(`${name}: expected ${expected} as in plain JavaScript, found ${found}`);
  }
}
