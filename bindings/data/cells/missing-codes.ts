/** The words that text files write for a missing number. */
export const missingCodes: readonly string[] = [
  'NA',
  'N/A',
  '#N/A',
  'NaN',
  'NULL',
  'null',
  'None',
  '.',
  '..',
  '-',
  '--',
  '—',
];

const known = new Set(missingCodes);

/** True for a word that means a missing value in a column whose other cells are numbers. */
export function isMissingCode(cell: string): boolean {
  return known.has(cell.trim());
}

/** Maximum characters of a cell that may resemble a missing code. */
const LONGEST = 40;

/**
 * The missing code that a cell resembles: in another case, with other characters between its letters, or with other
 * dots or dashes. Errors of Excel resemble `#N/A`, and Stata's `.a` resembles `.`.
 */
export function resembledCode(cell: string): string | undefined {
  if (cell.length > LONGEST) return undefined;
  const text = cell.trim().toLowerCase();
  if (/^#(div\/0|value|ref|name|num|null)[!?]?$/.test(text)) return '#N/A';
  if (/^\.[a-z]$/.test(text)) return '.';
  const same = missingCodes.find((code) => code.toLowerCase() === text);
  return same ?? missingCodes.find((code) => bare(code) === bare(text));
}

/** The letters of a text in lower case, or its dots or dashes as a single one. */
function bare(text: string): string {
  const trimmed = text.trim();
  if (/^[\p{Pd}\u2212_]+$/u.test(trimmed)) return '-';
  if (/^[.\u2026]+$/.test(trimmed)) return '.';
  return trimmed.toLowerCase().replace(/[\s./\\#!()<>[\]*-]/g, '');
}
