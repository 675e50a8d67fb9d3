/** Conditions of pandas: `(df["year"] > 2000) & df.region.isin(["east", "west"])`, and those of `query()`. */
import { accept, expect, failure, type Reader, unexpected } from '../reader.js';
import {
  type Comparison,
  type Condition,
  type Filter,
  isRowFunction,
  type Operand,
} from './filter.js';
import {
  type Grammar,
  infixesOf,
  type Meaning,
  operandOf,
  type Part,
  readCondition,
  readValue,
  type ReadPart,
} from './grammar.js';
import { filterOf, pandas } from './logic.js';
import { acceptNumber, acceptText, betweenOf, memberOf, readList } from './values.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

const COMPARISON = 4;

const shared: readonly (readonly [string, number, Meaning])[] = [
  ['or', 1, 'or'],
  ['and', 2, 'and'],
  ...(['==', '!=', '<', '<=', '>', '>='] as const).map((one) => [one, COMPARISON, one] as const),
  ['+', 8, '+'],
  ['-', 8, '-'],
  ['*', 9, '*'],
  ['/', 9, '/'],
  ['**', 11, '^'],
];

/** In Python `&` and `|` bind more tightly than comparisons. */
const maskInfixes = infixesOf([...shared, ['|', 5, 'or'], ['&', 7, 'and']]);
/** query() takes them for `and` and `or`. */
const queryInfixes = infixesOf([...shared, ['|', 1, 'or'], ['&', 2, 'and']]);

/** The grammar for the columns of a data frame: of masks, of query(), or of values. */
export function pythonGrammar(
  frame: string | undefined,
  isQuery: boolean,
  isValue = false,
): Grammar {
  return {
    language: 'Python',
    ...(isQuery ? queryInfixes : maskInfixes),
    prefixes: new Map([
      ...(isQuery ? [['not', { from: COMPARISON, is: 'not' }] as const] : []),
      ['~', { from: 10, is: 'not' }],
      ['-', { from: 10, is: 'minus' }],
    ]),
    prefix: isQuery ? /not\b(?!\s*in\b)|~|-/ : /~|-/,
    atom: (reader, whole) =>
      readAtom(reader, whole, isQuery ? undefined : frame, { isQuery, isValue }),
    suffix: readMember,
    isChained: true,
    emptyTexts: [],
    powersFrom: 'right',
    bare: { operator: '==', to: '1', of: 'column' },
    hasMissingResults: isValue,
  };
}

/** `x in [1, 2]`, `x not in [1, 2]` and `x == [1, 2]`, in query(). */
function readMember(reader: Reader, of: Part, least: number): Part | undefined {
  if (least > COMPARISON) return undefined;
  const { position } = reader;
  const word = accept(reader, /in\b|not\s+in\b|[!=]=(?=\s*[[(]\s*["'\d-][^)\]]*,)/)?.[0];
  if (word === undefined) return undefined;
  const operand = operandOf(of, reader, position);
  const member = memberOf(operand, readValues(reader), reader, position);
  return /^(?:not|!)/.test(word) ? { kind: 'not', of: member } : member;
}

/** `["east", "west"]`, `("east", "west")` or `{"east", "west"}`. */
function readValues(reader: Reader): Part[] {
  expect(reader, /[[({]/, 'python-list');
  return readList(reader, () => readConstant(reader), /[\])}]/);
}

function readConstant(reader: Reader): Part {
  if (accept(reader, /(?:np|numpy)\.nan\b|None\b|pd\.NA\b/) !== undefined)
    return { kind: 'absent' };
  const minus = accept(reader, /-/) !== undefined;
  const value = acceptText(reader) ?? acceptNumber(reader);
  if (value === undefined) throw unexpected(reader, 'literal');
  return minus ? { kind: 'minus', of: value } : value;
}

const functions =
  /(?:(?:pd|pandas)\.(?:isna|isnull|notna|notnull)|(?:np|numpy)\.(?:isnan|abs|sqrt|log|exp)|abs)\s*\(/;

function readAtom(
  reader: Reader,
  whole: ReadPart,
  frame: string | undefined,
  { isQuery, isValue }: { readonly isQuery: boolean; readonly isValue: boolean },
): Part {
  const constant = acceptText(reader) ?? acceptNumber(reader);
  if (constant !== undefined) return constant;
  const truth = accept(reader, /(?:True|False)\b/)?.[0];
  if (truth !== undefined) return { kind: 'truth', value: truth === 'True' };
  const start = reader.position;
  const called = accept(reader, functions)?.[0];
  if (called !== undefined) {
    const of = operandOf(whole(), reader, start);
    expect(reader, /\)/, { oneOf: ['")"'] });
    const name = called.replace(/^\w+\.|\s*\($/g, '');
    if (!isValue && ['sqrt', 'log', 'exp'].includes(name)) {
      const problem = commandProblem['python-function']({ name });
      throw failure(reader, problem, start);
    }
    return functionOf(name, of);
  }
  const name = isQuery ? readName(reader) : readColumn(reader, frame);
  return name === undefined
    ? { kind: 'absent' }
    : withMethods(reader, whole, { kind: 'column', name });
}

function functionOf(name: string, of: Operand): Part {
  if (isRowFunction(name)) return { kind: 'call', name, of };
  const absence: Condition = { kind: 'absence', of: [of] };
  return name.startsWith('not') ? { kind: 'not', of: absence } : absence;
}

/** A column of query(), where `@x` is a variable of the script. */
function readName(reader: Reader): string | undefined {
  const name = accept(reader, /`([^`]+)`|([\p{L}_][\p{L}\p{M}\p{N}_]*)/u);
  return name === undefined ? undefined : (name[1] ?? name[2]);
}

/** `df["z"]` or `df.z`. */
function readColumn(reader: Reader, frame: string | undefined): string | undefined {
  const start = reader.position;
  const column = accept(
    reader,
    /([\p{L}_][\p{L}\p{M}\p{N}_]*)\s*(?:\[\s*(?:"([^"]+)"|'([^']+)')\s*\]|\.([\p{L}_][\p{L}\p{M}\p{N}_]*)(?!\s*\())/u,
  );
  if (column === undefined) return undefined;
  // `.values` does not change the column.
  accept(reader, /\.values\b|\.to_numpy\(\s*\)/);
  const [, of, double, single, attribute] = column;
  if (frame === undefined || of === frame) return double ?? single ?? attribute;
  const problem = commandProblem['other-frame-of']({ frame, of: of! });
  throw failure(reader, problem, start);
}

const comparisons: Readonly<Record<string, Comparison>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** `.isna()`, `.isin([1, 2])`, `.between(1, 3)`, `.gt(3)`, `.abs()` after a column. */
function withMethods(reader: Reader, whole: ReadPart, of: Operand): Part {
  const start = reader.position;
  const name = accept(reader, /\.\s*(\w+)\s*\(/)?.[1];
  if (name === undefined) return of;
  if (name === 'isin') {
    const values = readValues(reader);
    expect(reader, /\)/, { oneOf: ['")"'] });
    return memberOf(of, values, reader, start);
  }
  const parts = readList(reader, whole, /\)/).map((part) => operandOf(part, reader, start));
  const [first, second] = parts;
  if (parts.length === 0 && /^(?:isna|isnull|notna|notnull)$/.test(name))
    return functionOf(name, of);
  if (parts.length === 0 && name === 'abs')
    return withMethods(reader, whole, { kind: 'call', name: 'abs', of });
  if (parts.length === 2 && name === 'between') {
    return { kind: 'and', of: betweenOf(of, first!, second!) };
  }
  const operator = comparisons[name];
  if (parts.length === 1 && operator !== undefined) {
    return { kind: 'compare', operator, left: of, right: first! };
  }
  throw failure(reader, commandProblem['python-method']({ name }), start);
}

/** The rows that a mask keeps. @throws InputError `command-syntax` */
export function maskFilter(reader: Reader, frame?: string): Filter {
  return filterOf(readCondition(reader, pythonGrammar(frame, false)), pandas);
}

/** The value of an expression of Python in columns of a data frame. @throws InputError `command-syntax` */
export function pythonValue(reader: Reader, frame?: string): Operand {
  return readValue(reader, pythonGrammar(frame, false, true));
}

/** The rows selected by a mask. @throws InputError `command-syntax` */
export function queryFilter(reader: Reader): Filter {
  return filterOf(readCondition(reader, pythonGrammar(undefined, true)), pandas);
}
