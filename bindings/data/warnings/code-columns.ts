/** Columns that a model uses as codes: units, periods, clusters, levels, groups and keys. */
import { asWritten } from '../formula/idioms/dotted-names.js';
import { namesIn } from './names-in-text.js';

/** Keys whose texts name numbers, coefficients or files, or are read for the parts that name codes. */
const numberKeys = new Set([
  ...['column', 'columns', 'split', 'of', 'coefficient', 'name', 'file', 'labels', 'missing'],
  ...['types', 'title', 'data'],
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
  if (key === 'where') yield* comparedCodes(text);
  else if (isTerms(text, key)) yield* codesInTerms(text);
  else yield text;
}

/** Formulas, lists of variables, and expressions, in which most names are those of numbers. */
function isTerms(text: string, key: string): boolean {
  return text.includes('~') || ['vars', 'value', 'expression'].includes(key) || /[()]/.test(text);
}

/** The columns of a filter that must equal a number, as codes do; one that must be 0 or not may be any variable. */
function* comparedCodes(text: string): Generator<string> {
  // A name starts where no other character of it goes before, so that a long one is read once.
  const equality =
    /(?<![\p{L}\p{N}_.])(`[^`]*`|[\p{L}_][\p{L}\p{N}_.]*)(?:\s*[!=]=\s*|\s+in\s*\(\s*)(-?[\d.]+)/gu;
  for (const [, column, number] of text.matchAll(equality)) if (Number(number) !== 0) yield column!;
}

/** The columns in `i()`, those that are absorbed, and those after `by:`. */
function* codesInTerms(text: string): Generator<string> {
  for (const [, column] of text.matchAll(/(?<![\p{L}\p{N}_.`])i\(([^()]*)\)/gu)) yield column!;
  for (const [, list] of text.matchAll(/\bby:\s*(\[[^\]]*\]|[^,)]*)/g)) yield list!;
  const [, effects] = text.split('|');
  if (text.includes('~') && effects !== undefined && !effects.includes('~')) yield effects;
}
