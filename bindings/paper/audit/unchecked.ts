/** Tables of which no number could be compared with another. */
import { InputError } from '../../core/errors/errors.js';
import { listed } from '../../core/text/messages.js';
import type { Warning } from '../../results/common.js';
import { plural } from '../../core/text/counts.js';
import type { TableView } from './view.js';

const layouts =
  'print errors, t, p or intervals below or next to coefficients, or write the table in the long form';

/** The error where no table has a check: what was read, and what lacks a number. */
export function nothingChecked(
  views: readonly TableView[],
  notTestable: Readonly<Record<string, number>>,
  warnings: readonly Warning[],
): InputError {
  const names = listed(views.map(({ table }) => table).slice(0, 5));
  const lacking = Object.keys(notTestable).slice(0, 6);
  const rules =
    lacking.length === 0 ? '' : `; numbers are missing for the rules ${lacking.join(', ')}`;
  const [first] = warnings;
  const unread = first === undefined ? '' : `; ${first.message}`;
  const message = `check: expected numbers that can be compared with each other, found ${views.map(contentsOf).slice(0, 3).join(', ')} in ${names}${unread}${rules}; ${layouts}`;
  return new InputError('nothing-checked', message, {
    tables: views.map(({ table }) => table),
    ...{ notTestable, warnings },
  });
}

/** The warning for a table without a check, where others have some. */
export function uncheckedWarning(view: TableView): Warning {
  const message = `table ${view.table}: nothing could be checked in ${contentsOf(view)}; say in the notes what numbers in brackets are, or write it in the long form`;
  return { code: 'not-checked', message };
}

/** `4 coefficients in 2 columns, none with an error, t, p or interval`. */
function contentsOf({ columns, unnamed }: TableView): string {
  const rows = columns.flatMap((column) => column.rows);
  const statistics = columns.flatMap(({ texts, variables }) => [
    ...Object.keys(texts),
    ...variables.flatMap((one) => Object.keys(one.texts)),
  ]);
  const isAlone = rows.every(({ texts }) =>
    Object.keys(texts).every((field) => field === 'coef' || field === 'stars'),
  );
  const without = rows.length > 0 && isAlone ? ' without errors, t, p or intervals' : '';
  const brackets =
    unnamed.length === 0 ? '' : `, numbers in ${unnamed.join(' and ')} that nothing names`;
  const counted = plural(rows.length, 'coefficient', 'coefficients');
  return `${counted}${without}${brackets} and ${plural(statistics.length, 'statistic', 'statistics')}`;
}
