/** Columns that a model uses as codes: units, periods, clusters, levels, groups and keys. */
import { asWritten } from '../formula/idioms/dotted-names.js';
import { hasName } from './names-in-text.js';

/** Keys whose texts name numbers, coefficients or files, or are read for the parts that name codes. */
const numberKeys = new Set([
  ...['column', 'columns', 'split', 'of', 'coefficient', 'name', 'file', 'labels', 'missing'],
  ...['types', 'title', 'data'],
]);

/** Tells whether a model, or other texts, use a column as codes. */
export function codedBy(model: object): (column: string) => boolean {
  const texts = [...codeTexts(model, '', new Set())];
  return (column) => texts.some((text) => hasName(text, column));
}

function* codeTexts(value: unknown, key: string, seen: Set<unknown>): Generator<string> {
  if (numberKeys.has(key)) return;
  if (typeof value === 'string') {
    if (key === 'where') yield* comparedCodes(value);
    else if (isTerms(value, key)) yield* codesInTerms(value);
    else yield value;
    return;
  }
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const inList = Array.isArray(value);
  for (const [inner, part] of Object.entries(value)) {
    yield* codeTexts(part, inList ? key : inner, seen);
  }
  const { [asWritten]: written } = value as { readonly [asWritten]?: { readonly before: unknown } };
  if (written !== undefined) yield* codeTexts(written.before, '', seen);
}

/** Formulas, lists of variables, and expressions, in which most names are those of numbers. */
function isTerms(text: string, key: string): boolean {
  return text.includes('~') || ['vars', 'value', 'expression'].includes(key) || /[()]/.test(text);
}

/** The columns of a filter that must equal a number, as codes do; one that must be 0 or not may be any variable. */
function* comparedCodes(text: string): Generator<string> {
  const equality = /(`[^`]*`|[\p{L}_][\p{L}\p{N}_.]*)(?:\s*[!=]=\s*|\s+in\s*\(\s*)(-?[\d.]+)/gu;
  for (const [, column, number] of text.matchAll(equality)) if (Number(number) !== 0) yield column!;
}

/** The columns in `i()`, those that are absorbed, and those after `by:`. */
function* codesInTerms(text: string): Generator<string> {
  for (const [, column] of text.matchAll(/(?<![\p{L}\p{N}_.`])i\(([^()]*)\)/gu)) yield column!;
  for (const [, list] of text.matchAll(/\bby:\s*(\[[^\]]*\]|[^,)]*)/g)) yield list!;
  const [, effects] = text.split('|');
  if (text.includes('~') && effects !== undefined && !effects.includes('~')) yield effects;
}
