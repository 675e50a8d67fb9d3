/**
 * Functions of a formula that only expressions over columns can say, such as `log(w + 1)`, `std(w)` or `I(x + z)`: each
 * becomes a column that is built before the model.
 */
import { InputError } from '../../../core/errors/errors.js';
import { parseCanonicalTerms, reads } from '../canonical.js';
import { functions } from '../parse-term.js';
import type { Place } from '../../place.js';
import { syntaxErrorAt } from '../syntax-error.js';
import { unknownFunction } from '../../../words/errors/data/syntax.js';
import { parseExpression } from '../expressions/expression-syntax.js';
import { columnsInExpression } from '../expressions/expression.js';
import { functionNames, otherSpelling } from '../expressions/functions.js';
import { bareName, quoteName } from '../quote-name.js';
import { isTranslatedCall } from './calls.js';
import { NoMeaning } from './no-meaning.js';
import { callOf } from './split.js';
import { compact, maxLength, translateTerms, withPowers } from './translate-terms.js';

export interface ComputedTerms {
  /** The formula with names of columns in the place of the functions. */
  readonly text: string;
  /** Expressions by the names of the columns. */
  readonly build: Readonly<Record<string, string>>;
}

/** A part in quotes, or the beginning of a call. */
const callOrQuoted = /`[^`]*`|"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_.]*\s*\(/gu;

/** Operators before a function: lags, and the prefixes of Stata. */
const prefixes = /^(?:(?:(?:[LFD]\d*)+|c|ib?\d*)\.)+/;

/** Functions whose names also begin the conditions of a line of Stata. */
const keywords: readonly string[] = ['if', 'in'];

/**
 * Replaces functions that formulas do not have, where the text is a formula at all. Equal expressions share a column
 * with those `before`.
 *
 * @throws InputError `formula-syntax` for arguments that such a function does not take
 */
export function computedTerms(text: string, before: ComputedTerms['build'] = {}): ComputedTerms {
  const build: Record<string, string> = {};
  if (text.length > maxLength) return { text, build };
  let result = '';
  let end = 0;
  for (const { 0: opening, index } of text.matchAll(callOrQuoted)) {
    if (index < end || !opening.endsWith('(')) continue;
    const close = closingOf(text, index + opening.length);
    if (close === undefined) continue;
    const start = index + (prefixes.exec(opening)?.[0].length ?? 0);
    const name = text.slice(start, index + opening.length - 1).trim();
    refuseOtherSpelling({ text, offset: start }, name, text.slice(start, close));
    const expression = expressionOf(text.slice(start, close), name);
    if (expression === undefined) continue;
    const column = columnFor(expression, { ...before, ...build });
    build[column] = expression;
    result += text.slice(end, start) + quoteName(column);
    end = close;
  }
  return { text: result + text.slice(end), build };
}

/** Names the spelling here of a function of another program, such as `log1p(w)`. */
function refuseOtherSpelling(place: Place, name: string, call: string): void {
  if (isTranslatedCall(name) || functionNames.includes(name)) return;
  const other = otherSpelling(name);
  if (other === undefined) return;
  const { args = [] } = callOf(call) ?? {};
  const of = args.length === 1 ? other.replace(/\bx\b/g, () => args[0]!) : other;
  const write = /^(?:[a-z]+\([^()]*\)|[\p{L}\p{N}_.^]+)$/u.test(of) ? of : `I(${of})`;
  throw syntaxErrorAt(place, 'formula-syntax', unknownFunction({ name, meant: { write } }));
}

/** A column in the place of a text, and how it is computed. */
interface ComputedColumn {
  readonly column: string;
  readonly expression?: string;
}

/** Arithmetic with numbers or between blanks; names of columns such as `debt/gdp` have others. */
const arithmetic = /[*/^]\s*-?\d|\d\s*[*/]|\s[-+*/]\s|[<>]|==/;

/**
 * What a text means where only a column can stand, as in clusters and weights: a name in backquotes, a factor, or an
 * expression; undefined for the name of a column.
 *
 * @throws InputError `formula-syntax` for functions with another name here
 */
export function computedColumn(
  text: string,
  before: ComputedTerms['build'],
): ComputedColumn | undefined {
  const plain = withPowers(text.trim())
    .replace(/^I\s*\((.*)\)$/s, '$1')
    .replace(/(?<![\p{L}\p{N}_.])(?:np\.)?(?:ln|log)(?=\s*\()/gu, 'log');
  const factor = /^(?:i|C|(?:as[._])?factor)\s*\(\s*([^\s(),]+|`[^`]+`)\s*\)$/.exec(plain)?.[1];
  const name = bareName(factor ?? plain);
  if (name !== plain) return { column: name };
  const calls = [...plain.matchAll(callOrQuoted)].filter(([call]) => call.endsWith('('));
  for (const { 0: call, index } of calls) {
    if (/\s/.test(call)) continue; // a unit of a name, as in "GDP (US$)"
    const close = closingOf(plain, index + call.length);
    const offset = text === plain ? index : 0;
    refuseOtherSpelling({ text, offset }, call.slice(0, -1), plain.slice(index, close));
  }
  const computes = calls.some(([call]) => functionNames.includes(call.slice(0, -1).trim()));
  if (!computes && !arithmetic.test(plain.replace(/`[^`]*`/g, ''))) return undefined;
  const expression = readable(plain);
  return expression === undefined
    ? undefined
    : { column: columnFor(expression, before), expression };
}

/** A name for an expression: its text, as an equal one before wrote it. */
function columnFor(expression: string, before: ComputedTerms['build']): string {
  const plain = expression.replace(/\s+/g, ' ').replaceAll('`', '');
  return Object.keys(before).find((name) => compact(name) === compact(plain)) ?? plain;
}

/** The place after the parenthesis that closes one before `start`; undefined if none does. */
function closingOf(text: string, start: number): number | undefined {
  let depth = 1;
  let i = start;
  for (; i < text.length && depth > 0; i++) {
    const character = text[i]!;
    if ('`"\''.includes(character)) {
      const end = text.indexOf(character, i + 1);
      i = end < 0 ? text.length : end;
    } else if (character === '(') depth++;
    else if (character === ')') depth--;
  }
  return depth === 0 ? i : undefined;
}

/** The expression that a call is; undefined for one that formulas or their idioms have, and for any other text. */
function expressionOf(call: string, name: string): string | undefined {
  if (name === 'I')
    return isTranslated(call) ? undefined : readable(call.replace(/^I\s*\((.*)\)$/s, '$1'));
  if (!functionNames.includes(name) || reads(parseCanonicalTerms, call)) return undefined;
  const isOnlyHere = !functions.some((one) => one === name) && !keywords.includes(name);
  if (isOnlyHere) parseExpression(call, 'formula-syntax');
  return readable(call);
}

function isTranslated(call: string): boolean {
  try {
    const translated = translateTerms(call);
    return translated !== undefined && reads(parseCanonicalTerms, translated);
  } catch (error) {
    if (error instanceof NoMeaning || error instanceof InputError) return false;
    throw error;
  }
}

/** An expression that can be read and names a column; undefined for other texts. */
function readable(text: string): string | undefined {
  const read = (one: string) => parseExpression(one, 'formula-syntax');
  return reads(read, text) && columnsInExpression(read(text)).length > 0 ? text : undefined;
}
