/**
 * Reads a coefficient in an expression, by the name that results print. Names may contain operators (`log(w)`,
 * `year=1980`, `a:b`, `x^2`), so the longest matching name is taken; parentheses select a shorter one, as in `(x)^2`.
 * Spaces around operators are ignored, as in `year = 1980`. Spaces inside a name or a level count: `city=New York` is
 * not `city=NewYork`. `L.n` means `L1.n`, `D1.n` means `D.n`.
 */
import type { InputError } from '../../core/errors/errors.js';
import { type Cursor, peek, placeOf, take, unexpected } from './cursor.js';
import { suggestionOf } from '../nearest.js';
import { parseShifted } from './parse-term.js';
import { omittedCoefficient, type OmittedName } from './omitted.js';
import { inputError, type Place } from '../place.js';
import { termName } from './term.js';
import { quoteName } from './quote-name.js';
import type { Token } from './tokens.js';
import { ambiguousCoefficient, unknownCoefficient } from '../../words/errors/data/formulas.js';

/** Positions of the coefficients by name. */
export interface CoefficientNames {
  readonly printed: ReadonlyMap<string, number>;
  /** By the name without spaces around its operators; undefined if several names become the same. */
  readonly spaced: ReadonlyMap<string, number | undefined>;
  /** By the name without any spaces; several if names differ only by spaces. For error messages. */
  readonly compact: ReadonlyMap<string, readonly number[]>;
  /** Length of the longest name without spaces. */
  readonly longest: number;
  /** The names of omitted coefficients, which have the last positions. */
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
  const printed = new Map(names.map((name, i) => [name, i]));
  const spaced = new Map<string, number | undefined>();
  names.forEach((name, i) => {
    const key = withoutOuterSpaces(name);
    spaced.set(key, spaced.has(key) ? undefined : i);
  });
  names.forEach((name, i) => {
    const bare = name.replace(/`([a-z]+\([^`]*\))`/gi, '$1'); // of a computed column
    const [key, tight] = [withoutSpaces(bare), withoutOuterSpaces(bare)];
    if (bare === name || compact.has(key) || spaced.has(tight)) return;
    compact.set(key, [i]);
    spaced.set(tight, i);
  });
  return { printed, spaced, compact, longest, omitted };
}

/**
 * Moves past the longest coefficient name that comes next and returns its position; undefined if none does.
 *
 * @throws InputError `ambiguous-coefficient` if the text is a longer name with other spaces inside,
 *   `omitted-coefficient`
 */
export function acceptCoefficient(cursor: Cursor, names: CoefficientNames): number | undefined {
  const { text, tokens, next } = cursor;
  const start = peek(cursor);
  let compact = '';
  let match: { readonly end: number; readonly position: number } | undefined;
  let similar: { readonly written: string; readonly compact: string } | undefined;
  for (let end = next + 1; end < tokens.length; ++end) {
    compact += withoutSpaces(text.slice(tokens[end - 1]!.offset, tokens[end]!.offset));
    if (compact.length > names.longest) break;
    if (!names.compact.has(compact)) continue;
    const written = text.slice(start.offset, tokens[end]!.offset).trim();
    const position = names.printed.get(written) ?? names.spaced.get(withoutOuterSpaces(written));
    if (position !== undefined) match = { end, position };
    similar = position === undefined ? { written, compact } : undefined;
  }
  if (similar !== undefined) throw otherSpaces(placeOf(cursor, start), names, similar);
  if (match === undefined) return undefined;
  cursor.next = match.end;
  return estimated(cursor, start, names, match.position);
}

/** The error for a name that differs from the printed names by spaces inside a name or a level. */
function otherSpaces(
  place: Place,
  { printed, compact }: CoefficientNames,
  similar: { readonly written: string; readonly compact: string },
): InputError {
  const positions = compact.get(similar.compact)!;
  const names = [...printed].filter(([, i]) => positions.includes(i)).map(([name]) => name);
  return inputError(place, ambiguousCoefficient({ coefficient: similar.written, names }));
}

/** The position of a coefficient. Throws if the estimate omitted it. */
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

/**
 * Reads a coefficient that is not written as its result prints it: `L.n`, or a whole name in backquotes.
 *
 * @throws InputError `unknown-coefficient`, `omitted-coefficient` or `ambiguous-coefficient` with a caret under the
 *   name
 */
export function readCoefficient(cursor: Cursor, names: CoefficientNames): number {
  const token = peek(cursor);
  if (token.kind === 'shift') return look(cursor, token, names, shiftedName(cursor));
  if (token.kind !== 'name' && token.kind !== 'backquoted') {
    throw unexpected(cursor, 'coefficient');
  }
  take(cursor);
  return look(cursor, token, names, token.text);
}

function shiftedName(cursor: Cursor): string {
  const [term, ...others] = parseShifted(cursor);
  if (others.length > 0) throw unexpected(cursor, 'one-coefficient');
  return termName(term!);
}

function look(cursor: Cursor, token: Token, names: CoefficientNames, name: string): number {
  const quoted = quoteName(name);
  const position =
    names.printed.get(name) ??
    names.printed.get(quoted) ??
    names.spaced.get(withoutOuterSpaces(name)) ??
    names.spaced.get(withoutOuterSpaces(quoted));
  if (position !== undefined) return estimated(cursor, token, names, position);
  for (const spelling of [name, quoted].map(withoutSpaces)) {
    if (!names.compact.has(spelling)) continue;
    throw otherSpaces(placeOf(cursor, token), names, { written: name, compact: spelling });
  }
  const meant = suggestionOf(name, estimatedNames(names));
  throw inputError(placeOf(cursor, token), unknownCoefficient({ coefficient: name, meant }));
}

function estimatedNames({ printed, omitted }: CoefficientNames): string[] {
  return [...printed.keys()].slice(0, printed.size - omitted.length);
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

/**
 * `name` without spaces around its operators. Spaces between two words, in backquotes, and in the level after the first
 * `=` stay.
 */
function withoutOuterSpaces(name: string): string {
  const [, term, level] = /^((?:`[^`]*`|[^`=])*)(?:=(.*))?$/su.exec(name) ?? ['', name];
  const tight = term!.replace(
    /`[^`]*`|\s+(?![\p{L}\p{N}_`])|(?<![\p{L}\p{M}\p{N}_`\s])\s+/gu,
    (part) => (part.startsWith('`') ? part : ''),
  );
  return level === undefined ? tight : `${tight}=${level.trim()}`;
}
