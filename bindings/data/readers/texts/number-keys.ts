/** Which options would make numbers of texts, in files whose cells have types. */
import { columnWarnings } from '../../../words/en/warnings/columns.js';
import { warning } from '../../../words/warning.js';
import { isAccount } from '../../cells/marks.js';
import { keysOfColumns } from '../../cells/number-keys.js';
import type { Table } from '../../table.js';
import type { TableWarning } from '../../table-warning.js';

/** Warns of columns of text that would be numbers, with the options that read most of them. */
export function numbersAsTexts({ columns }: Table): TableWarning[] {
  const texts = [...columns].flatMap(([name, column]): [string, readonly string[]][] =>
    column.kind === 'text' && column.integers !== true && column.bytes === undefined
      ? [[name, column.values]]
      : [],
  );
  return keysOfColumns(texts).map(({ names, keys }) => {
    const isNegative =
      keys.marks === true &&
      texts.some(([name, values]) => names.includes(name) && values.some(isAccount));
    const detail = { columns: names, keys, ...(isNegative && { negative: true as const }) };
    return warning(columnWarnings, 'numbers-as-text', detail);
  });
}
