import type { InputError } from '../../core/errors/errors.js';
import type { Place } from '../place.js';
import { type Token, tokenize } from './tokens.js';
import * as said from '../../words/errors/data/syntax.js';
import type { Told } from '../../words/told.js';
import { type SyntaxCode, syntaxErrorAt } from './syntax-error.js';

/** Readers and evaluators recurse into nested parts and chains; these limits keep the recursion within any stack. */
const maxDepth = 200;
const maxHeight = 1000;

/** A reading position in a tokenised text; its syntax errors have `code`. */
export interface Cursor {
  readonly text: string;
  readonly code: SyntaxCode;
  readonly tokens: readonly Token[];
  next: number;
  /** Number of nested parts around the position. */
  depth: number;
  /** Height of the tree of the expression read last. */
  height: number;
}

/** A cursor at the start of `text`. */
export function cursorOn(text: string, code: SyntaxCode): Cursor {
  return { text, code, tokens: tokenize(text, code), next: 0, depth: 0, height: 0 };
}

/** The next token, without moving past it. */
export function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next]!;
}

/** Returns the next token and moves past it; at the end it does not move. */
export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.next++;
  return token;
}

/** True when the next token is `symbol`. */
export function sees(cursor: Cursor, symbol: string): boolean {
  const token = peek(cursor);
  return token.kind === 'symbol' && token.text === symbol;
}

/** Moves past `symbol` if it comes next; returns whether it did. */
export function accept(cursor: Cursor, symbol: string): boolean {
  const matches = sees(cursor, symbol);
  if (matches) cursor.next++;
  return matches;
}

/** Moves past `symbol`; throws if it does not come next. */
export function expectSymbol(cursor: Cursor, symbol: string): void {
  if (!accept(cursor, symbol)) throw unexpected(cursor, { symbol });
}

/** Throws unless the whole text has been read. */
export function expectEnd(cursor: Cursor, expected: said.SyntaxExpected): void {
  if (peek(cursor).kind !== 'end') throw unexpected(cursor, expected);
}

/** Reads a part inside another: in parentheses, or after a sign. Throws if the parts nest too deeply. */
export function nested<Part>(cursor: Cursor, read: () => Part): Part {
  if (cursor.depth === maxDepth) {
    throw syntaxError(cursor, said.deeplyNested({ most: maxDepth }), peek(cursor));
  }
  cursor.depth++;
  const part = read();
  cursor.depth--;
  return part;
}

/** Reads the right side of the binary operator `token`; throws if the chain of operators is too long. */
export function rightSide<Part>(cursor: Cursor, token: Token, read: () => Part): Part {
  const left = cursor.height;
  const part = read();
  cursor.height = Math.max(left, cursor.height) + 1;
  if (cursor.height <= maxHeight) return part;
  throw syntaxError(cursor, said.longChain({ most: maxHeight }), token);
}

/** The position of `token` in the text. */
export function placeOf(cursor: Cursor, token: Token): Place {
  return { text: cursor.text, offset: token.offset };
}

/** A syntax error at the next token. */
export function unexpected(cursor: Cursor, expected: said.SyntaxExpected): InputError {
  const token = peek(cursor);
  const text = token.kind === 'end' ? undefined : token.text;
  return syntaxError(cursor, said.unexpectedToken({ expected, found: text }), token);
}

/** A syntax error at `token`. */
export function syntaxError(cursor: Cursor, problem: Told, token: Token): InputError {
  return syntaxErrorAt(placeOf(cursor, token), cursor.code, problem);
}
