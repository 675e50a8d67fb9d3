/** Columns that a model uses as codes: units, periods, clusters, levels, groups and keys. */
import type { ColumnExpression } from '../formula/expressions/expression.js';
import { parseExpression } from '../formula/expressions/expression-syntax.js';
import { asWritten } from '../formula/idioms/dotted-names.js';
import { namesIn } from './names-in-text.js';

/** Keys whose texts name numbers, coefficients or files, or which are read only for the parts that name codes. */
// prettier-ignore
const numberKeys = new Set([
  'column', 'columns', 'split', 'of', 'coefficient', 'name', 'file', 'labels', 'missing',
  'types', 'title', 'data',
]);

/** Tells whether a model, or other texts, use a column as codes. */
export function codedBy(model: object): (column: string) => boolean {
  return namesIn([...codeTexts(model)]);
}

/** The texts of a model that name codes, or parts of them, at any depth. */
function* codeTexts(model: object): Generator<string> {
  const seen = new Set<unknown>();
  const open: (readonly [key: string, value: unknown])[] = [['', model]];
  while (open.length > 0) {
    const [key, value] = open.pop()!;
    if (numberKeys.has(key)) continue;
    if (typeof value === 'string') yield* codesIn(value, key);
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const inList = Array.isArray(value);
    for (const [inner, part] of Object.entries(value)) open.push([inList ? key : inner, part]);
    const { [asWritten]: written } = value as {
      readonly [asWritten]?: { readonly before: unknown };
    };
    if (written !== undefined) open.push(['', written.before]);
  }
}

function* codesIn(text: string, key: string): Generator<string> {
  if (key !== 'where') yield* isTerms(text, key) ? codesInTerms(text) : [text];
  yield* comparedCodes(text);
}

/** True for formulas, lists of variables, and expressions, in which most names are numeric columns. */
function isTerms(text: string, key: string): boolean {
  return text.includes('~') || ['vars', 'value', 'expression'].includes(key) || /[()]/.test(text);
}

/**
 * The columns that an expression compares with a number, as one compares codes. A comparison with 0 does not count,
 * because any variable may have it.
 */
function* comparedCodes(text: string): Generator<string> {
  if (!/[!=]=|\bin\b/.test(text)) return;
  const open = [expressionOf(text)];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (one.kind === 'binary') {
      const { left, right } = one;
      if (one.operator === '==' || one.operator === '!=') {
        if (left.kind === 'column' && isCode(right)) yield left.name;
        if (right.kind === 'column' && isCode(left)) yield right.name;
      }
      open.push(left, right);
    } else if (one.kind === 'in') {
      if (one.of.kind === 'column' && one.values.some(isCode)) yield one.of.name;
    } else if (one.kind === 'call') open.push(...one.arguments);
    else if ('of' in one) open.push(one.of);
  }
}

/** The tree of an expression; undefined for what is none. */
function expressionOf(text: string): ColumnExpression | undefined {
  try {
    return parseExpression(text, 'where-syntax');
  } catch {
    return undefined;
  }
}

/** True for a number, with a sign or not, that is not zero. */
function isCode(expression: ColumnExpression): boolean {
  if (expression.kind === 'unary') return expression.operator === '-' && isCode(expression.of);
  return (
    expression.kind === 'literal' && typeof expression.value === 'number' && expression.value !== 0
  );
}

/** The columns in `i()`, those that are absorbed, and those after `by:`. */
function* codesInTerms(text: string): Generator<string> {
  for (const [, column] of text.matchAll(/(?<![\p{L}\p{N}_.`])i\(([^()]*)\)/gu)) yield column!;
  for (const [, list] of text.matchAll(/\bby:\s*(\[[^\]]*\]|[^,)]*)/g)) yield list!;
  const [, effects] = text.split('|');
  if (text.includes('~') && effects !== undefined && !effects.includes('~')) yield effects;
}
