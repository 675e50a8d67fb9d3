import { onFirstUse } from '../../../core/values/first-use.js';
import { InputError } from '../../../core/errors/errors.js';
import { isLonger, type Styles } from '../../cells/styles.js';
import type { Column } from '../../column.js';
import { suggestionOf } from '../../nearest.js';
import { type Table, tableOf } from '../../table.js';
import { keptWarnings } from '../headings.js';
import { checkReaderOptions, type ReadOptions } from '../options.js';
import type { CellFormat, ReadColumn } from './cells/context.js';
import { eachBatch } from './batches.js';
import { CellPlaces } from './scanner.js';
import { missingCodesOf } from './cells/missing.js';
import { plainNumbers } from '../../cells/number-format.js';
import { type ReadColumns, readColumns, type Wanted } from './columns.js';
import { withoutBlanks } from './blanks.js';
import { wantedBy, withNames } from '../selection.js';
import { type Layout, layoutOf } from './layout.js';
import { type Names, namesOf } from './names.js';
import { csvKeys } from './keys.js';
import { type CsvSource, sourceOf } from './source.js';
import { missingWarnings, replacementWarnings, trailingWarnings } from './warnings.js';
import { unknownColumn } from '../../../words/errors/columns.js';

/** How to read a text table. */
export type CsvOptions = Pick<ReadOptions, (typeof csvKeys)[number]>;

/** What reads numbers with marks; `parseCsv` has it. */
export const marking = onFirstUse(() => import('../../cells/marks.js'));

/** What finds rows of totals; `parseCsv` has it. */
export const totalling = onFirstUse(() => import('./cells/total-cells.js'));

/** What leaves out notes below the rows; `parseCsv` has it. */
export const noting = onFirstUse(() => import('./cells/note-lines.js'));

/** True for a text whose rows may be totals. */
export const mayHaveTotals = (text: string) => totals.test(text);

const totals =
  /total|[\n,;\t|"] *([合总小共全各平]|su|ave|all |wor|e[nu]|ea\d|oe|high|low|[imz][nou]|ges|moy)/i;

/** `parseCsv`, given how bytes become text. @throws NotLoaded if its options need a part that is not loaded */
export function parseSource(source: CsvSource, given: CsvOptions): Table {
  const subject = typeof given?.name === 'string' ? given.name : 'CSV';
  const options = checkReaderOptions(subject, given, csvKeys);
  const { encoding } = options;
  const { text: lines, warnings: decoded } = sourceOf(source, subject, encoding);
  const { text, delimiter, warnings: blanks } = withoutBlanks(lines, options);
  const warnings = [...decoded, ...blanks];
  const whole = layoutOf(text, subject, { ...options, delimiter });
  const hasNotes = options.lastRow === undefined && /[,;\t|]\n?$/.test(text.slice(-2));
  const { layout, warnings: notes } = hasNotes
    ? noting.needed().withoutNotes(whole)
    : { layout: whole, warnings: [] };
  const names = namesOf(layout, subject, options.header !== undefined);
  const wanted = wantedColumns(names, options, subject);
  const added = mayHaveTotals(layout.body.text.slice(layout.body.start - 1))
    ? totalling
        .needed()
        .totalWarnings(names.names, (take) => eachBatch(layout, take, new CellPlaces()))
    : [];
  const format = formatOf(options, layout.dialect.delimiter);
  const read = readColumns(layout, wanted, format, (end, rows) => {
    const bytes = source.data.length;
    options.onProgress?.({ bytesRead: Math.round((bytes * end) / text.length), bytes, rows });
  });
  const kept = wanted.slice(0, lastColumn(wanted, names, read) + 1);
  const columns = kept.map(({ name, index }, j): [string, Column] => [
    name,
    withHeadings(read.columns[j]!.column, layout, index),
  ]);
  const { nrows, fileRows } = read;
  const rewritten = kept.flatMap(({ name }, j): [string, Styles][] => {
    const { styles } = read.columns[j]!;
    return styles !== undefined && isLonger(styles) ? [[name, styles]] : [];
  });
  const dropped = new Set(wanted.slice(kept.length).map(({ name }) => name));
  const table = withNames(
    {
      nrows,
      columns: new Map(columns),
      ...(fileRows && { fileRows }),
      ...(rewritten.length > 0 && { rewritten: new Map(rewritten) }),
    },
    names.names.filter((name) => !dropped.has(name)),
  );
  return tableOf(table, [
    ...warnings,
    ...notes,
    ...keptWarnings(
      names.warnings,
      kept.map(({ name }) => name),
    ),
    ...trailingWarnings(read.trailing, wanted.slice(kept.length)),
    ...missingWarnings(columns),
    ...(text.includes('\uFFFD') ? replacementWarnings(columns, read.lineOf) : []),
    ...read.columns.slice(0, kept.length).flatMap((column) => column.warnings),
    ...added,
  ]);
}

/**
 * The columns that the options keep, in the order of the file, with their declared types. Columns without a name at the
 * ends of the lines are read for their warning.
 */
export function wantedColumns(
  { names, blank }: Names,
  options: CsvOptions,
  subject: string,
): Wanted[] {
  const { columns, types = {} } = options;
  const known = new Set(names);
  for (const name of [...(columns ?? []), ...Object.keys(types)]) {
    if (known.has(name)) continue;
    throw new InputError(
      unknownColumn({ column: name, meant: suggestionOf(name, names) }),
      subject,
    );
  }
  const isWanted = wantedBy(options);
  const lastNamed = blank.lastIndexOf(false);
  return names.flatMap((name, index) => {
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    return isWanted(name) || (columns === undefined && index > lastNamed)
      ? [{ name, index, type }]
      : [];
  });
}

export function formatOf(options: CsvOptions, delimiter: string): CellFormat {
  const { decimal = '.', thousands = [], percent = false, marks, missing } = options;
  const undeclared = options.decimal === undefined && options.thousands === undefined;
  const plain = plainNumbers({ decimal, thousands: [thousands].flat(), percent });
  return {
    plain: marks === true ? marking.needed().withoutMarks(plain) : plain,
    pointed: decimal === '.',
    codes: missingCodesOf(missing),
    findsCommas: undeclared && delimiter !== ',',
    undeclared,
  };
}

/** The last column with a name or a value: trailing delimiters do not make columns. */
function lastColumn(wanted: readonly Wanted[], { blank }: Names, { columns }: ReadColumns): number {
  let last = wanted.length - 1;
  while (last > 0 && blank[wanted[last]!.index] === true && isEmpty(columns[last]!)) last--;
  return last;
}

function isEmpty({ column }: ReadColumn): boolean {
  return column.kind === 'number' && !column.missing && column.values.every(Number.isNaN);
}

/** The column with its label and its unit. */
export function withHeadings(column: Column, { units, labels }: Layout, index: number): Column {
  const [label = '', unit = ''] = [labels?.[index]?.trim(), units?.[index]?.trim()];
  return { ...column, ...(label !== '' && { label }), ...(unit !== '' && { unit }) };
}
