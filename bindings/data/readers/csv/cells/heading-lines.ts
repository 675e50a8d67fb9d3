/** Headings in several lines: what they say, and warnings of lines that are likely headings. */
import { fileWarnings } from '../../../../words/en/warnings/files.js';
import { warning } from '../../../../words/warning.js';
import { resembledCode } from '../../../cells/missing-codes.js';
import { isNumber } from '../../../cells/number-text.js';
import type { TableWarning } from '../../../table-warning.js';
import type { Record } from '../records.js';

export { headingTexts } from '../../heading-rows.js';

/** Warns if the first line has one cell and the next has several names. */
export function titleWarnings([header, ...below]: readonly Record[]): TableWarning[] {
  const [title = '', ...others] = header!.cells;
  if (isAboveYears(header!, below[0])) {
    const rows = [header!.line, below[0]!.line];
    return [warning(fileWarnings, 'title-line', { row: header!.line, names: rows })];
  }
  if (others.some((cell) => cell !== '')) return labelWarnings(header!, below);
  if (title === '' || others.length === 0) return [];
  const width = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  const names = below
    .filter(({ cells }) => mayBeNames(cells.map((cell) => cell.trim())))
    .reduce<Record | undefined>((most, one) => {
      return width(one.cells) > width(most?.cells ?? ['title']) ? one : most;
    }, undefined);
  if (names === undefined) return [];
  const position = below.indexOf(names);
  const pair = [position, position - 1].find(
    (i) => i >= 0 && isAboveYears(below[i]!, below[i + 1]),
  );
  const rows = pair === undefined ? names.line : [below[pair]!.line, below[pair + 1]!.line];
  return [warning(fileWarnings, 'title-line', { row: header!.line, title, names: rows })];
}

/** Warns of one or two rows of labels and units between names and numbers, as CSMAR writes them. */
function labelWarnings(header: Record, below: readonly Record[]): TableWarning[] {
  const cellsOf = ({ cells }: Record) => cells.map((cell) => cell.trim());
  const rows = below.map(cellsOf);
  const count = rows.findIndex((cells) => cells.some(isNumeric));
  if (count < 1 || count > 2 || header.cells.some((cell) => isNumeric(cell.trim()))) return [];
  const numbers = rows.slice(count);
  const numeric = header.cells.flatMap((_, j) => {
    const column = numbers.map((cells) => cells[j] ?? '');
    return column.some(isNumeric) && !column.some(isLabel) ? [j] : [];
  });
  const areLabels = rows.slice(0, count).every((cells) => {
    const filled = numeric.map((j) => cells[j] ?? '').filter((cell) => cell !== '');
    return 2 * filled.length >= numeric.length && filled.every(isLabel);
  });
  if (numbers.length < 2 || numeric.length < 2 || !areLabels) return [];
  const names = [header, ...below.slice(0, count)].map(({ line }) => line);
  return [warning(fileWarnings, 'title-line', { row: header.line, names })];
}

/** True for a text that is neither a number nor a missing code. */
const isLabel = (cell: string) =>
  /\p{L}{2}|^[%元人]$/u.test(cell) && resembledCode(cell) === undefined;

/** True for texts, and for years next to a text. */
function mayBeNames([place = '', ...others]: readonly string[]): boolean {
  const filled = others.filter((cell) => cell !== '');
  return !isNumeric(place) && (filled.every(isYear) || !filled.some(isNumeric));
}

/** True for numbers, also with separators or a percent sign. */
const isNumeric = (cell: string) => isNumber(cell) || /^[+-]?\d[\d.,' ]*%?$/.test(cell);

/** True for groups of headings, some columns of which have none, above years, or for years above repeated names. */
function isAboveYears({ cells: upper }: Record, lower: Record | undefined): boolean {
  const [place = '', ...names] = (lower?.cells ?? []).map((cell) => cell.trim());
  const groups = upper.slice(1).filter((cell) => cell !== '');
  const hasGroups = groups.length > (upper[0] === '' ? 1 : 0) && upper.slice(1).includes('');
  if (!hasGroups || names.length < 2 || isNumber(place)) return false;
  if (names.every(isYear)) return true;
  const areTexts = names.every((name) => name !== '' && !isNumber(name));
  return areTexts && new Set(names).size < names.length && groups.every(isYear);
}

const isYear = (cell: string) => /^\s*(?:1[89]|20)\d\d\s*年?\s*$/.test(cell);
