/** Conditions of Stata and gretl: `year >= 1978 & !missing(k)`. */
import { accept, expect, failure, type Reader } from '../reader.js';
import { type Condition, type Filter, isRowFunction, type Operand } from './filter.js';
import {
  type Grammar,
  infixesOf,
  operandOf,
  type Part,
  readCondition,
  readConditionPart,
  readValue,
  type ReadPart,
} from './grammar.js';
import { filterOf, stata, threeValued } from './logic.js';
import { acceptNumber, acceptText, betweenOf, memberOf, readList } from './values.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

const comparisons = [
  ...(['==', '!=', '<', '<=', '>', '>='] as const).map((one) => [one, 4, one] as const),
];
const sums = [
  ['+', 5, '+'],
  ['-', 5, '-'],
  ['*', 6, '*'],
  ['/', 6, '/'],
  ['^', 9, '^'],
] as const;

export const stataGrammar: Grammar = {
  language: 'Stata',
  ...infixesOf([
    ...(['|', '||'] as const).map((symbol) => [symbol, 1, 'or'] as const),
    ...(['&', '&&'] as const).map((symbol) => [symbol, 2, 'and'] as const),
    ...comparisons,
    ['~=', 4, '!='],
    ...sums,
  ]),
  prefixes: new Map([
    ['!', { from: 10, is: 'not' }],
    ['~', { from: 10, is: 'not' }],
    ['-', { from: 9, is: 'minus' }],
  ]),
  prefix: /!(?!=)|~(?!=)|-/,
  atom: readAtom,
  emptyTexts: ['==', '!='],
  powersFrom: 'left',
  bare: { operator: '!=', to: '0', of: 'any' },
  hasMissingResults: true,
};

const gretlGrammar: Grammar = {
  ...stataGrammar,
  language: 'gretl',
  ...infixesOf([['||', 1, 'or'], ['&&', 2, 'and'], ...comparisons, ...sums]),
  powersFrom: 'right',
  hasMissingResults: false,
};

/** Values may have functions that a condition of a model does not. */
const valueGrammar: Grammar = {
  ...stataGrammar,
  atom: (reader, whole) => {
    const { position } = reader;
    const name = accept(reader, /(sqrt|ln|log|exp)\s*\(/)?.[1]?.replace('ln', 'log');
    if (name === undefined || !isRowFunction(name)) return readAtom(reader, whole);
    const of = operandOf(whole(), reader, position);
    expect(reader, /\)/, { oneOf: ['")"'] });
    return { kind: 'call', name, of };
  },
};

const names = /[\p{L}_][\p{L}\p{N}_]*/u;

export function readAtom(reader: Reader, whole: ReadPart): Part {
  const start = reader.position;
  const text = accept(reader, /`"([^]*?)"'/)?.[1];
  const constant = text === undefined ? acceptText(reader) : ({ kind: 'text', text } as const);
  if (constant !== undefined) return constant;
  const number = acceptNumber(reader);
  if (number !== undefined) return number;
  if (accept(reader, /\.(?![\w.])/) !== undefined) return { kind: 'absent' };
  const name = accept(reader, names)?.[0];
  if (name === undefined) return { kind: 'absent' };
  if (accept(reader, /\./) !== undefined) {
    throw failure(reader, commandProblem['column-not-operator']({ name }), start);
  }
  if (accept(reader, /\(/) !== undefined) return readCall(reader, name, start, whole);
  if (/^_[nN]$/.test(name)) {
    throw failure(reader, commandProblem['column-not-row']({ name }), start);
  }
  return { kind: 'column', name };
}

function readCall(reader: Reader, name: string, start: number, whole: ReadPart): Part {
  const parts = readList(reader, whole, /\)/).map((part) => operandOf(part, reader, start));
  return calledCondition(reader, name, parts, start);
}

/** `missing(x)`, `inlist(x, 1, 2)` and `inrange(x, 0, 1)`. @throws InputError `command-syntax` for another function */
export function calledCondition(
  reader: Reader,
  name: string,
  parts: readonly Operand[],
  start: number,
): Part {
  const [of, ...others] = parts;
  if (of !== undefined && ['missing', 'mi', 'ok'].includes(name)) {
    const absence: Condition = { kind: 'absence', of: [...parts] };
    return name === 'ok' ? { kind: 'not', of: absence } : absence;
  }
  if (name === 'abs' && parts.length === 1) return { kind: 'call', name: 'abs', of: of! };
  if (name === 'inlist' && parts.length > 1) return memberOf(of!, others, reader, start);
  if (name === 'inrange' && parts.length === 3) {
    const [low, high] = others;
    if (!isNumber(low!, high!)) throw failure(reader, commandProblem.inrange(), start);
    // A missing value is in no range.
    const bounds = betweenOf(of!, low!, high!);
    return { kind: 'and', of: bounds.map((one) => ({ kind: 'holds', of: one })) };
  }
  const problem = commandProblem['condition-function']({ name });
  throw failure(reader, problem, start);
}

function isNumber(...parts: readonly Part[]): boolean {
  return parts.every(
    (part) => part.kind === 'number' || (part.kind === 'minus' && part.of.kind === 'number'),
  );
}

/** The rows that a condition of Stata, or its opposite, keeps. @throws InputError `command-syntax` */
export function stataFilter(reader: Reader, isOpposite = false): Filter {
  return filterOf(readCondition(reader, stataGrammar), stata, isOpposite);
}

/** Reads the same condition where weights or options may follow it. */
export function stataFilterPart(reader: Reader): Filter {
  return filterOf(readConditionPart(reader, stataGrammar), stata);
}

/** The value of an expression of Stata. @throws InputError `command-syntax` */
export function stataValue(reader: Reader): Operand {
  return readValue(reader, valueGrammar);
}

/** The rows that a condition of gretl keeps. @throws InputError `command-syntax` */
export function gretlFilter(reader: Reader): Filter {
  return filterOf(readCondition(reader, gretlGrammar), threeValued);
}
