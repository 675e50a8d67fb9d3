const mostListed = 8;

export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
}

/** The sheets of a workbook, at most eight by name. */
export function sheetNames(sheets: readonly SheetName[]): string {
  const names = sheets
    .slice(0, mostListed)
    .map(({ name, hidden }) => `"${name}"${hidden ? ' (hidden)' : ''}`);
  const more = sheets.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
