/** Options of array functions. The defaults define the keys and their types. */
import { badArgument } from '../errors/bad-argument.js';
import * as wanted from '../../words/expectations/values.js';
import { knownSpelling } from '../../words/text/spelling.js';

type Defaults = Readonly<Record<string, string | number | boolean>>;

const expected = {
  string: wanted.aText,
  number: wanted.aNumber,
  boolean: wanted.trueOrFalse,
} as const;

/**
 * The options with their defaults; an option that is `undefined` counts as absent.
 *
 * @throws InputError `bad-value` for an unknown key or another type
 */
export function withDefaults<T extends Defaults>(
  subject: string,
  defaults: T,
  options: unknown,
): T {
  if (options === undefined) return defaults;
  if (typeof options !== 'object' || options === null) {
    throw badArgument(subject, 'options', wanted.keysAndValues(), options);
  }
  const chosen: Record<string, string | number | boolean> = { ...defaults };
  for (const [key, value] of Object.entries(options) as [string, unknown][]) {
    if (!Object.hasOwn(defaults, key)) {
      throw badArgument(
        subject,
        'options',
        wanted.keysAmong({ known: Object.keys(defaults) }),
        key,
      );
    }
    if (value === undefined) continue;
    const type = typeof defaults[key] as keyof typeof expected;
    if (typeof value !== type || Number.isNaN(value)) {
      throw badArgument(subject, key, expected[type](), value);
    }
    chosen[key] = value as string | number | boolean;
  }
  return chosen as T;
}

/**
 * The word that the value spells.
 *
 * @throws InputError `bad-value` unless it is one of the words
 */
export function wordOf<Word extends string>(
  subject: string,
  name: string,
  words: readonly Word[],
  value: unknown,
): Word {
  const known = knownSpelling(words, value) as Word;
  if (words.includes(known)) return known;
  throw badArgument(subject, name, wanted.oneOfWords({ words }), value);
}

/** @throws InputError `bad-value` unless the value is a whole number from `low` to `high` */
export function checkWhole(
  subject: string,
  name: string,
  [low, high]: readonly [number, number],
  value: unknown,
): void {
  if (Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high) return;
  const range =
    high === Number.MAX_SAFE_INTEGER
      ? wanted.wholeAtLeast({ low })
      : wanted.wholeFrom({ low, high });
  throw badArgument(subject, name, range, value);
}
