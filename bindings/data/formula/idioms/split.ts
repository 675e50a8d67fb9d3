/** Splits texts outside parentheses, brackets and quotes. */

const quotes = '`"\'';

/** Parts of a text, and the separators between them. */
export interface Split {
  readonly parts: readonly string[];
  readonly separators: readonly string[];
}

/** Splits `text` at each match of the sticky pattern outside parentheses and quotes; the parts are trimmed. */
export function splitTop(text: string, separator: RegExp): Split {
  const parts: string[] = [];
  const separators: string[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quotes.includes(character)) {
      const end = text.indexOf(character, i + 1);
      i = end < 0 ? text.length : end;
    } else if ('(['.includes(character)) depth++;
    else if (')]'.includes(character)) depth--;
    else if (depth === 0) {
      const separating = matchAt(separator, text, i);
      if (separating === undefined) continue;
      parts.push(text.slice(start, i).trim());
      separators.push(separating);
      start = i + separating.length;
      i = start - 1;
    }
  }
  return { parts: [...parts, text.slice(start).trim()], separators };
}

function matchAt(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0];
}

/** The parts between top-level commas; no parts for an empty text. */
function argumentsOf(text: string): readonly string[] {
  return text.trim() === '' ? [] : splitTop(text, /,/y).parts;
}

/** The words of a text; a word may contain spaces in parentheses or quotes. */
export function wordsOf(text: string): readonly string[] {
  return text.trim() === '' ? [] : splitTop(text.trim(), /\s+/y).parts;
}

/** The text inside a pair of parentheses that encloses everything. */
export function insideOf(text: string): string | undefined {
  if (!text.startsWith('(') || !text.endsWith(')')) return undefined;
  const { parts } = splitTop(text.replace(/^\(/, '').replace(/\)$/, ''), /\)/y);
  return closesEarly(text) ? undefined : parts.join(')');
}

/** True if the first parenthesis closes before the end. */
function closesEarly(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (quotes.includes(text[i]!)) i = Math.max(i, text.indexOf(text[i]!, i + 1));
    else if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i < text.length - 1;
  }
  return true;
}

/** A call such as `lag(x, 1)`. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** Reads a text that is one call. Names of functions may have dots, as in `as.factor`. */
export function callOf(text: string): Call | undefined {
  const [, name, rest] = /^([\p{L}_.][\p{L}\p{N}_.]*)\s*(\(.*\))$/su.exec(text) ?? [];
  const inside = rest === undefined ? undefined : insideOf(rest);
  return inside === undefined ? undefined : { name: name!, args: argumentsOf(inside) };
}

/** The name and value of an argument `name = value`; undefined without a name. */
export function namedArgument(arg: string): readonly [string, string] | undefined {
  const [, name, value] = /^([\p{L}_.][\p{L}\p{N}_.]*)\s*=(?!=)\s*(.*)$/su.exec(arg) ?? [];
  return name === undefined ? undefined : [name, value!];
}

/** The text without surrounding quotes. */
export function unquoted(text: string): string {
  return /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;
}
