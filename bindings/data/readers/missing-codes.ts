/** Words that files write instead of a missing number. */

const codes = ['NA', 'N/A', '#N/A', 'NaN', 'NULL', 'null', 'None', '.', '..', '-', '--', '—'];
const known = new Set(codes);

/** True for a word that means a missing value in a column whose other cells are numbers. */
export function isMissingCode(cell: string): boolean {
  return known.has(cell.trim());
}

/** The missing code that a cell resembles, such as `N/A` for `n/a` or `n.a.`; undefined if it resembles none. */
export function resembledCode(cell: string): string | undefined {
  const word = plain(cell);
  if (word === '')
    return /^[\s.·…]+$/.test(cell) ? '.' : /^[\s\-–—−－]+$/.test(cell) ? '-' : undefined;
  const same = cell.trim().toLowerCase();
  return (
    codes.find((code) => code.toLowerCase() === same) ?? codes.find((code) => plain(code) === word)
  );
}

function plain(cell: string): string {
  return cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
