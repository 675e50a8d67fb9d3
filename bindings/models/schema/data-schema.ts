/** The schemas of `data`, `reshape`, `merge` and `build`. Shorthands are expanded here. */
import * as v from 'valibot';
import { isKeyed } from '../../core/arguments/arguments.js';
import { omit } from '../../core/values/omit.js';
import { readerSchemas } from '../../data/readers/options.js';
import { buildSteps } from './build-schema.js';
import { byName, flag, listOf, name, record, written } from './schema.js';

/** The options of readers, apart from the name, which is that of the file. */
const { entries: readerKeys } = v.omit(v.partial(v.object(readerSchemas)), ['name']);

const path = v.pipe(v.string('a path'), v.nonEmpty('a path'));
const dataFile = record({ file: path, ...readerKeys });
const query = v.pipe(v.string('a query'), v.nonEmpty('a query'));
const dataQuery = record({ sql: query, folder: v.optional(path) });

/** A path, a file with reader options, or a query. */
const dataPlace = v.pipe(
  written(path, dataFile, dataQuery),
  v.transform((value) => (typeof value === 'string' ? { file: value } : value)),
  v.lazy((value) => (isKeyed(value) && 'sql' in value ? dataQuery : dataFile)),
);

/** One name is a list of one. */
const names = v.pipe(
  listOf(name, (text) => [text]),
  v.minLength(1, 'a column name or a list of them'),
);

const renameExpected = 'new names by the names in the file, such as {gdp: gdp_us}';
const mergeEntries = {
  file: dataPlace,
  on: names,
  keep: v.optional(names),
  kind: v.optional(v.picklist(['1:1', 'm:1'], '1:1 or m:1')),
  rename: v.optional(
    byName(
      { value: name, item: record({ from: name, to: name }), expected: renameExpected },
      (from, to) => ({ from, to }),
    ),
  ),
};

const writtenMerge = v.strictObject({ ...omit(readerKeys, 'columns'), ...mergeEntries });

const merge = v.pipe(
  written(writtenMerge, v.array(writtenMerge)),
  v.transform((value) => (Array.isArray(value) ? value : [value]).map(withReaderKeys)),
  v.array(record(mergeEntries, 'a file and on, such as {file: prices.csv, on: year}')),
);

/** Moves the options of the reader, which may be written next to `on`, to the file. */
function withReaderKeys(value: unknown): unknown {
  if (!isKeyed(value)) return value;
  const entries = Object.entries(value);
  const isReaderKey = ([key]: readonly [string, unknown]) =>
    Object.hasOwn(readerKeys, key) && key !== 'columns';
  const options = entries.filter(isReaderKey);
  if (options.length === 0) return value;
  const rest = Object.fromEntries(entries.filter((entry) => !isReaderKey(entry)));
  const { file } = rest as { readonly file?: unknown };
  const place = typeof file === 'string' ? { file } : file;
  return { ...rest, file: isKeyed(place) ? { ...Object.fromEntries(options), ...place } : place };
}

const patternExpected = 'a pattern such as gdp{year}';
const pattern = v.pipe(v.string(patternExpected), v.nonEmpty(patternExpected));
const long = record({
  columns: byName(
    {
      value: pattern,
      item: record({ name, pattern }),
      expected: 'patterns by the names of new columns, such as {gdp: "gdp{year}"}',
    },
    (key, one) => ({ name: key, pattern: one }),
  ),
  id: names,
  text: v.optional(flag),
});

const wide = record({ columns: names, by: name, id: names });

const reshapeExpected = 'long or wide, one of them';
const reshape = v.pipe(
  record({ long: v.optional(long), wide: v.optional(wide) }, reshapeExpected),
  v.check((value) => (value.long === undefined) !== (value.wide === undefined), reshapeExpected),
);

/** The steps between the file and the model. */
export const stepKeys = {
  reshape: v.optional(reshape),
  merge: v.optional(merge),
  build: v.optional(buildSteps),
};

/** The keys of a model that say what its data are. */
export const dataKeys = { data: v.optional(dataPlace), ...stepKeys };
