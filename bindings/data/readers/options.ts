/** The options of all readers: the keys of `data` in a model file, and the flags of the command line. */
import * as v from 'valibot';
import {
  badArgument,
  checkArgument,
  checkKeys,
  columnName,
  flag,
  isKeyed,
  listOf,
  oneOf,
  type Schemas,
  text,
  whole,
  written,
} from '../../core/arguments/arguments.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import type { Options } from '../../core/arguments/inferred.js';
import { aFunction } from '../../words/expectations/values.js';
import * as wanted from '../../words/expectations/data.js';
import { expects } from '../../words/expects.js';

/** Types that a column can be declared to have. Dates are days, months, quarters, half-years, weeks or years. */
// prettier-ignore
const columnTypes = [
  'text', 'number', 'date', 'date:dmy', 'date:mdy', 'date:ymd', 'date:ym', 'date:my', 'date:yq',
  'date:yh', 'date:yw', 'date:y',
] as const;

export type ColumnType = (typeof columnTypes)[number];

/** File formats that can be named, with the endings of their files; by default the content tells. */
export const fileEndings = {
  csv: ['csv', 'tsv', 'tab', 'txt'],
  xlsx: ['xlsx'],
  ods: ['ods'],
  dta: ['dta'],
  parquet: ['parquet'],
  arrow: ['arrow', 'feather'],
  json: ['json'],
  ndjson: ['ndjson', 'jsonl'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FileFormat = keyof typeof fileEndings;

/** How to read a file. Options that the format does not have are ignored. */
export interface ReaderOptions extends Options<typeof readerSchemas> {}

/** Options of `readTable`: the keys of `data`, and what no file needs. */
export interface ReadOptions extends ReaderOptions, Omit<LocalOptions, 'onProgress'> {
  /**
   * A model, or other values whose texts name columns: no other columns are read. Models then give the same results and
   * errors as with all columns.
   */
  readonly usedBy?: object | undefined;
  /** Called repeatedly while the file is read, at most once per thousand rows, and at the end. */
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  /** Stops the reading, which then rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How far a file is read. */
export interface ReadProgress {
  /** Bytes whose rows are read; of a stream that still arrives, those that are here. */
  readonly bytesRead: number;
  /** All bytes, decompressed; undefined for a stream that still arrives. */
  readonly bytes: number | undefined;
  readonly rows: number;
}

/** Most missing codes that can be declared: their numbers are bytes. */
const MOST_CODES = 200;

const aCode = v.string();
const codesExpected = wanted.textsOrList({ most: MOST_CODES });
const codes = expects(codesExpected);

const columnType = oneOf(columnTypes);

/** A schema for each option. */
export const readerSchemas = {
  /** Names the file in messages. */
  name: text(wanted.nameOfFile()),
  /** Format of the file; by default its bytes and its name say it. */
  format: oneOf(Object.keys(fileEndings) as FileFormat[]),
  /** Name of the encoding of text; by default UTF-8, or UTF-16 with a byte order mark. */
  encoding: text(wanted.nameOfEncoding()),
  /** What separates cells; by default a comma, semicolon, tab or bar, whichever fits. */
  delimiter: v.pipe(
    text(wanted.delimiterCharacter()),
    v.regex(/^[^"\r\n\uFEFF]+$/, expects(wanted.plainDelimiter())),
  ),
  /** Decimal sign of a text table. */
  decimal: oneOf(['.', ','], wanted.pointOrComma()),
  /** What separates groups of digits. A space stands for all kinds of spaces, `'` also for the typographic apostrophe. */
  thousands: v.union([separator(), listOf(separator())], expects(wanted.separators())),
  /** Reads `12.5%` as 0.125. */
  percent: flag,
  /** Reads numbers without the footnote marks, flags and currencies beside them: `45*`, `45 1)`, `$45`; `(45)` is -45. */
  marks: flag,
  /** Cells that are missing, added to those that are missing by default. */
  missing: v.union(
    [aCode, v.pipe(listOf(aCode, codesExpected), v.maxLength(MOST_CODES, codes))],
    codes,
  ),
  /** Lines that start with this text are skipped. */
  comment: v.pipe(text(wanted.commentStart()), v.regex(/^[^"\r\n]+$/, expects(wanted.noQuote()))),
  /** Line of the column names, or lines of names, labels and units; lines above are skipped. */
  header: v.union([whole(1), headerLines()], expects(wanted.linesOfNames())),
  /** True if the units of the columns are in the row below their names. */
  unitsRow: flag,
  /** Line of the last row. */
  lastRow: whole(1),
  /** Types of columns by name. */
  types: Object.assign(
    v.pipe(
      written(v.record(v.string(), columnType)),
      v.custom<Readonly<Record<string, ColumnType>>>(
        (value) => isKeyed(value) && Object.values(value).every((type) => v.is(columnType, type)),
        expects(wanted.columnTypes({ types: columnTypes })),
      ),
    ),
    { value: columnType },
  ),
  /** Names of the columns to read; by default all. */
  columns: listOf(columnName, wanted.columnNames()),
  /** Name or number of the sheet of a workbook. */
  sheet: v.union([text(), whole(1)], expects(wanted.sheetName())),
  /** Cells of the sheet, such as `A3:H34`. */
  range: v.pipe(
    v.string(expects(wanted.cellRange())),
    v.regex(/^[a-z]{1,3}([1-9]\d*)?(:[a-z]{1,3}([1-9]\d*)?)?$/i, expects(wanted.cellRange())),
  ),
  /** True if all cells of a merged area have its value. */
  fillMerged: flag,
} satisfies Schemas;

/** Two or three lines, from the top. */
function headerLines() {
  return v.pipe(
    listOf(whole(1), wanted.linesOfNames()),
    v.check(
      (lines) =>
        lines.length > 0 &&
        lines.length <= 3 &&
        lines.every((line, i) => i === 0 || line > lines[i - 1]!),
      expects(wanted.linesOfNames()),
    ),
  );
}

function separator() {
  return v.pipe(v.string(), v.regex(/^[^\d\s"+\-eE]$|^[ \t\u00A0\u2007\u2009\u202F]$/));
}

/** A schema for each option of `readTable`. */
const readSchemas = {
  ...readerSchemas,
  ...localSchemas,
  usedBy: v.custom<object>(
    (value) => typeof value === 'object' && value !== null,
    expects(wanted.modelOrValues()),
  ),
  onProgress: v.function(expects(aFunction())),
} satisfies Schemas;

/**
 * Checks options by their schemas; `only` has the names of those that may be given.
 *
 * @throws InputError `bad-value`
 */
export function checkReaderOptions(
  subject: string,
  given: unknown,
  only: readonly (keyof ReadOptions)[] = Object.keys(readSchemas) as (keyof ReadOptions)[],
): ReadOptions {
  const schemas = Object.fromEntries(only.map((name) => [name, readSchemas[name]]));
  const options = checkKeys(subject, schemas, given) as ReadOptions;
  checkSeparators(subject, options);
  return options;
}

/** Separators that would make the cells or the numbers ambiguous. */
function checkSeparators(subject: string, options: ReaderOptions): void {
  const { decimal = '.', thousands = [], delimiter, comment, header, lastRow } = options;
  if ([thousands].flat().includes(decimal)) {
    throw badArgument(subject, 'thousands', wanted.otherSeparator({ decimal }), decimal);
  }
  if (delimiter !== undefined && comment?.includes(delimiter) === true) {
    throw badArgument(subject, 'comment', wanted.commentWithoutDelimiter(), comment);
  }
  if (header !== undefined && lastRow !== undefined) {
    checkArgument(subject, 'lastRow', whole(Math.max(...[header].flat())), lastRow);
  }
}
