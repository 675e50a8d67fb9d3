/**
 * Reads a coefficient in an expression, by the name that results print. Names may contain operators (`log(w)`,
 * `year=1980`, `a:b`, `x^2`), so the longest matching name wins; parentheses separate a shorter one, as in `(x)^2`. A
 * name as printed comes before one that differs by spaces. `L.n` means
 * `L1.n`, `D1.n` means `D.n`.
 */
import { type Cursor, peek, placeOf, take, unexpected } from './cursor.js';
import { suggestion } from '../nearest.js';
import { parseShifted } from './parse-term.js';
import { omittedCoefficient, type OmittedName } from '../omitted.js';
import { inputError } from '../place.js';
import { termName } from './term.js';
import { quoteName, type Token } from './tokens.js';

/** Positions of the coefficients by name. Names as printed come first; spaces do not count in other spellings. */
export interface CoefficientNames {
  readonly printed: ReadonlyMap<string, number>;
  /** By the name without spaces; several where names differ by spaces only. */
  readonly compact: ReadonlyMap<string, readonly number[]>;
  /** Length of the longest name without spaces. */
  readonly longest: number;
  /** The names at the last positions: those of coefficients that the estimate left out. */
  readonly omitted: readonly OmittedName[];
}

export function coefficientNames(
  estimated: readonly string[],
  omitted: readonly OmittedName[] = [],
): CoefficientNames {
  const names = [...estimated, ...omitted.map(({ name }) => name)];
  const compact = new Map<string, number[]>();
  names.forEach((name, i) => {
    const key = withoutSpaces(name);
    compact.set(key, [...(compact.get(key) ?? []), i]);
  });
  const longest = Math.max(0, ...[...compact.keys()].map(({ length }) => length));
  return { printed: new Map(names.map((name, i) => [name, i])), compact, longest, omitted };
}

/**
 * Moves past the longest coefficient name that comes next and returns its position; undefined if none does.
 *
 * @throws InputError `ambiguous-coefficient`, `omitted-coefficient`
 */
export function acceptCoefficient(cursor: Cursor, names: CoefficientNames): number | undefined {
  const { text, tokens, next } = cursor;
  const start = peek(cursor);
  let compact = '';
  let longest: { readonly end: number; readonly compact: string } | undefined;
  for (let end = next + 1; end < tokens.length; ++end) {
    compact += withoutSpaces(text.slice(tokens[end - 1]!.offset, tokens[end]!.offset));
    if (compact.length > names.longest) break;
    if (names.compact.has(compact)) longest = { end, compact };
  }
  if (longest === undefined) return undefined;
  cursor.next = longest.end;
  const written = text.slice(start.offset, tokens[longest.end]!.offset).trim();
  const position = names.printed.get(written) ?? only(cursor, start, names, longest.compact);
  return position === undefined ? undefined : estimated(cursor, start, names, position);
}

/** The position of a coefficient. Throws if the estimate left it out. */
function estimated(
  cursor: Cursor,
  token: Token,
  { printed, omitted }: CoefficientNames,
  position: number,
): number {
  const gone = omitted[position - (printed.size - omitted.length)];
  if (gone === undefined) return position;
  throw omittedCoefficient(placeOf(cursor, token), gone);
}

/** The position of the coefficient with this name without spaces; undefined if there is none. */
function only(
  cursor: Cursor,
  token: Token,
  { printed, compact }: CoefficientNames,
  key: string,
): number | undefined {
  const positions = compact.get(key) ?? [];
  if (positions.length < 2) return positions[0];
  const names = [...printed].filter(([, i]) => positions.includes(i)).map(([name]) => `"${name}"`);
  throw inputError(
    placeOf(cursor, token),
    'ambiguous-coefficient',
    `coefficient: expected a name as printed, found one that fits ${names.join(' and ')}; write its spaces as printed`,
    { coefficient: key },
  );
}

/**
 * Reads a coefficient in another spelling than its result prints: `L.n`, or a whole name in backquotes.
 *
 * @throws InputError `unknown-coefficient`, `omitted-coefficient` or `ambiguous-coefficient` with a caret under the name
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
  const quoted = quoteName(name);
  const position =
    names.printed.get(name) ??
    names.printed.get(quoted) ??
    only(cursor, token, names, withoutSpaces(name)) ??
    only(cursor, token, names, withoutSpaces(quoted));
  if (position !== undefined) return estimated(cursor, token, names, position);
  throw inputError(
    placeOf(cursor, token),
    'unknown-coefficient',
    `there is no coefficient "${name}"${suggestion(name, estimatedNames(names))}`,
    { coefficient: name },
  );
}

function estimatedNames({ printed, omitted }: CoefficientNames): string[] {
  return [...printed.keys()].slice(0, printed.size - omitted.length);
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}
