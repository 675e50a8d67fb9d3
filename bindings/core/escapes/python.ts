/** Names and texts in Python scripts, and in formulas of patsy and formulaic. */
import { hexadecimal, withNumbers } from './code-points.js';

const keywords =
  /^(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;

/** Words that formulas and queries read as a number. */
const number = /^(?:inf|infinity|nan)$/i;

/** True for a valid Python variable. */
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
 * A text in single quotes inside a formula. Formula parsers look for brackets and operators before Python reads the
 * text, some even in quotes. So all characters but letters, digits and blanks are written as code points.
 */
export function formulaString(text: string): string {
  return `'${withNumbers(text, /[^\p{L}\p{M}\p{N}_. ]/u, numbered)}'`;
}

/** A variable in a formula: a name, or `Q('gross output')`. */
export function formulaName(name: string): string {
  return isPlain(name) ? name : `Q(${formulaString(name)})`;
}

/** A text in single quotes inside `DataFrame.query()`, which looks for backquotes even there. */
export function queryText(text: string): string {
  return `'${withNumbers(text.replace(/[\\']/g, '\\$&'), /[\n`]/, numbered)}'`;
}

/** A column in `DataFrame.query()`; undefined if it cannot read the name. */
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
