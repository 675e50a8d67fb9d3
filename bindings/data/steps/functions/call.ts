/** Functions of one row, and the way to the functions of groups. */
import type { CallExpression, ColumnExpression } from '../../formula/expressions/expression.js';
import { datePart, isDatePart } from './dates.js';
import { numbersIn } from './text-numbers.js';
import {
  type Evaluate,
  type ExpressionFrame,
  toCondition,
  toNumbers,
  typeError,
} from '../frame.js';
import { evaluateGrouped } from './grouped.js';
import { Cause, causeAt, isMissing, numbersOf, type NumberValues, type Values } from '../values.js';
import * as said from '../../../words/errors/data/types.js';

export function evaluateCall(
  expression: CallExpression,
  frame: ExpressionFrame,
  evaluate: Evaluate,
): Values {
  const { name } = expression.call;
  const parts = expression.arguments;
  const operands = parts.map((part) => evaluate(part, frame));
  switch (name) {
    case 'if':
      return choice(expression, operands, frame);
    case 'matches':
      return matches(expression, operands, frame);
    case 'min':
    case 'max':
      return parts.length > 1
        ? extremes(name, numbers(expression, operands, frame))
        : evaluateGrouped(expression, operands, frame, evaluate);
    case 'log':
    case 'exp':
    case 'sqrt':
    case 'abs':
    case 'round':
    case 'floor':
    case 'ceil':
      return elementary(name, numbers(expression, operands, frame)[0]!, frame);
    default:
      return (
        otherRow(name, expression, operands, frame) ??
        evaluateGrouped(expression, operands, frame, evaluate)
      );
  }
}

/** Parts of dates, `missing`, `holds` and `number`; undefined for functions of groups. */
function otherRow(
  name: CallExpression['call']['name'],
  expression: CallExpression,
  operands: readonly Values[],
  frame: ExpressionFrame,
): Values | undefined {
  if (name === 'missing') return missingValues(operands, frame);
  if (name === 'number') return numbersIn(expression, operands[0]!, frame);
  if (name === 'holds') return holding(expression, operands[0]!, frame);
  return isDatePart(name) ? datePart(name, expression, operands[0]!, frame) : undefined;
}

function numbers(expression: CallExpression, operands: readonly Values[], frame: ExpressionFrame) {
  const by = { function: expression.call.name };
  return operands.map((values, i) => toNumbers(values, expression.arguments[i]!, frame, by));
}

type Elementary = 'log' | 'exp' | 'sqrt' | 'abs' | 'round' | 'floor' | 'ceil';

function elementary(name: Elementary, x: NumberValues, { math }: ExpressionFrame): NumberValues {
  switch (name) {
    case 'log':
      return numbersOf('number', math.log(x.values.map((v) => (v > 0 ? v : NaN))), [x], Cause.log);
    case 'exp':
      return numbersOf('number', math.exp(x.values), [x], Cause.range);
    case 'sqrt':
      return numbersOf('number', x.values.map(Math.sqrt), [x], Cause.root);
    default:
      return { kind: 'number', values: x.values.map(rounders[name]), causes: x.causes };
  }
}

const rounders = { abs: Math.abs, floor: Math.floor, ceil: Math.ceil, round: rounded } as const;

/** The nearest whole number, of two the one farther from 0, as Stata rounds. */
function rounded(x: number): number {
  const size = Math.abs(x);
  const whole = Math.floor(size);
  const nearest = size - whole >= 0.5 ? whole + 1 : whole;
  return x < 0 ? -nearest : nearest;
}

function extremes(name: 'min' | 'max', operands: readonly NumberValues[]): NumberValues {
  const combine = name === 'min' ? Math.min : Math.max;
  const [first, ...rest] = operands;
  const values = first!.values.slice();
  for (const { values: others } of rest) {
    for (let row = 0; row < values.length; row++) values[row] = combine(values[row]!, others[row]!);
  }
  return numbersOf('number', values, operands, Cause.input);
}

/** `if(condition, a, b)`: missing if the condition is missing, whatever a and b are. Without b, missing where it is false. */
function choice(
  expression: CallExpression,
  operands: readonly Values[],
  frame: ExpressionFrame,
): Values {
  const [test, yes, other] = operands as [Values, Values, Values | undefined];
  const no = other ?? nothing(yes, frame.table.nrows);
  const condition = toCondition(test, expression.arguments[0]!, frame, { function: 'if' });
  if ((yes.kind === 'text') !== (no.kind === 'text')) {
    throw typeError(expression, frame, said.mixedResult({ yes: yes.kind, no: no.kind }));
  }
  const chosen = (row: number) => (condition.values[row] === 1 ? yes : no);
  const { nrows } = frame.table;
  const causes = new Uint8Array(nrows);
  const missing = (row: number): boolean => {
    const source = isMissing(condition.values[row]!) ? condition : chosen(row);
    if (!isMissing(source.values[row]!)) return false;
    causes[row] = causeAt(source, row);
    return true;
  };
  const rows = Array.from({ length: nrows }, (_, row) => row);
  if (yes.kind === 'text') {
    const values = rows.map((row) => (missing(row) ? '' : (chosen(row).values[row] as string)));
    return { kind: 'text', values, causes };
  }
  const values = Float64Array.from(rows, (row) =>
    missing(row) ? NaN : (chosen(row).values[row] as number),
  );
  const kind = yes.kind === 'condition' && no.kind === 'condition' ? 'condition' : 'number';
  const frequency = sameFrequency(yes, no);
  return { kind, values, causes, ...(frequency && { frequency }) };
}

/** A missing value in each row, of the same kind. */
function nothing(like: Values, nrows: number): Values {
  const causes = new Uint8Array(nrows).fill(Cause.input);
  if (like.kind === 'text') return { kind: 'text', values: Array<string>(nrows).fill(''), causes };
  return { ...like, values: new Float64Array(nrows).fill(NaN), causes };
}

function sameFrequency(a: Values, b: Values) {
  if (a.kind === 'text' || b.kind === 'text') return undefined;
  return a.frequency === b.frequency ? a.frequency : undefined;
}

/** `matches(text, "regex")`: true where the pattern is found anywhere in the text. */
function matches(
  expression: CallExpression,
  operands: readonly Values[],
  frame: ExpressionFrame,
): Values {
  const [of, pattern] = expression.arguments as [ColumnExpression, ColumnExpression];
  const [texts] = operands as [Values];
  if (texts.kind !== 'text') {
    throw typeError(of, frame, said.matchesNeedsText({ found: texts.kind }));
  }
  if (pattern.kind !== 'literal' || typeof pattern.value !== 'string') {
    throw typeError(pattern, frame, said.matchesNeedsPattern());
  }
  const regex = regexOf(pattern.value);
  if (regex === undefined) {
    throw typeError(pattern, frame, said.matchesNeedsRegex());
  }
  const known = new Map<string, number>();
  const test = (text: string): number => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = Number(regex.test(text));
    known.set(text, now);
    return now;
  };
  const values = Float64Array.from(texts.values, (text) => (text === '' ? NaN : test(text)));
  return numbersOf('condition', values, [texts], Cause.input);
}

function regexOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}

/** `missing(x, y)`: true where one of the values is missing. */
function missingValues(operands: readonly Values[], { table }: ExpressionFrame) {
  return everywhere(table.nrows, (row) => operands.some(({ values }) => isMissing(values[row]!)));
}

/** `holds(c)`: true where the condition is true, false where it is false or missing. */
function holding(
  expression: CallExpression,
  operand: Values,
  frame: ExpressionFrame,
): NumberValues {
  const { values } = toCondition(operand, expression.arguments[0]!, frame, { function: 'holds' });
  return everywhere(frame.table.nrows, (row) => values[row] === 1);
}

function everywhere(nrows: number, is: (row: number) => boolean): NumberValues {
  const values = Float64Array.from({ length: nrows }, (_, row) => Number(is(row)));
  return { kind: 'condition', values };
}
