/**
 * The keys and values of a model file. Each message says what was expected; `model-file.ts` adds
 * where and what was found. Shorthands (a path for `data`, "n w" for `vars`) are widened here.
 */
import * as v from 'valibot';
import { suggestion } from '../data/nearest.js';

/** An object with exactly these keys; a wrong key's message suggests the nearest known one. */
function record<const Entries extends v.ObjectEntries>(entries: Entries) {
  const known = Object.keys(entries);
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return suggestion(String(issue.input), known);
    return issue.input === undefined ? 'a value' : 'keys and values';
  });
}

/** Words separated by spaces; spaces inside parentheses or backquotes belong to the word. */
function words(text: string): string[] {
  return text.match(/(?:`[^`]*`|\([^)]*\)|[^\s`(])+/g) ?? [];
}

function listOf<const Schema extends v.GenericSchema>(
  item: Schema,
  widen: (text: string) => string[],
) {
  return v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' ? widen(value) : value)),
    v.array(item, 'a list'),
  );
}

const flag = v.boolean('true or false');
const name = v.pipe(v.string('a column name'), v.nonEmpty('a column name'));
const term = v.pipe(
  v.string('a variable such as n or L1.n'),
  v.nonEmpty('a variable such as n or L1.n'),
);
const vars = v.pipe(listOf(term, words), v.nonEmpty('at least one variable'));
const equation = v.optional(v.picklist(['both', 'diff', 'level'], 'both, diff or level'), 'both');

const lagsExpected = 'a pair [a, b] of whole numbers with a <= b, or [a, null] for all from a on';
const lag = v.pipe(v.number(lagsExpected), v.safeInteger(lagsExpected));
const lags = v.pipe(
  v.custom<[number, number | null]>(
    (pair) => Array.isArray(pair) && pair.length === 2,
    lagsExpected,
  ),
  v.strictTuple([lag, v.nullable(lag)], lagsExpected),
  v.check(([first, last]) => last === null || first <= last, lagsExpected),
);

const data = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === 'string' ? { file: value } : value)),
  record({
    file: v.pipe(v.string('a path'), v.nonEmpty('a path')),
    format: v.optional(v.picklist(['csv'], 'csv')),
  }),
);

const stepExpected = 'a number above 0';
const panel = record({
  unit: name,
  time: name,
  step: v.optional(
    v.pipe(v.number(stepExpected), v.finite(stepExpected), v.gtValue(0, stepExpected)),
    1,
  ),
});

const vcovTypes = ['unadjusted', 'robust', 'windmeijer'] as const;
const vcov = record({
  type: v.optional(v.picklist(vcovTypes, 'unadjusted, robust or windmeijer')),
  small: v.optional(flag, false),
});

const gmm = v.array(
  record({ vars, lags, collapse: v.optional(flag, false), equation }),
  'a list of {vars, lags}',
);

const iv = v.array(record({ vars, equation }), 'a list of {vars}');

const intervals = v.picklist(['percentile', 'basic', 'normal'], 'percentile, basic or normal');
const repsExpected = 'a whole number of at least 1';
const seedExpected = 'a whole number from 0 to 9007199254740991';
const bootstrap = record({
  scheme: v.optional(v.picklist(['cluster'], 'cluster'), 'cluster'),
  reps: v.pipe(v.number(repsExpected), v.safeInteger(repsExpected), v.minValue(1, repsExpected)),
  seed: v.optional(
    v.pipe(v.number(seedExpected), v.safeInteger(seedExpected), v.minValue(0, seedExpected)),
    1,
  ),
  ci: v.optional(listOf(intervals, words), ['percentile']),
  recenter: v.optional(flag, true),
  progress: v.optional(flag),
});

const ordersExpected = 'a whole number of at least 0';
const levelExpected = 'a number between 0 and 1';

export const modelSchema = record({
  data: v.optional(data),
  panel,
  where: v.optional(v.string('a row filter such as year >= 1978')),
  estimator: v.literal('dpd', 'dpd'),
  formula: v.pipe(v.string('a formula such as n ~ L.n + w'), v.nonEmpty('a formula')),
  transform: v.optional(v.picklist(['fd', 'fod'], 'fd or fod'), 'fd'),
  system: v.optional(flag, true),
  gmm,
  iv: v.optional(iv, []),
  timeEffects: v.optional(flag, false),
  steps: v.optional(v.picklist([1, 2], '1 or 2'), 2),
  h: v.optional(v.picklist([1, 2, 3], '1, 2 or 3'), 3),
  arOrders: v.optional(
    v.pipe(v.number(ordersExpected), v.safeInteger(ordersExpected), v.minValue(0, ordersExpected)),
    2,
  ),
  compat: v.optional(v.picklist(['xtabond2'], 'xtabond2'), 'xtabond2'),
  vcov: v.optional(vcov, {}),
  bootstrap: v.optional(bootstrap),
  level: v.optional(
    v.pipe(v.number(levelExpected), v.gtValue(0, levelExpected), v.ltValue(1, levelExpected)),
    0.95,
  ),
});
