/**
 * Reads expressions over columns by precedence climbing, loosest first: `||`, `&&`, `not`, comparisons and `in`, `+ -`,
 * `* /`, signs and `!`, `^`, time operators, then names, functions and parentheses.
 */
import {
  accept,
  type Cursor,
  cursorOn,
  expectEnd,
  expectSymbol,
  nested,
  peek,
  placeOf,
  rightSide,
  sees,
  syntaxError,
  take,
  unexpected,
} from '../cursor.js';
import { losesDigits } from '../../cells/number-text.js';
import { parseCall } from './call-syntax.js';
import type { BinaryOperator, ColumnExpression, Literal } from './expression.js';
import { checkShifts, shifted, shiftOperators } from '../shifts.js';
import type { Token } from '../tokens.js';
import * as said from '../../../words/errors/data/syntax.js';
import type { SyntaxCode } from '../syntax-error.js';

const notBinding = 3;

const precedence: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['or', 1],
  ['&&', 2],
  ['and', 2],
  ...['==', '!=', '<', '<=', '>', '>=', 'in'].map((operator): [string, number] => [operator, 3]),
  ['+', 4],
  ['-', 4],
  ['*', 5],
  ['/', 5],
]);

const operatorWords: Readonly<Record<string, BinaryOperator>> = { or: '||', and: '&&' };

/**
 * Reads an expression such as `if(x > 0, log(x), 0) - mean(x, by: g)`, whose syntax errors have `code`.
 *
 * @throws InputError `code` with a caret under the character
 */
export function parseExpression(text: string, code: SyntaxCode): ColumnExpression {
  const cursor = cursorOn(text, code);
  const expression = parseBinary(cursor, 1);
  if (sees(cursor, '=')) throw unexpected(cursor, 'equality');
  if (sees(cursor, '|')) throw unexpected(cursor, 'or');
  if (sees(cursor, '~')) throw unexpected(cursor, 'expression');
  expectEnd(cursor, 'end');
  return expression;
}

function parseBinary(cursor: Cursor, loosest: number): ColumnExpression {
  let left = parseUnary(cursor);
  for (;;) {
    const token = peek(cursor);
    const isOperator = token.kind === 'symbol' || token.kind === 'name';
    const binding = isOperator ? precedence.get(token.text) : undefined;
    if (binding === undefined || binding < loosest) return left;
    take(cursor);
    const place = placeOf(cursor, token);
    if (token.text === 'in') {
      const values = rightSide(cursor, token, () => parseValues(cursor));
      left = { kind: 'in', of: left, values, place };
    } else {
      const operator = operatorWords[token.text] ?? (token.text as BinaryOperator);
      const right = rightSide(cursor, token, () => parseBinary(cursor, binding + 1));
      left = { kind: 'binary', operator, left, right, place };
    }
  }
}

function parseUnary(cursor: Cursor): ColumnExpression {
  const token = peek(cursor);
  const place = placeOf(cursor, token);
  if (isWord(token, 'not')) {
    take(cursor);
    const of = nested(cursor, () => parseBinary(cursor, notBinding));
    return { kind: 'unary', operator: '!', of, place };
  }
  if (!sees(cursor, '!') && !sees(cursor, '-')) return parsePower(cursor);
  take(cursor);
  const operator = token.text as '!' | '-';
  const of = nested(cursor, () => parseUnary(cursor));
  return { kind: 'unary', operator, of, place };
}

function isWord({ kind, text }: Token, word: string): boolean {
  return kind === 'name' && text === word;
}

/** A sign binds less tightly than a power: `-x^2` is `-(x^2)`, and `2^-1` is one half. */
function parsePower(cursor: Cursor): ColumnExpression {
  const left = parseShifted(cursor);
  const token = peek(cursor);
  if (!accept(cursor, '^')) return left;
  const place = placeOf(cursor, token);
  const right = rightSide(cursor, token, () => nested(cursor, () => parseUnary(cursor)));
  return { kind: 'binary', operator: '^', left, right, place };
}

function parseShifted(cursor: Cursor): ColumnExpression {
  const token = peek(cursor);
  if (token.kind !== 'shift') return parsePrimary(cursor);
  take(cursor);
  if (token.text.includes(':')) {
    throw syntaxError(cursor, said.severalLags({ operators: token.text }), token);
  }
  const place = placeOf(cursor, token);
  let node = nested(cursor, () => parseShifted(cursor));
  for (const { letter, orders } of shiftOperators(cursor, token)) {
    node = shifted(letter, orders[0]!, node, place) as ColumnExpression;
    checkShifts(cursor, [node], token);
  }
  return node;
}

function parsePrimary(cursor: Cursor): ColumnExpression {
  cursor.height = 0;
  const token = peek(cursor);
  if (token.kind === 'number' || token.kind === 'string') return parseLiteral(cursor);
  if (token.kind === 'name' || token.kind === 'backquoted') {
    take(cursor);
    if (token.kind === 'name' && sees(cursor, '(')) {
      return parseCall(cursor, token, {
        expression: () => parseBinary(cursor, 1),
        literal: () => parseLiteral(cursor),
      });
    }
    return { kind: 'column', name: token.text, place: placeOf(cursor, token) };
  }
  if (!accept(cursor, '(')) throw unexpected(cursor, 'operand');
  const inside = nested(cursor, () => parseBinary(cursor, 1));
  expectSymbol(cursor, ')');
  return inside;
}

function parseValues(cursor: Cursor): Literal[] {
  expectSymbol(cursor, '(');
  const values: Literal[] = [];
  do values.push(parseLiteral(cursor));
  while (accept(cursor, ','));
  expectSymbol(cursor, ')');
  return values;
}

function parseLiteral(cursor: Cursor): Literal {
  const minus = accept(cursor, '-');
  const token = peek(cursor);
  const place = placeOf(cursor, token);
  if (token.kind === 'number') {
    if (losesDigits(token.text)) {
      throw syntaxError(cursor, said.longNumber({ number: token.text }), token);
    }
    const magnitude = Number(take(cursor).text);
    if (magnitude === Infinity) {
      throw syntaxError(cursor, said.hugeNumber({ number: token.text }), token);
    }
    return { kind: 'literal', value: minus ? -magnitude : magnitude, place };
  }
  if (token.kind !== 'string' || minus) throw unexpected(cursor, 'literal');
  if (token.text === '') {
    throw syntaxError(cursor, said.emptyText(), token);
  }
  return { kind: 'literal', value: take(cursor).text, place };
}
