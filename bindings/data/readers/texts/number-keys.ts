/** Which options would make numbers of texts, in files whose cells have types. */
import { columnWarnings } from '../../../words/en/warnings/columns.js';
import { warning } from '../../../words/warning.js';
import { numberFormats } from '../../cells/number-keys.js';
import type { PlainNumber } from '../../cells/number-format.js';
import { isMissingCode } from '../../cells/missing-codes.js';
import { textReason } from '../../cells/number-text.js';
import type { Table } from '../../table.js';
import type { TableWarning } from '../../table-warning.js';

/** Most texts of a column that may be missing codes, and their most characters. */
const MOST_CODES = 2;
const LONGEST_CODE = 8;

/**
 * Warns of columns of text that would be numbers, with the options that read most of them. A column with leading zeros
 * or long integers is one of codes.
 */
export function numbersAsTexts({ columns }: Table): TableWarning[] {
  let left = [...columns].flatMap(([name, column]) =>
    column.kind === 'text' && column.integers !== true && column.bytes === undefined
      ? [{ name, cells: cellsOf(column.values) }]
      : [],
  );
  const warnings: TableWarning[] = [];
  while (left.length > 0) {
    const read = numberFormats.map(({ plain }) =>
      left.flatMap(({ name, cells }) => {
        const codes = codesAmong(cells, plain);
        return codes === undefined ? [] : [{ name, codes }];
      }),
    );
    const most = Math.max(...read.map(({ length }) => length));
    if (most === 0) break;
    const best = read.findIndex(({ length }) => length === most);
    const codes = [...new Set(read[best]!.flatMap((column) => column.codes))];
    const names = read[best]!.map(({ name }) => name);
    const keys = { ...numberFormats[best]!.keys, ...(codes.length > 0 && { missing: codes }) };
    warnings.push(warning(columnWarnings, 'numbers-as-text', { columns: names, keys }));
    left = left.filter(({ name }) => !names.includes(name));
  }
  return warnings;
}

/** The distinct texts of a column that are not missing by default. */
function cellsOf(texts: readonly string[]): string[] {
  const distinct = new Set(texts.map((text) => text.trim()));
  return [...distinct].filter((text) => text !== '' && !isMissingCode(text));
}

/** The texts beside numbers of this format, which may be missing codes; undefined if there are others. */
function codesAmong(cells: readonly string[], plain: PlainNumber): string[] | undefined {
  const digits = cells.map((cell) => plain(cell) ?? '');
  const others = cells.filter((_, i) => digits[i] === '');
  const numbers = cells.length - others.length;
  const areCodes = others.every((text) => text.length <= LONGEST_CODE && !/\d/.test(text));
  const isNumeric = numbers > 1 && others.length <= Math.min(MOST_CODES, numbers) && areCodes;
  return isNumeric && textReason(digits) === undefined ? others : undefined;
}
