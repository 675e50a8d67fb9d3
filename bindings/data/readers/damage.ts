/**
 * What is wrong with a file, from the error of the package that reads it. A programming error of the package says only
 * that the file is damaged.
 */
export function damage(error: unknown): string {
  const isOfCode = error instanceof TypeError || error instanceof RangeError;
  return error instanceof Error && !isOfCode ? error.message : 'it is damaged or cut off';
}
