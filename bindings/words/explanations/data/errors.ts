/** Explanations of errors in data files that are no text. */
import type { Entries } from '../explanation.js';

export const dataErrors = {
  'many-groups': [
    'The column that defines the groups has very many different numbers, so it is continuous.',
    'Groups of a few rows each would be compared, and nothing was computed.',
    'Use continuous to multiply the regressors by it, cut it into groups with build, or choose values with levels.',
  ],
  'nothing-checked': [
    'The printed tables have no numbers to check against each other. Coefficients lack errors, t, p and intervals, or nothing says what the numbers in brackets are.',
    'The audit made no check, so the tables may be right or wrong.',
    'Say in the notes what numbers in parentheses and brackets are, print errors and observations, or write the table in the long form (see the reference of check).',
  ],
  'nothing-compared': [
    'No printed number was found in the tables of the study: the table, its columns or its rows have other names.',
    'Nothing was compared, so the printed numbers may be right or wrong.',
    'Name the table of a file, as in T4=table.tex, and give columns and rows the names that the study prints.',
  ],
  'file-exists': [
    'The file that init would write exists.',
    'Nothing was written, and the file is unchanged.',
    'Choose another name, or remove the file.',
  ],
  'too-few-columns': [
    'A study to start from needs an outcome and a regressor: two columns of numbers that vary and have values in the same rows.',
    'Nothing was written.',
    'Look at the columns with describe; declare the format of numbers (decimal, thousands, missing) if they were read as texts.',
  ],
  'unreadable-xlsx': [
    'The workbook is damaged, cut off, encrypted or of another format, such as .xls or .xlsb.',
    'Nothing was read.',
    'Open it in a spreadsheet program and save it as .xlsx.',
  ],
  'not-streamed': [
    'The option stream is true, and the model or the file needs all rows in memory: absorbed effects, lags and other panels, HAC, CV2, CV3, clusters in several dimensions, compressed files, and formats other than text and Parquet.',
    'Nothing was estimated.',
    'Leave out stream (--stream), or choose a model that can be streamed.',
  ],
  'too-many-texts': [
    'A text column of a file that is streamed has more distinct texts than fit into memory.',
    'Nothing was estimated.',
    'Declare the format of its numbers (decimal, thousands), code it as numbers, or leave it out of the model.',
  ],
  'too-many-values': [
    'A column of clusters or of i() in a file that is streamed has more distinct values than fit into memory.',
    'Nothing was estimated.',
    'Group the values.',
  ],
  'temporary-file': [
    'A file that is streamed keeps the columns of the model in temporary files, and they could not be written or read.',
    'Nothing was estimated.',
    'Set TMPDIR to a folder with room for 16 bytes per row and column.',
  ],
  'unknown-sheet': [
    'The workbook has no sheet of this name or number. The message lists its sheets.',
    'Nothing was read.',
    'Name one of them, with its capitals or without, or give its number from 1.',
  ],
  'bad-range': [
    'The range is no part of a sheet. Its first cell must be above and to the left of its last one.',
    'Nothing was read.',
    'Write it as A3:H34 for cells or as A:H for columns.',
  ],
  'bad-row': [
    'A row of a sheet is a whole number from 1.',
    'Nothing was read.',
    'Give the number that the spreadsheet program shows next to the row.',
  ],
  'bad-frequency': [
    'The declared unit of the periods is shorter than the dates, or the column of periods has no dates.',
    'Nothing was estimated.',
    'Declare a longer unit, leave panel.frequency out, or declare the type of the column in data.types.',
  ],
  'bad-json': [
    'The file is no valid JSON, or not a table: a list of records, one record per line, or columns.',
    'Nothing was read. A key that occurs twice is an error, as all but its last value would be lost.',
    'Correct the place that the message names. Write null for a missing value.',
  ],
  'bad-sql': [
    'DuckDB refused the query, or the query is not a single SELECT statement on text, JSON and Parquet files below one folder.',
    'Nothing was read. Such a query is refused before it runs: other statements could change files, and other files or addresses could be private.',
    'Correct the query. Paths of files are relative to the folder of the model file, or to the one that the key folder or --sql-folder names.',
  ],
  'missing-package': [
    'A package that only some formats need is not installed.',
    'Nothing was read or written.',
    'Run the npm command that the message names.',
  ],
  'not-writable': [
    'The format cannot hold a value of the table, such as infinity in a Stata file.',
    'No file was written.',
    'Choose another format, or remove the value that the message names.',
  ],
  'unreadable-dta': [
    'A Stata data file is damaged, cut off, or of a release that is not read.',
    'Nothing of it was read.',
    'Save it again in Stata, or with saveold for an older release. Name the encoding of text that is not in the usual one.',
  ],
  'unreadable-parquet': [
    'A Parquet file is damaged, cut off, or compressed in a way that is not read.',
    'Nothing of it was read.',
    'Copy or write the file again.',
  ],
  'unreadable-arrow': [
    'An Arrow or Feather file is damaged or cut off.',
    'Nothing of it was read.',
    'Copy or write the file again.',
  ],
  'unreadable-file': [
    'A file or address cannot be read.',
    'Nothing of it was read.',
    'Check the path, the permissions and the network.',
  ],
  'wrong-format': [
    'The content of a file is of another format than its name or the option format says.',
    'Nothing of it was read.',
    'Leave out format, or check that the file is complete.',
  ],
} satisfies Entries;
