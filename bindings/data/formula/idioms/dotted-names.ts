/**
 * Columns whose names look like operators: `l.wage`, `L.wage`, `c.x`, `i.g`. If a column with exactly that name exists,
 * the word is that column; it is put in backquotes before the text is read.
 */

/** Tells whether a name is that of a column. */
export type IsColumn = (name: string) => boolean;

/** A text with the names of its columns in backquotes. */
export interface QuotedText {
  readonly text: string;
  /** The quoted words that would be operators without such a column. */
  readonly words: readonly string[];
}

/** Quoted parts, and words with dots inside: `l.wage`, `gdp.pc`, `L2.l.wage`. */
const parts =
  /`[^`]*`|"[^"]*"|'[^']*'|(?<![\p{L}\p{M}\p{N}_])[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.+[\p{L}\p{M}\p{N}_]+)+/gu;

/** Operators before a dot: `L`, `D2`, and those of other programs, `l`, `s`, `c`, `i`, `ib2019`, `cL`. */
const operators = /^(?:(?:c|i|o|i?bn|i?b?\d+)(?:[LFDSlfds]\d*)*|(?:[LFDSlfds]\d*)+)$/;

/** Words that the canonical syntax reads, and which are therefore not quoted. */
const canonical = /^(?:(?:[LFD]\d*)+\.)+[^.]+$/;

/** Puts names with dots in backquotes if they are columns, or cannot be anything else. */
export function withQuotedNames(text: string, isColumn: IsColumn): QuotedText {
  if (!text.includes('.')) return { text, words: [] };
  const words: string[] = [];
  const quoted = text.replace(parts, (part, offset: number) => {
    if (/^[`"']/.test(part) || nextTo(text, offset + part.length, 1) === '(') return part;
    const { operator, name } = split(part, isColumn);
    if (name === undefined) return part;
    if (looksLikeOperator(name)) words.push(name);
    return `${operator}${prefixOf(text, offset, part)}\`${name}\``;
  });
  return { text: quoted, words };
}

/** In Stata's interactions a name without a prefix is a factor, so the prefix of `c.x#c.z` must stay. */
function prefixOf(text: string, offset: number, part: string): string {
  const inInteraction =
    nextTo(text, offset - 1, -1) === '#' || nextTo(text, offset + part.length, 1) === '#';
  return inInteraction && part.startsWith('c.') ? 'c.' : '';
}

/** The first non-blank character from a position in one direction. */
function nextTo(text: string, place: number, direction: 1 | -1): string | undefined {
  let next = place;
  while (next >= 0 && next < text.length && /\s/.test(text[next]!)) next += direction;
  return text[next];
}

interface Word {
  readonly operator: string;
  /** The longest column name after operators; undefined if there is none. */
  readonly name: string | undefined;
}

function split(word: string, isColumn: IsColumn): Word {
  let start = 0;
  for (;;) {
    const name = word.slice(start);
    if (!name.includes('.')) return { operator: '', name: undefined };
    const operator = word.slice(0, start);
    if (isColumn(name) || !looksLikeOperator(name)) return { operator, name };
    start += name.indexOf('.') + 1;
  }
}

function looksLikeOperator(word: string): boolean {
  return operators.test(word.slice(0, word.indexOf('.')));
}

/** The words of a text that are idioms of another program or have no meaning. */
export function foreignWords(text: string): string[] {
  if (!text.includes('.')) return [];
  return (text.match(parts) ?? []).filter((part) => !/^[`"']/.test(part) && !canonical.test(part));
}

/** The names that contain characters of formulas; most tables have none. */
export function oddNames(names: Iterable<string>): string[] {
  const odd: string[] = [];
  for (const name of names) if (/[.(^:*]/.test(name)) odd.push(name);
  return odd;
}

/**
 * A text with such columns in backquotes, as in the names of a result or a formula. A word that occurs there without
 * backquotes stays.
 */
export function spelledAs(texts: readonly string[], text: string): string {
  if (!text.includes('.')) return text;
  const all = texts.flatMap((one) => one.match(parts) ?? []);
  const names = new Set<string>(all);
  return withQuotedNames(text, (name) => names.has(`\`${name}\``) && !names.has(name)).text;
}

/** Key for the original text of a model, set if an idiom in it may be the name of a data column. */
export const asWritten = Symbol('as written');
