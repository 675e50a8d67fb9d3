/** Numbers in sentences. */

/** A count with a thousands separator: 10,000. */
export function count(n: number): string {
  return Math.round(n).toLocaleString('en-US');
}

/** `1 row`, `1,031 rows`. */
export function plural(n: number, one: string): string {
  return `${count(n)} ${n === 1 ? one : `${one}s`}`;
}
