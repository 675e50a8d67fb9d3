/** The parts of a statement of Stata: prefix, body, condition and options. */
import { checkStatement } from '../../bounds.js';

export interface StatementParts {
  /** Columns of `bysort id (year):`, and those in parentheses, by which rows are ordered. */
  readonly by: readonly string[];
  readonly order: readonly string[];
  /** Up to the condition. */
  readonly body: string;
  /** After `if`; undefined without one. */
  readonly condition?: string;
  /** After the comma. */
  readonly options: string;
}

const prefix = /^by(?:s(?:o(?:r(?:t)?)?)?)?\s+([^:()]*?)\s*(?:\(([^)]*)\))?\s*(?:,\s*[^:]*)?:\s*/;

/** The one column of a prefix and the command after it; undefined without a prefix, and for groups by several columns. */
export function groupedBy(
  text: string,
): { readonly by: string; readonly command: string } | undefined {
  const match = prefix.exec(text);
  const [by, ...others] = wordsOf(match?.[1]);
  if (by === undefined || others.length > 0) return undefined;
  return { by, command: text.slice(match![0].length) };
}

/** `by id: keep if _n == 1` without its groups. */
export function withoutGroups(text: string): string {
  return text.replace(prefix, '');
}

/** Splits a statement at `if` and at the comma outside parentheses and quotes. */
export function partsOf(text: string): StatementParts {
  checkStatement(text);
  const by = prefix.exec(text);
  const rest = text.slice(by?.[0].length ?? 0);
  const [comma, condition] = [placeOf(rest, /,/y), placeOf(rest, /if\b(?![.(\w])|if\s*(?=\()/y)];
  const end = comma ?? rest.length;
  const isConditional = condition !== undefined && condition < end;
  return {
    by: wordsOf(by?.[1]),
    order: wordsOf(by?.[2]),
    body: rest.slice(0, isConditional ? condition : end).trim(),
    ...(isConditional ? { condition: rest.slice(condition + 2, end).trim() } : {}),
    options: rest.slice(end + 1).trim(),
  };
}

export function wordsOf(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

/** Where the pattern, which is sticky, stands after a blank or a sign outside parentheses and quotes. */
function placeOf(text: string, pattern: RegExp): number | undefined {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; ++i) {
    const letter = text[i]!;
    if (letter === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (/[([]/.test(letter)) ++depth;
    if (/[)\]]/.test(letter)) --depth;
    pattern.lastIndex = i;
    const isWord = i === 0 || !/[\w.]/.test(text[i - 1]!) || letter === ',';
    if (depth === 0 && isWord && pattern.test(text)) return i;
  }
  return undefined;
}

/** `suffix(_w)` in a list of options; undefined without it, empty without parentheses. */
export function optionOf(options: string, name: RegExp): string | undefined {
  const option = new RegExp(`(?:^|[\\s,)])(?:${name.source})\\b(?:\\s*\\(([^()]*)\\))?`).exec(
    options,
  );
  return option === null ? undefined : (option[1] ?? '').trim();
}

/** Options by their names, with what stands in their parentheses; empty for a word alone. */
export function optionMap(text: string): Map<string, string> {
  const options = new Map<string, string>();
  const word = /([A-Za-z_]\w*)\s*(\()?/g;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    const [, name, open] = match;
    const end = open === undefined ? undefined : closingOf(text, word.lastIndex);
    options.set(
      name!.toLowerCase(),
      end === undefined ? '' : text.slice(word.lastIndex, end).trim(),
    );
    if (end !== undefined) word.lastIndex = end + 1;
  }
  return options;
}

/** What stands in the parentheses of an option that is given several times, `mstat(N) mstat(r2)`. */
export function repeated(text: string, name: string): string[] {
  const isGiven = optionMap(text).has(name);
  if (!isGiven) return [];
  const start = new RegExp(`\\b${name}\\s*\\(`, 'gi');
  return [...text.matchAll(start)].map((match) => {
    const from = match.index + match[0].length;
    return text.slice(from, closingOf(text, from)).trim();
  });
}

/** Where the parenthesis closes that opens before `from`. */
function closingOf(text: string, from: number): number {
  let depth = 1;
  let isQuoted = false;
  for (let i = from; i < text.length; ++i) {
    const letter = text[i]!;
    if (letter === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (letter === '(') ++depth;
    if (letter === ')' && --depth === 0) return i;
  }
  return text.length;
}

/** Words, and texts in quotes as one. */
export function quotedWords(text: string): string[] {
  return [...text.matchAll(/`"([^]*?)"'|"([^"]*)"|([^\s"]+)/g)].map(
    ([, compound, quoted, plain]) => compound ?? quoted ?? plain!,
  );
}
