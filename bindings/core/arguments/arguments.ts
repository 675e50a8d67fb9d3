/**
 * Checks of arguments. Each function has a table with a schema for each of its options; a schema's message says what
 * was expected.
 */
import * as v from 'valibot';
import { badArgument } from '../errors/bad-argument.js';
import { expectedBy, expectationOf, type Expectation, expects } from '../../words/expects.js';
import * as wanted from '../../words/expectations/values.js';
import { knownSpelling } from '../../words/text/spelling.js';
import type { Told } from '../../words/told.js';
import {
  confidenceExpected,
  isConfidence,
  isSignificance,
  significanceExpected,
} from './levels.js';

export { badArgument };

/** What was expected, as data or as the message of a schema. */
export type Expected = Told | Expectation;

export const messageOf = (expected: Expected): Expectation =>
  typeof expected === 'string' ? expected : expects(expected);

export type Schemas = Readonly<Record<string, v.GenericSchema>>;

/** A value as users write it. A reader accepts any value, because the next schema in its pipe checks the result. */
export type Written<Form extends v.GenericSchema> = v.GenericSchema<v.InferInput<Form>, unknown> & {
  readonly forms: readonly Form[];
};

/** The start of a pipe for a value with several forms; the types and the JSON Schema are derived from it. */
export function written<const Forms extends readonly v.GenericSchema[]>(...forms: Forms) {
  return Object.assign(v.unknown(), { forms }) as unknown as Written<Forms[number]>;
}

/** The schema of keys and values, which takes no list; valibot reads the places of a list as its keys. */
export function keyed<const Schema extends v.GenericSchema>(schema: Schema): Schema {
  const run = schema['~run'].bind(schema);
  return Object.assign(schema, {
    '~run': ((dataset, config) => {
      if (!Array.isArray(dataset.value)) return run(dataset, config);
      v._addIssue(schema as never, 'type', dataset as never, config);
      return dataset as never;
    }) satisfies Schema['~run'],
  });
}

/**
 * A whole number from `low` to `high`. The message leaves out an upper bound that is the largest integer of a double.
 */
export function whole(low: number, high?: number) {
  const expected = expects(
    high === undefined ? wanted.wholeAtLeast({ low }) : wanted.wholeFrom({ low, high }),
  );
  const most = high ?? Number.MAX_SAFE_INTEGER;
  return v.pipe(
    v.number(expected),
    v.safeInteger(expected),
    v.minValue(low, expected),
    v.maxValue(most, expected),
  );
}

/** A number above `low` and below `high`. */
export function between(low: number, high: number) {
  const expected = expects(wanted.numberBetween({ low, high }));
  return v.pipe(v.number(expected), v.gtValue(low, expected), v.ltValue(high, expected));
}

/** A text that is not empty. */
export function text(expected: Expected = wanted.aText()) {
  const message = messageOf(expected);
  return v.pipe(v.string(message), v.nonEmpty(message));
}

/** One of the words, in any spelling: letter case, hyphens, underscores and spaces do not matter. */
export function spelled<const Words extends readonly (string | number)[]>(
  words: Words,
  message: Expectation,
) {
  const exact = v.picklist(words, message);
  const any = v.pipe(
    written(exact),
    v.transform((value) => knownSpelling(words, value)),
    exact,
  );
  return Object.assign(any, { words });
}

/** One of the names in any spelling; by default the message lists them. */
export function oneOf<const Names extends readonly string[]>(names: Names, expected?: Expected) {
  return spelled(names, messageOf(expected ?? wanted.oneOfWords({ words: names })));
}

/** A list without holes, with items of one kind. An error in an item has the list's message. */
export function listOf<const Item extends v.GenericSchema>(
  item: Item,
  expected: Expected = wanted.aList(),
) {
  const list = v.custom<readonly v.InferOutput<Item>[]>(
    (value) => Array.isArray(value) && Array.from(value).every((one) => v.is(item, one)),
    messageOf(expected),
  );
  return Object.assign(list, { item });
}

export const flag = v.boolean(expects(wanted.trueOrFalse()));
export const columnName = text(wanted.nameOfColumn());
export const seed = whole(0, Number.MAX_SAFE_INTEGER);

const confidenceWords = ({ input }: v.BaseIssue<unknown>) => expects(confidenceExpected(input));
const significanceWords = ({ input }: v.BaseIssue<unknown>) => expects(significanceExpected(input));

/** A confidence level. */
export const level = v.pipe(v.number(confidenceWords), v.check(isConfidence, confidenceWords));

/** A significance level. */
export const significance = v.pipe(
  v.number(significanceWords),
  v.check(isSignificance, significanceWords),
);

/** True for an object with keys: neither a list nor a primitive value. */
export function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks options by their schemas and returns them with words in the library's spelling. An option that is `undefined`
 * counts as absent.
 *
 * @throws InputError `bad-value` with the subject, the option, what was expected and what was found
 */
export function checkKeys<Options>(
  subject: string,
  schemas: Schemas,
  options: Options,
  required: readonly string[] = [],
): Options {
  if (!isKeyed(options)) {
    const expected =
      required.length === 0 ? wanted.keysAndValues() : wanted.keysAndValuesWith({ required });
    throw badArgument(subject, 'options', expected, options);
  }
  const keys = Object.keys(schemas);
  const unknown = Object.keys(options).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw badArgument(subject, 'options', wanted.keysAmong({ known: keys }), unknown);
  }
  const known: Record<string, unknown> = { ...options };
  for (const [name, schema] of Object.entries(schemas)) {
    const value = options[name];
    if (value === undefined && !required.includes(name)) continue;
    known[name] = checkArgument(subject, name, schema, value);
  }
  return known as Options;
}

/**
 * The value, with words in the library's spelling.
 *
 * @throws InputError `bad-value`
 */
export function checkArgument<Value>(
  subject: string,
  name: string,
  schema: v.GenericSchema,
  value: Value,
): Value {
  const known = respell(schema, value);
  const parsed = v.safeParse(schema, known);
  if (!parsed.success)
    throw badArgument(subject, name, expectedOf(schema, parsed.issues[0]), value);
  return known as Value;
}

interface Parts {
  /** The words of `spelled`. */
  readonly words?: readonly unknown[];
  /** The schemas of a union, of the items of a list, and of values by name or by key. */
  readonly options?: readonly unknown[];
  readonly item?: unknown;
  readonly value?: unknown;
  readonly entries?: Readonly<Record<string, unknown>>;
}

/** The value with its words as the schema spells them; a copy of plain lists and objects only where one changes. */
function respell(schema: unknown, value: unknown): unknown {
  const { words = [], options = [], item, value: each, entries } = (schema ?? {}) as Parts;
  if (typeof value !== 'object' || value === null || !(item ?? each ?? entries)) {
    return options.reduce((known, option) => respell(option, known), knownSpelling(words, value));
  }
  if (!isPlain(value)) return value;
  const changed = Object.entries(value).flatMap(([key, of]) => {
    const known = respell(item ?? entries?.[key] ?? each, of);
    return Object.is(known, of) ? [] : [[key, known] as const];
  });
  if (changed.length === 0) return value;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  return Object.assign(copy, Object.fromEntries(changed));
}

/** True for a list and for an object of keys and values, not for typed arrays and other instances. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** What was expected: the message of the failing part, or of the whole if the part has no message of ours. */
function expectedOf(schema: v.GenericSchema, { message }: v.BaseIssue<unknown>): Told {
  const whole = 'message' in schema ? schema.message : undefined;
  return expectationOf(message) ?? expectedBy(whole);
}
