/** What readers of data and of tables expect, in English. */
import { says } from '../told.js';

export const sourceOfTable = says('table-source', 'a path, an address, a file, bytes or a stream');
export const nameOfFile = says('name-of-file', 'the name of the file');
export const nameOfEncoding = says('name-of-encoding', 'the name of an encoding such as gb18030');
export const delimiterCharacter = says('delimiter', 'a character such as ;');
export const plainDelimiter = says(
  'delimiter-plain',
  'a character such as ; that is no quote and no line end',
);
export const pointOrComma = says('point-or-comma', '. or ,');
export const separators = says('separators', 'a separator such as . or a list');
export const otherSeparator = says(
  'other-separator',
  'a separator other than the decimal sign {decimal}; set decimal too',
);
export const textsOrList = says('text-or-texts', 'a text or a list of at most {most} texts');
export const commentStart = says('comment', 'the start of comment lines, such as #');
export const noQuote = says('no-quote', 'no quote');
export const commentWithoutDelimiter = says(
  'comment-without-delimiter',
  'a text without the delimiter',
);
export const columnTypes = says(
  'column-types',
  ({ types }: { readonly types: readonly string[] }) =>
    `types by column name, each one of ${types.join(', ')}`,
);
export const columnNames = says('column-names', 'a list of column names');
export const sheetName = says('sheet-name', 'the name or number of a sheet');
export const linesOfNames = says(
  'lines-of-names',
  'the line of the names, or at most three lines in order such as [2, 3]',
);
export const cellRange = says('cell-range', 'cells such as A3:H34');
export const modelOrValues = says(
  'model-or-values',
  'a model or other values whose texts name columns',
);
export const aTable = says('table', 'a table');
export const listOfWarnings = says('list-of-warnings', 'a list of warnings');
export const wholeWarnings = says(
  'whole-warnings',
  'warnings with a code, a message and names of columns',
);
export const nameOfQuery = says('name-of-query', 'the name of the query');
export const aPath = says('path', 'a path');
export const onlyCsv = says(
  'only-csv',
  'the format csv, as other formats keep formulas apart from texts',
);
export const selectStatement = says('select-statement', 'a SELECT statement');
