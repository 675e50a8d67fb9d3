/** Names and texts in scripts of Python, and in formulas of patsy and formulaic. */
import { hexadecimal, withNumbers } from './code-points.js';

const keywords =
  /^(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;

/** What formulas and queries take for a number. */
const number = /^(?:inf|infinity|nan)$/i;

/** True for a name that is a variable of Python. */
function isPlain(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !keywords.test(name) && !number.test(name);
}

/** A text in double quotes. */
export function pythonString(text: string): string {
  return `"${withNumbers(text.replace(/[\\"]/g, '\\$&'), /\n/, numbered)}"`;
}

/** Texts in a list. */
export function pythonList(texts: readonly string[]): string {
  return `[${texts.map(pythonString).join(',')}]`;
}

/**
 * A text in single quotes inside a formula. Parsers of formulas look for brackets and operators before Python reads the
 * text, some also in quotes, so all but letters, digits and blanks are written by number.
 */
export function formulaString(text: string): string {
  return `'${withNumbers(text, /[^\p{L}\p{M}\p{N}_. ]/u, numbered)}'`;
}

/** A variable of a formula: a name, or `Q('gross output')`. */
export function formulaName(name: string): string {
  return isPlain(name) ? name : `Q(${formulaString(name)})`;
}

/** A text in single quotes inside `DataFrame.query()`, which looks for backquotes in it. */
export function queryText(text: string): string {
  return `'${withNumbers(text.replace(/[\\']/g, '\\$&'), /[\n`]/, numbered)}'`;
}

/** A column in `DataFrame.query()`; undefined for names that it cannot read. */
export function queryName(name: string): string | undefined {
  if (isPlain(name)) return name;
  if (number.test(name)) return undefined;
  const outside = name.replace(/\(([^()]*)\)/g, '$1');
  return /^[\p{L}\p{M}\p{N}_ .,:;+*/%&|^~<>=!?$@-]+$/u.test(outside) ? `\`${name}\`` : undefined;
}

function numbered(code: number): string {
  if (code === 10) return '\\n';
  if (code > 0xffff) return `\\U${hexadecimal(code, 8)}`;
  return code > 0xff ? `\\u${hexadecimal(code, 4)}` : `\\x${hexadecimal(code, 2)}`;
}
