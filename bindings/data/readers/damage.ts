/** What is wrong with a file, from the error of the package that reads it. Errors of code say only that it is damaged. */
export function damage(error: unknown): string {
  const isOfCode = error instanceof TypeError || error instanceof RangeError;
  return error instanceof Error && !isOfCode ? error.message : 'it is damaged or cut off';
}
