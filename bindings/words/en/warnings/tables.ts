/** Warnings about the columns of a table. */
import { listed } from '../../text/messages.js';
import type { TableWarnings } from '../../details/tables.js';
import type { Sentences } from '../../warning.js';

export const tableWarnings: Sentences<TableWarnings> = {
  'duplicate-names': ({ renamed }) =>
    `several columns have the same name; all but the first are renamed: ${listed(renamed.map(({ name, column }) => `"${name}" (column ${column})`))}`,
  'blank-names': ({ column, name }) =>
    `column ${column} has no name and is called "${name}"${column === 1 ? '; R and pandas write row names so' : ''}`,
  'column-left-out': ({ column, type }) =>
    type === undefined
      ? `column "${column}" is left out, as its cells are lists or structures; write its parts as columns`
      : `column "${column}" is left out, as no column holds values of type ${type}; cast it in the query`,
};
