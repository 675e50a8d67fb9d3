/** What is wrong with a workbook, in words. The reader adds the name of the file. */
export class WorkbookError extends Error {}

export function fail(what: string): WorkbookError {
  return new WorkbookError(what);
}
