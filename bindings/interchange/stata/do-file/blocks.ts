/** Blocks of a do-file: loops, which are run, and others. */
import type { Statement } from '../../reader.js';
import { matchesGlob } from '../read-varlist.js';
import type { Macros } from './macros.js';
import { quotedWords, wordsOf } from './parts.js';

/** A statement, or a block with the statements in it. */
export interface Block extends Statement {
  readonly inside?: readonly Statement[];
}

/** Groups statements into blocks. `if _rc == 0 {` in exported scripts does not open a block. */
export function inBlocks(statements: readonly Statement[]): Block[] {
  const kept: Block[] = [];
  let inside: Statement[] = [];
  let depth = 0;
  for (const statement of statements) {
    const { text } = statement;
    const isPlain =
      depth === 0 && /^(?:if\s+_rc\s*==\s*0|(?:qui\w*|cap\w*|noi\w*))\s*\{$/.test(text);
    if (isPlain || (depth === 0 && text === '}')) continue;
    if (depth > 0) inside.push(statement);
    if (/^\}/.test(text)) --depth;
    if (!/\{$/.test(text)) {
      if (depth === 0 && text !== '}') kept.push(statement);
      continue;
    }
    if (depth === 0) {
      inside = [];
      kept.push({ ...statement, inside });
    }
    ++depth;
  }
  return kept;
}

/** A loop: the macro, and its values in order. */
export interface Loop {
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * `foreach v in a b {`, `foreach v of local list {`, `forvalues i = 1/3 {`; undefined for another block, and for a list
 * that is not known. `expand` writes out macros.
 */
export function loopOf(
  text: string,
  macros: Macros,
  {
    expand,
    columns,
  }: { readonly expand: (text: string) => string; readonly columns: readonly string[] | undefined },
): Loop | undefined {
  const counted = /^forv(?:alues)?\s+(\w+)\s*=\s*([^]*?)\s*\{$/.exec(text);
  if (counted !== null) {
    const values = numbersOf(expand(counted[2]!));
    return values && { name: counted[1]!, values };
  }
  const [, name, kind, of, list] =
    /^foreach\s+(\w+)\s+(in|of\s+(local|global|varlist|numlist|newlist))\s+([^]*?)\s*\{$/.exec(
      text,
    ) ?? [];
  if (name === undefined || kind === undefined) return undefined;
  if (of === 'local' || of === 'global') {
    const value = (of === 'local' ? macros.locals : macros.globals).get(expand(list!));
    return value === undefined ? undefined : { name, values: quotedWords(value) };
  }
  const words = expand(list!);
  if (of === 'numlist') {
    const values = wordsOf(words).map(numbersOf);
    return values.includes(undefined) ? undefined : { name, values: values.flatMap((one) => one!) };
  }
  const values = quotedWords(words);
  if (of !== 'varlist' || !values.some((word) => /[*?-]/.test(word))) return { name, values };
  if (columns === undefined) return undefined;
  return {
    name,
    values: values.flatMap((word) => columns.filter((column) => matchesGlob(column, word))),
  };
}

const mostRounds = 1000;

/** `1/3`, `0(5)20` or `7`. */
function numbersOf(text: string): string[] | undefined {
  const [, first, step = '1', last] =
    /^(-?\d+)(?:\s*\(\s*(-?\d+)\s*\)\s*|\s*\/\s*)(-?\d+)$/.exec(text.trim()) ?? [];
  if (first === undefined) return /^-?[\d.]+$/.test(text.trim()) ? [text.trim()] : undefined;
  const [from, by, to] = [first, step, last].map(Number) as [number, number, number];
  const count = Math.floor((to - from) / by) + 1;
  if (!(by !== 0 && count >= 0 && count <= mostRounds)) return undefined;
  return Array.from({ length: count }, (_, i) => String(from + i * by));
}
