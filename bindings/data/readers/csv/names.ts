/** The names of columns: each once, and none empty. */
import { InputError } from '../../../core/errors/errors.js';
import type { TableWarning } from '../../table-warning.js';
import { isNumber } from '../../cells/number-text.js';
import { columnNames } from '../headings.js';
import { MOST_COLUMNS, MOST_NAME, nameTooLong, tooManyColumns } from '../limits.js';
import type { Layout } from './layout.js';
import type { Record } from './records.js';
import { fileWarnings } from '../../../words/en/warnings/files.js';
import { warning } from '../../../words/warning.js';
import { numbersAsNames } from '../../../words/errors/readers/csv.js';

export interface Names {
  readonly names: readonly string[];
  /** For each column, true if the header has no name for it. */
  readonly blank: readonly boolean[];
  readonly warnings: readonly TableWarning[];
}

/**
 * The names in the header as they are written, without spaces around those that have no quotes. A repeated name gets a
 * number, and an empty one the number of its column, with warnings.
 *
 * @throws InputError `no-header`, `too-many-columns`
 */
export function namesOf(
  { header, first, preamble }: Layout,
  subject: string,
  declared: boolean,
): Names {
  const written = header.cells.map((name, j) => (header.quoted?.[j] ? name : name.trim()));
  checkNames(written, header, subject, declared);
  const { names, warnings } = columnNames(written);
  return {
    names,
    blank: written.map((name) => name === ''),
    warnings: [...preambleWarnings(preamble, header), ...titleWarnings(first), ...warnings],
  };
}

function checkNames(
  names: readonly string[],
  { line }: Record,
  subject: string,
  declared: boolean,
): void {
  if (!declared && names.every(isNumber)) {
    throw new InputError(numbersAsNames({ row: line, numbers: names.slice(0, 5) }), subject);
  }
  const place = { row: line };
  if (names.length > MOST_COLUMNS) throw tooManyColumns(subject, place, names.length);
  const long = names.find((name) => name.length > MOST_NAME);
  if (long !== undefined) throw nameTooLong(subject, place, long.length);
}

function preambleWarnings(preamble: Record | undefined, header: Record): TableWarning[] {
  if (preamble === undefined) return [];
  const detail = {
    row: preamble.line,
    title: preamble.cells.join(' ').trim(),
    header: header.line,
  };
  return [warning(fileWarnings, 'lines-above', detail)];
}

/** Warns if the first line has one cell and the next has several names. */
function titleWarnings([header, ...below]: readonly Record[]): TableWarning[] {
  const [title = '', ...others] = header!.cells;
  if (isAboveYears(header!, below[0])) {
    const rows = [header!.line, below[0]!.line];
    return [warning(fileWarnings, 'title-line', { row: header!.line, names: rows })];
  }
  if (title === '' || others.length === 0 || others.some((cell) => cell !== '')) return [];
  const width = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  const names = below
    .filter(({ cells }) => !cells.some((cell) => isNumber(cell.trim())))
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
