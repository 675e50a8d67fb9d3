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
} from './cursor.js';
import { losesDigits } from '../number-text.js';
import type { Place } from '../place.js';

export type BinaryOperator = '||' | '&&' | Comparison | Arithmetic;
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/';

interface Node {
  /** The character an error about the node points at. */
  readonly place: Place;
}

export interface Literal extends Node {
  readonly kind: 'literal';
  readonly value: number | string;
}

/** A row filter as a tree. */
export type Where =
  | Literal
  | (Node & { readonly kind: 'column'; readonly name: string })
  | (Node & { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly of: Where })
  | (Node & {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Where;
      readonly right: Where;
    })
  | (Node & { readonly kind: 'in'; readonly of: Where; readonly values: readonly Literal[] });

const precedence: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['&&', 2],
  ...['==', '!=', '<', '<=', '>', '>=', 'in'].map((operator): [string, number] => [operator, 3]),
  ['+', 4],
  ['-', 4],
  ['*', 5],
  ['/', 5],
]);

/**
 * Reads a row filter such as `year >= 2018 && region in ("east", "west")`: `|| && == != < <= > >= in + - * / !`,
 * parentheses, numbers, texts in quotes, columns, and unusual names in backquotes.
 *
 * @throws InputError `where-syntax` with a caret under the character
 */
export function parseWhere(text: string): Where {
  const cursor = cursorOn(text, 'where-syntax');
  const where = parseBinary(cursor, 1);
  if (sees(cursor, '=')) throw unexpected(cursor, '"==" to compare');
  if (sees(cursor, '|')) throw unexpected(cursor, '"||" between conditions');
  expectEnd(cursor, 'an operator or the end');
  return where;
}

function parseBinary(cursor: Cursor, loosest: number): Where {
  let left = parseUnary(cursor);
  for (;;) {
    const token = peek(cursor);
    const isOperator = token.kind === 'symbol' || token.kind === 'name';
    const binding = isOperator ? precedence.get(token.text) : undefined;
    if (binding === undefined || binding < loosest) return left;
    take(cursor);
    const place = placeOf(cursor, token);
    if (token.text === 'in') {
      left = {
        kind: 'in',
        of: left,
        values: rightSide(cursor, token, () => parseValues(cursor)),
        place,
      };
    } else {
      const operator = token.text as BinaryOperator;
      const right = rightSide(cursor, token, () => parseBinary(cursor, binding + 1));
      left = { kind: 'binary', operator, left, right, place };
    }
  }
}

function parseUnary(cursor: Cursor): Where {
  const token = peek(cursor);
  if (!sees(cursor, '!') && !sees(cursor, '-')) return parsePrimary(cursor);
  take(cursor);
  const operator = token.text as '!' | '-';
  const of = nested(cursor, () => parseUnary(cursor));
  return { kind: 'unary', operator, of, place: placeOf(cursor, token) };
}

function parsePrimary(cursor: Cursor): Where {
  cursor.height = 0;
  const token = peek(cursor);
  if (token.kind === 'number' || token.kind === 'string') return parseLiteral(cursor);
  if (token.kind === 'name' || token.kind === 'backquoted') {
    take(cursor);
    return { kind: 'column', name: token.text, place: placeOf(cursor, token) };
  }
  if (token.kind === 'shift') {
    throw syntaxError(
      cursor,
      'a filter cannot contain lags or differences; it reads columns as they are',
      token,
    );
  }
  if (!accept(cursor, '(')) throw unexpected(cursor, 'a column, number or text');
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
      const words =
        'has more digits than a number holds; write it in quotes, as its column is text';
      throw syntaxError(cursor, `${token.text} ${words}`, token);
    }
    const magnitude = Number(take(cursor).text);
    return { kind: 'literal', value: minus ? -magnitude : magnitude, place };
  }
  if (token.kind !== 'string' || minus) throw unexpected(cursor, 'a number or a text in quotes');
  if (token.text === '') {
    throw syntaxError(cursor, 'an empty text means a missing value, which equals nothing', token);
  }
  return { kind: 'literal', value: take(cursor).text, place };
}

/** Names of the columns that a filter reads, as often as it reads them. */
export function columnsInWhere(where: Where): string[] {
  if (where.kind === 'column') return [where.name];
  if (where.kind === 'literal') return [];
  return where.kind === 'binary'
    ? [...columnsInWhere(where.left), ...columnsInWhere(where.right)]
    : columnsInWhere(where.of);
}
