/** Warnings about columns and panels before a model. */
import type { DescriptionWarnings } from '../../details/descriptions.js';
import { joined } from '../../text/omitted.js';
import type { Sentences } from '../../warning.js';

export const descriptionWarnings: Sentences<DescriptionWarnings> = {
  'no-mean': ({ columns }) =>
    columns.length === 1
      ? `${joined(columns)} is text or has no values, so it has no mean and no row in the table`
      : `${joined(columns)} are text or have no values, so they have no means and no rows in the table`,
  'rows-without-group': ({ column, without, rows }) =>
    `column "${column}" has no value in ${without} of ${rows} rows, which are in no group`,
  'rows-without-key': ({ keys, without, rows, first }) =>
    `${without} of ${rows} rows have no value of ${keys.map((key) => `"${key}"`).join(' or ')}, the first is row ${first}; they count for no unit`,
  'irregular-times': ({ column, times }) =>
    `the times of "${column}" lie on no calendar of a fixed step, so patterns show its ${times} different times in order, and gaps are unknown`,
};
