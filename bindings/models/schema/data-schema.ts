/** The schemas of `data`, `append`, `reshape`, `merge` and `build`. Shorthands are expanded here. */
import { aPath } from '../../words/expectations/data.js';
import * as wanted from '../../words/expectations/models/steps.js';
import { eitherOf } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import * as v from 'valibot';
import { isKeyed, keyed, oneOf, text } from '../../core/arguments/arguments.js';
import { partly, together } from '../../core/arguments/inferred.js';
import { omit } from '../../core/values/omit.js';
import { readerSchemas } from '../../data/readers/options.js';
import { layoutNames } from '../../data/steps/reshape/layout-names.js';
import { buildSteps, expression } from './build-schema.js';
import { rowKeys } from './common-keys.js';
import { byName, flag, listOf, name, record, written } from './schema.js';

/** The options of readers, apart from the name, which is that of the file. */
const readerKeys = omit(partly(readerSchemas), 'name');

const path = text(aPath());
export const dataFile = record(
  together(
    {
      /** Path relative to the model file. */
      file: path,
    },
    readerKeys,
  ),
);
const query = text(wanted.aQuery());
export const dataQuery = record({
  /** The query. */
  sql: query,
  /** Folder of its files, relative to the model file. By default the folder of the model file. */
  folder: v.optional(path),
});

/** A path, a file with reader options, or a query. */
export const dataPlace = v.pipe(
  written(path, dataFile, dataQuery),
  v.transform((value) => (typeof value === 'string' ? { file: value } : value)),
  v.lazy((value) => (isKeyed(value) && 'sql' in value ? dataQuery : dataFile)),
);

/** A single name counts as a list of one. */
const names = v.pipe(
  listOf(name, (text) => [text]),
  v.minLength(1, expects(wanted.columnOrList())),
);

const kinds = ['1:1', 'm:1'] as const;
const mergedPlace = {
  /** Path of the other file. */
  file: dataPlace,
};
/** New names of columns of a file. */
const renames = byName(
  {
    value: name,
    item: record({
      /** The name in the other file. */
      from: name,
      /** The name in the data. */
      to: name,
    }),
    expected: wanted.newNames(),
  },
  (from, to) => ({ from, to }),
);
const mergeOptions = {
  /** Columns of the other file that are added; default all. */
  keep: v.optional(names),
  /** Which rows may match how many of the other file. */
  kind: v.optional(oneOf(kinds, eitherOf({ words: kinds }))),
  /** Name of a new column, which is 1 in rows with a match and otherwise 0. */
  indicator: v.optional(name),
  /** New names of its columns, by their names in the file. */
  rename: v.optional(renames),
};
const mergeEntries = together(
  mergedPlace,
  {
    /** Columns that say which rows belong together: those of both files. */
    on: names,
  },
  mergeOptions,
);

export const writtenMerge = keyed(
  v.strictObject(
    together(
      omit(readerKeys, 'columns'),
      mergedPlace,
      {
        /** Columns that say which rows belong together: those of both files, or of the data and of the file, `{firm: Firm}`. */
        on: v.union([names, v.record(name, name)]),
      },
      mergeOptions,
    ),
  ),
);

export const mergedFile = record(mergeEntries, wanted.fileAndOn());

const merge = v.pipe(
  written(writtenMerge, v.array(writtenMerge)),
  v.transform((value) =>
    (Array.isArray(value) ? value : [value]).map(withReaderKeys).map(withOneName),
  ),
  v.array(mergedFile),
);

const appendOptions = {
  /** New names of its columns, by their names in the file. */
  rename: v.optional(renames),
  /** Name of a column with the number of the file: 0 for the data, then 1 and on. */
  source: v.optional(name),
};

export const writtenAppend = keyed(
  v.strictObject(together(omit(readerKeys, 'columns'), mergedPlace, appendOptions)),
);

export const appendedFile = record(together(mergedPlace, appendOptions));

const append = v.pipe(
  written(path, writtenAppend, v.array(v.union([path, writtenAppend]))),
  v.transform((value) =>
    (Array.isArray(value) ? value : [value]).map((one) =>
      withReaderKeys(typeof one === 'string' ? { file: one } : one),
    ),
  ),
  v.array(appendedFile),
);

/**
 * Moves the reader options, which may be written next to `on`, into the object of the file. One that is in both places
 * stays, and is refused.
 */
function withReaderKeys(value: unknown): unknown {
  if (!isKeyed(value)) return value;
  const entries = Object.entries(value);
  const { file } = value as { readonly file?: unknown };
  const inFile: object = isKeyed(file) ? file : {};
  const isReaderKey = ([key]: readonly [string, unknown]) =>
    Object.hasOwn(readerKeys, key) && key !== 'columns' && !Object.hasOwn(inFile, key);
  const options = entries.filter(isReaderKey);
  if (options.length === 0) return value;
  const rest = Object.fromEntries(entries.filter((entry) => !isReaderKey(entry)));
  const place = typeof file === 'string' ? { file } : file;
  return { ...rest, file: isKeyed(place) ? { ...Object.fromEntries(options), ...place } : place };
}

/** Keys with two names: those of the file are renamed to those of the data. */
function withOneName(value: unknown): unknown {
  if (!isKeyed(value) || !isKeyed(value['on'])) return value;
  const { on, rename } = value as { on: Record<string, unknown>; rename?: unknown };
  const pairs = Object.entries(on);
  if (!pairs.every(([, from]) => typeof from === 'string')) return value;
  const renamed = pairs.filter(([to, from]) => to !== from).map(([to, from]) => [from, to]);
  const others = isKeyed(rename) ? rename : {};
  return { ...value, on: Object.keys(on), rename: { ...others, ...Object.fromEntries(renamed) } };
}

const pattern = text(wanted.aPattern());
const long = record({
  /** Patterns of the names of columns, by the names of the new columns. */
  columns: byName(
    {
      value: pattern,
      item: record({
          /** Name of the new column. */
          name,
          /** Pattern of the names that its periods have. */
          pattern,
        }),
      expected: wanted.patternsByName(),
    },
    (key, one) => ({ name: key, pattern: one }),
  ),
  /** Columns that each new row keeps; [] for one unit whose rows are series. */
  id: listOf(name, (text) => [text]),
  /** Column whose values name the new columns, if rows are series. */
  series: v.optional(name),
  /** Whether the periods are texts; by default they are numbers or dates. */
  text: v.optional(flag),
});

const wide = record({
  /** Columns whose values become columns, one for each period. */
  columns: names,
  /** Column of the periods. */
  by: name,
  /** Columns that say which rows become one. */
  id: names,
});

const groups = record({
  /** Columns whose values form the groups; each becomes a row. */
  by: names,
  /** Expressions with one value for each group, such as `mean(y)`, by the names of the columns. */
  columns: byName(
    {
      value: expression,
      item: record({
          /** Name of the column. */
          name,
          /** Its expression. */
          value: expression,
        }),
      expected: wanted.stepsByName(),
    },
    (key, value) => ({ name: key, value }),
  ),
  /** The rows that are taken. */
  where: rowKeys.where,
});

const layout = oneOf(layoutNames);
export const shapes = record(
    {
      /** From a column for each period to a row for each. */
      long: v.optional(long),
      /** From a row for each period to a column for each. */
      wide: v.optional(wide),
      /** One row for each group. */
      groups: v.optional(groups),
      /** Layout of a statistical office, whose series become columns. */
      layout: v.optional(layout),
    },
    wanted.longOrWide(),
);

/** A layout alone may be written as a word. */
const reshape = v.pipe(
  written(layout, shapes),
  v.transform((value) => (typeof value === 'string' ? { layout: value } : value)),
  shapes,
  v.check(
    (value) => Object.values(value).filter((one) => one !== undefined).length === 1,
    expects(wanted.longOrWide()),
  ),
);

/** The steps between reading the file and estimating the model. */
export const stepKeys = {
  /** Other files whose rows come below those of the data. */
  append: v.optional(append),
  /** Turns columns into rows, or rows into columns. */
  reshape: v.optional(reshape),
  /** Other files whose columns are added. */
  merge: v.optional(merge),
  /** New columns by name, in order: expressions, splits and indices. */
  build: v.optional(buildSteps),
};

/** The keys of a model that say what its data are. */
export const dataKeys = together(
  {
    /** Path of the data from the model file, a file with options of its reader, or a query. */
    data: v.optional(dataPlace),
  },
  stepKeys,
);
