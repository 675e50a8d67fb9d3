/**
 * Limits on imported code, far above what people write. Beyond them the patterns of the readers would take quadratic
 * time, models would grow with the script, and nested calls would exhaust the stack.
 */
import { InputError } from '../core/errors/errors.js';
import * as said from '../words/errors/interchange/models.js';
import { commandSyntax } from '../words/errors/interchange/syntax.js';
import type { Filter } from './filters/filter.js';
import { failure, type Reader, type Statement } from './reader.js';
import { manyChanges } from '../words/errors/interchange/notes.js';
import type { Told } from '../words/told.js';

export const MOST_STATEMENT = 10_000;
/** Maximum sentences about changes of a data frame. */
const MOST_CHANGES = 100;
/** Maximum consecutive blanks in a statement. */
const MOST_BLANKS = 200;

const bounds: Readonly<Record<said.BoundName, number>> = {
  script: 2 ** 20,
  statement: MOST_STATEMENT,
  blanks: MOST_BLANKS,
  models: 1000,
  filters: 100,
  nesting: 100,
  /** `a##b` doubles the terms, and each is a column. */
  terms: 1024,
  variables: 10_000,
  /** Formulas have lags up to 1000, and a list of 10^9 numbers does not fit in memory. */
  range: 1001,
};

/** @throws InputError `command-syntax` for a count above its limit, with a caret at the place if there is one */
function check(
  name: said.BoundName,
  count: number,
  place: Pick<Reader, 'text' | 'position'> | undefined,
  shown: said.BoundCount = count,
): void {
  const most = bounds[name];
  if (count <= most) return;
  const problem = said.beyondBound({ of: name, most, found: shown });
  throw place === undefined
    ? new InputError(commandSyntax({ problem }))
    : failure({ text: place.text, position: place.position }, problem);
}

const startOf = (text: string) => ({ text, position: 0 });

/** @throws InputError `command-syntax` for a script of more than 1,048,576 characters */
export function checkScript(text: string): void {
  check('script', text.length, startOf(text));
}

const blanks = new RegExp(`\\s{${MOST_BLANKS + 1}}`);

/** @throws InputError `command-syntax` for a statement of more than 10,000 characters, or 200 blanks in a row */
export function checkStatement(text: string): void {
  check('statement', text.length, startOf(text), { length: text.length });
  if (blanks.test(text)) check('blanks', Infinity, startOf(text), 'more');
}

/** @throws InputError `command-syntax` for a script that already has 1000 models */
export function checkModels({ text }: Statement, { length }: readonly unknown[]): void {
  check('models', length + 1, startOf(text), 'more');
}

/** Adds a condition. @throws InputError `command-syntax` for more than 100 */
export function withCondition(filters: readonly Filter[], filter: Filter): Filter[] {
  check('filters', filters.length + 1, undefined, 'more');
  return [...filters, filter];
}

/** Adds sentences about changes of the data. After 100 sentences one says that there are more. */
export function withSentences(changes: readonly Told[], more: readonly Told[]): Told[] {
  const all = [...changes, ...more];
  if (all.length <= MOST_CHANGES) return all;
  return [...all.slice(0, MOST_CHANGES), manyChanges({ most: MOST_CHANGES })];
}

/**
 * Reads a part inside another of its kind.
 *
 * @throws InputError `command-syntax` if the parts nest too deeply
 */
export function nested<Part>(reader: Reader, read: () => Part): Part {
  const depth = reader.depth ?? 0;
  check('nesting', depth + 1, reader, 'more');
  reader.depth = depth + 1;
  const part = read();
  reader.depth = depth;
  return part;
}

/** @throws InputError `command-syntax` for more than 1024 terms */
export function checkTerms(reader: Reader, count: number): void {
  check('terms', count, reader);
}

/** Joins the lists. @throws InputError `command-syntax` for more than 10,000 variables */
export function joinedLists(reader: Reader, lists: readonly (readonly string[])[]): string[] {
  const count = lists.reduce((sum, { length }) => sum + length, 0);
  check('variables', count, reader);
  return lists.flat();
}

/**
 * The numbers from `first` to `last`; none if `last` is below `first`.
 *
 * @throws InputError `command-syntax` for more than 1001 numbers
 */
export function wholeNumbers(first: number, last: number): number[] {
  const count = Math.max(0, last - first + 1);
  check('range', count, undefined, { first, last });
  return Array.from({ length: count }, (_, i) => first + i);
}

/** Calls `read` with each statement, and `leave` with those for which it throws an error of the input. */
export function readEach<S extends Statement>(
  statements: readonly S[],
  read: (statement: S) => void,
  leave: (statement: S, error: InputError) => void,
): void {
  for (const statement of statements) {
    try {
      checkStatement(statement.text);
      read(statement);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      leave(statement, error);
    }
  }
}
