import type { InputError } from '../../core/errors.js';
import { inputError, type Place } from '../place.js';
import { type Token, tokenize } from './tokens.js';

/** A reading position in a tokenised text; its syntax errors have `code`. */
export interface Cursor {
  readonly text: string;
  readonly code: string;
  readonly tokens: readonly Token[];
  next: number;
}

/** A cursor at the start of `text`. */
export function cursorOn(text: string, code: string): Cursor {
  return { text, code, tokens: tokenize(text, code), next: 0 };
}

/** The next token, without moving past it. */
export function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next]!;
}

/** Moves past the next token and returns it; at the end it stays there. */
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

/** Moves past `symbol`; throws if something else comes next. */
export function expectSymbol(cursor: Cursor, symbol: string): void {
  if (!accept(cursor, symbol)) throw unexpected(cursor, `"${symbol}"`);
}

/** Throws unless the whole text has been read. */
export function expectEnd(cursor: Cursor, expected: string): void {
  if (peek(cursor).kind !== 'end') throw unexpected(cursor, expected);
}

/** The position of `token` in the text. */
export function placeOf(cursor: Cursor, token: Token): Place {
  return { text: cursor.text, offset: token.offset };
}

/** A syntax error at the next token. */
export function unexpected(cursor: Cursor, expected: string): InputError {
  const token = peek(cursor);
  const shown = token.kind === 'end' ? 'the end' : `"${token.text}"`;
  return syntaxError(cursor, `expected ${expected}, found ${shown}`, token);
}

/** A syntax error at `token`. */
export function syntaxError(cursor: Cursor, message: string, token: Token): InputError {
  return inputError(placeOf(cursor, token), cursor.code, message);
}
