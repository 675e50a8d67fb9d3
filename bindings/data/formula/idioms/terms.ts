/** Translates a term in another program's notation into canonical terms. */
import { translateCall } from './calls.js';
import { interaction, prefixed } from './factor-notation.js';
import { NoMeaning } from './no-meaning.js';
import { differenceOf, lagsOf, operandOf, readOrders, refuseLongDifference } from './orders.js';
import { callOf, insideOf, splitTop, wordsOf } from './split.js';
import { powerOfSum, randomCoefficients, severalTerms } from '../../../words/errors/data/idioms.js';

/** Deeper texts are left to the canonical reader, which limits the depth. */
const maxDepth = 50;

/** The canonical terms of a text; a text without idioms is a single term. */
export function translateTerm(text: string, depth = 0): string[] {
  if (depth > maxDepth) return [text];
  const read = (part: string): string[] => translateTerm(part, depth + 1);
  return (
    interaction(text, read) ??
    products(text, read) ??
    power(text, read) ??
    prefixed(text, read) ??
    shifted(text, read) ??
    call(text, read) ??
    parenthesised(text, read) ?? [text]
  );
}

type Read = (text: string) => string[];

/** More terms are left to the canonical reader, which limits them: each sum in a product doubles their number. */
const maxTerms = 1024;

/** Number of terms in a product of sums; with `*`, also those of its parts. */
function countTerms(lists: readonly (readonly string[])[], separator: string): number {
  const extra = separator === '*' ? 1 : 0;
  return lists.reduce((count, { length }) => count * (length + extra), 1) - extra;
}

/** Expands products of sums, because a canonical formula has no parentheses around a sum. */
function products(text: string, read: Read): string[] | undefined {
  for (const separator of ['*', ':']) {
    const pattern = separator === '*' ? /\*/y : /:/y;
    const { parts, separators } = splitTop(text, pattern);
    if (separators.length === 0) continue;
    if (parts.includes('')) return [text];
    const lists = parts.map(read);
    if (lists.every(({ length }) => length === 1)) {
      return [lists.flat().join(separator === '*' ? '*' : ':')];
    }
    if (countTerms(lists, separator) > maxTerms) return [text];
    return lists.reduce((left, right) => {
      const crossed = left.flatMap((a) => right.map((b) => `${a}:${b}`));
      return separator === '*' ? [...left, ...right, ...crossed] : crossed;
    });
  }
  return undefined;
}

function power(text: string, read: Read): string[] | undefined {
  const { parts, separators } = splitTop(text, /\^/y);
  if (separators.length !== 1 || parts.includes('')) return undefined;
  const [base = '', exponent] = parts;
  const summed = insideOf(base);
  if (summed !== undefined && splitTop(summed, /\+/y).separators.length > 0) {
    const product = splitTop(summed, /\+/y).parts.join('*');
    throw new NoMeaning(text, powerOfSum({ part: text, write: product }));
  }
  return read(base).map((term) => `${operandOf(term)}^${exponent!}`);
}

/** One operator at the start of a sequence of operators that ends with a dot. */
const operator = /^([LFDSlfds])(\d*|\([^()]*\))(?=(?:[LFDSlfds](?:\d*|\([^()]*\)))*\.)\.?/;

const canonicalOperator = /^[LFD](?:\d*|\(\s*\d+\s*(?::\s*\d+\s*)?\))\.?$/;

/** Time operators in Stata's notation: `L.x`, `l2.x`, `L(1/2).x`, `F.(x z)`, `S.x`. */
function shifted(text: string, read: Read): string[] | undefined {
  const [whole, letter, range] = operator.exec(text) ?? [];
  if (whole === undefined || letter === undefined) return undefined;
  const rest = text.slice(whole.length);
  const listed = insideOf(rest);
  const words = listed === undefined || /[:*^+]/.test(listed) ? [rest] : wordsOf(listed);
  if (canonicalOperator.test(whole)) {
    return words.flatMap(read).map((of) => `${whole}${operandOf(of)}`);
  }
  const orders = range === '' ? [1] : readOrders(range!.replace(/^\((.*)\)$/s, '$1'));
  if (rest === '' || orders === undefined) return undefined;
  return words.flatMap(read).flatMap((of) => {
    const name = letter.toUpperCase();
    if (name === 'L') return lagsOf(orders, of);
    if (name === 'F') return lagsOf(orders.map((order) => -order).reverse(), of);
    if (name === 'D') return orders.map((order) => differenceOf(order, of));
    const [periods = 1] = orders;
    if (orders.length === 1 && periods === 1) return [differenceOf(1, of)];
    throw refuseLongDifference(text, of, periods);
  });
}

function call(text: string, read: Read): string[] | undefined {
  const written = callOf(text);
  if (written === undefined) return undefined;
  const inner = (part: string): string => one(read(part), text);
  return translateCall({ ...written, part: text, read: inner });
}

/** Returns the only term: inside a function there is one term, or a range of lags. */
function one(terms: readonly string[], part: string): string {
  if (terms.length === 1) return terms[0]!;
  throw new NoMeaning(part, severalTerms({ part, found: terms }));
}

/** Handles parentheses: `(1 | id)` is a random intercept of lme4; others stay. */
function parenthesised(text: string, read: Read): string[] | undefined {
  const inside = insideOf(text);
  if (inside === undefined) return undefined;
  if (splitTop(inside, /\|/y).separators.length > 0) {
    throw new NoMeaning(text, randomCoefficients({ part: text }));
  }
  const { parts, separators } = splitTop(inside, /\+/y);
  if (separators.length > 0 && !parts.includes('')) return parts.flatMap(read);
  return read(inside).map((term) => `(${term})`);
}
