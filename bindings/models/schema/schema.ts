/**
 * Parts that the schemas of the estimators share. Each message says what was expected; `check.ts` adds the path and the
 * value. Shorthands are expanded here: a path for `data`, "n w" for a list of names.
 */
import { aColumnName, columnByOption, panelKeys } from '../../words/expectations/models/models.js';
import { aList, aValue, eitherOf, keysAndValues, numberAbove, trueOrFalse } from '../../words/expectations/values.js';
import { expects, means } from '../../words/expects.js';
import * as v from 'valibot';
import { type Expected, isKeyed, keyed, messageOf, oneOf, spelled, text, written } from '../../core/arguments/arguments.js';
import { suggestionOf } from '../../data/nearest.js';
import { declaredFrequencies } from '../../data/panel/coarser.js';

export { written };

/**
 * An object with exactly these keys. The message for an unknown key is what it may have meant, which `meantBy`
 * reads; the message for a missing key is that of its value; `whole` is what is expected of a missing object.
 */
export function record<const Entries extends v.ObjectEntries>(entries: Entries, whole: Expected = aValue()) {
  const known = Object.keys(entries);
  const keys = v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return means(suggestionOf(String(issue.input), known));
    if (issue.input !== undefined) return expects(keysAndValues());
    return issue.expected === 'Object' ? messageOf(whole) : expectedOf(entries, issue.expected);
  });
  return keyed(keys);
}

/** Returns the message for a missing key. Issues give the key in quotes. */
function expectedOf(entries: v.ObjectEntries, key: string | null): string {
  const schema = Object.entries(entries).find(([name]) => `"${name}"` === key)?.[1];
  if (schema === panel) return expects(panelKeys());
  const message = schema !== undefined && 'message' in schema ? schema.message : undefined;
  return typeof message === 'string' ? message : expects(aValue());
}

/** Splits a text at spaces, except inside parentheses or backquotes. */
export function words(text: string): string[] {
  return text.match(/(?:`[^`]*`|\([^)]*\)|[^\s`(])+/g) ?? [];
}

/** A list, or a text that `widen` turns into a list. */
export function listOf<const Schema extends v.GenericSchema>(
  item: Schema,
  widen: (text: string) => string[],
) {
  const list = v.array(item, expects(aList()));
  return v.pipe(
    written(v.string(), list),
    v.transform((value) => (typeof value === 'string' ? widen(value) : value)),
    list,
  );
}

/** One of the words in any spelling. */
export function choice<const Words extends readonly (string | number)[]>(
  known: Words,
  expected: Expected = eitherOf({ words: known.map(String) }),
) {
  return spelled(known, messageOf(expected));
}

/** Values by name, or a list of items; `entry` makes an item of a name and a value. */
export function byName<const Value extends v.GenericSchema, const Item extends v.GenericSchema>(
  { value, item, expected }: ByNameParts<Value, Item>,
  entry: (name: string, value: unknown) => unknown,
) {
  const message = messageOf(expected);
  const list = v.array(item, message);
  return v.pipe(
    written(v.record(v.string(), value), list),
    v.transform((all) =>
      isKeyed(all) ? Object.entries(all).map(([key, one]) => entry(key, one)) : all,
    ),
    list,
    v.minLength(1, message),
  );
}

interface ByNameParts<Value, Item> {
  readonly value: Value;
  readonly item: Item;
  readonly expected: Expected;
}

/** A text. YAML reads some texts as numbers. */
export function textOrNumber() {
  return v.pipe(
    written(v.string(), v.number()),
    v.transform((value) => (typeof value === 'number' ? String(value) : value)),
  );
}

export const flag = v.boolean(expects(trueOrFalse()));
export const name = text(aColumnName());

/** A column that can also be set by an option of the command line. */
function keyColumn(option: string) {
  return text(columnByOption({ option }));
}

const stepExpected = expects(numberAbove({ low: 0 }));
export const panel = record(
  {
    /** Column of the units. */
    unit: keyColumn('--unit'),
    /** Column of the periods: numbers or dates. */
    time: keyColumn('--time'),
    /** Calendar distance between two neighbouring periods; default 1. */
    step: v.optional(
      v.pipe(v.number(stepExpected), v.finite(stepExpected), v.gtValue(0, stepExpected)),
      1,
    ),
    /** Unit of the periods, which contain the dates of `time`; by default the longest unit that all dates fit. */
    frequency: v.optional(oneOf(declaredFrequencies)),
  },
  panelKeys(),
);
