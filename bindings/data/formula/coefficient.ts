/**
 * Reads a coefficient in an expression, by the name that results print. Names may contain operators (`log(w)`,
 * `year=1980`, `a:b`, `x^2`), so the longest matching name wins; parentheses separate a shorter one, as in `(x)^2`.
 * `L.n` means `L1.n`, `D1.n` means `D.n`.
 */
import { type Cursor, peek, placeOf, take, unexpected } from './cursor.js';
import { suggestion } from '../nearest.js';
import { parseShifted } from './parse-term.js';
import { inputError } from '../place.js';
import { termName } from './term.js';
import { quoteName, type Token } from './tokens.js';

/** Positions of the coefficients by their names without spaces. */
export type CoefficientNames = ReadonlyMap<string, number>;

export function coefficientNames(names: readonly string[]): CoefficientNames {
  return new Map(names.map((name, i) => [withoutSpaces(name), i]));
}

/** Moves past the longest coefficient name that comes next and returns its position; undefined if none does. */
export function acceptCoefficient(cursor: Cursor, names: CoefficientNames): number | undefined {
  const { text, tokens, next } = cursor;
  const { offset } = peek(cursor);
  for (let end = tokens.length - 1; end > next; --end) {
    const position = names.get(withoutSpaces(text.slice(offset, tokens[end]!.offset)));
    if (position === undefined) continue;
    cursor.next = end;
    return position;
  }
  return undefined;
}

/**
 * Reads a coefficient in another spelling than its result prints: `L.n`, or a whole name in backquotes.
 *
 * @throws InputError `unknown-coefficient` with a caret under the name
 */
export function readCoefficient(cursor: Cursor, names: CoefficientNames): number {
  const token = peek(cursor);
  if (token.kind === 'shift') return look(cursor, token, names, shiftedName(cursor));
  if (token.kind !== 'name' && token.kind !== 'backquoted') {
    throw unexpected(cursor, 'a coefficient or a number');
  }
  take(cursor);
  return look(cursor, token, names, token.text);
}

function shiftedName(cursor: Cursor): string {
  const [term, ...others] = parseShifted(cursor);
  if (others.length > 0) throw unexpected(cursor, 'one coefficient, not a range of lags');
  return termName(term!);
}

function look(cursor: Cursor, token: Token, names: CoefficientNames, name: string): number {
  const plain = withoutSpaces(name);
  const position = names.get(plain) ?? names.get(withoutSpaces(quoteName(name)));
  if (position !== undefined) return position;
  throw inputError(
    placeOf(cursor, token),
    'unknown-coefficient',
    `there is no coefficient "${name}"${suggestion(plain, names.keys())}`,
    { coefficient: name },
  );
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}
