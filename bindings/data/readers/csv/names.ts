/** The names of columns: each once, and none empty. */
import { InputError } from '../../../core/errors/errors.js';
import type { TableWarning } from '../../table-warning.js';
import { isNumber } from '../../cells/number-text.js';
import { columnNames } from '../headings.js';
import { MOST_COLUMNS, MOST_NAME, nameTooLong, tooManyColumns } from '../limits.js';
import { headingRows, type Layout } from './layout.js';
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
 * @throws InputError `no-header`, `too-many-columns`; NotLoaded if headings in several lines are likely, and their reader is
 *   not loaded
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
    warnings: [
      ...preambleWarnings(preamble, header),
      ...(isUnusual(first) ? headingRows.needed().titleWarnings(first) : []),
      ...warnings,
    ],
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

/** True for a column without a name, or no number below the names: lines that may be titles, labels or units. */
function isUnusual([header, next]: readonly Record[]): boolean {
  const hasBlank = header!.cells.some((cell) => cell.trim() === '');
  return hasBlank || (next !== undefined && !next.cells.some((cell) => isNumber(cell.trim())));
}
