/** Errors of queries of files, in English. */
import { listed } from '../../text/messages.js';
import { says, type Told } from '../../told.js';

export const badSql = says('bad-sql', ({ fault }: { readonly fault: Told }) => fault.text);
export const otherFolder = says(
  'sql-fault/folder',
  'expected files below {folder}, found {denied}; name the folder that has all files of the query',
);
export const noParse = says('sql-fault/parser', 'Parser Error: {message}');
export const severalStatements = says(
  'sql-fault/statements',
  'expected one SELECT statement, found {found} statements',
);
export const notSelect = says(
  'sql-fault/select',
  'expected a SELECT statement, found one that changes data or settings',
);
export const deepQuery = says(
  'sql-fault/depth',
  'expected at most {most} expressions and queries inside each other, found more; shorten the query',
);
export const otherFunction = says(
  'sql-fault/function',
  ({ readers, found }: { readonly readers: readonly string[]; readonly found: string }) =>
    `expected tables from files (${listed(readers)}, ...), found the function ${found}`,
);
export const noFileNames = says(
  'sql-fault/argument',
  'expected file names in quotes as the argument of {of}, found something else',
);
export const otherQuotes = says(
  'sql-fault/quotes',
  'expected a file name in single quotes, found {file} in another form',
);
export const noTemporaryFolder = says(
  'file-not-writable/temporary',
  'expected a temporary folder that takes files, found {file}; set TMPDIR',
);
