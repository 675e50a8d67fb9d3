/** Names and texts in scripts of R. */
import { visibleLine } from '../../words/text/visible.js';
import { hexadecimal, withNumbers } from './code-points.js';

const reserved =
  /^(?:if|else|repeat|while|function|for|next|break|in|TRUE|FALSE|NULL|Inf|NaN|NA|NA_(?:integer|real|character|complex)_)$/;

/** True for a name that R reads without backquotes. */
export function isPlainR(name: string): boolean {
  return /^[A-Za-z][\w.]*$/.test(name) && !reserved.test(name);
}

/**
 * True for a name that a formula can contain. `.` and `...` mean other columns. Code points are not possible in
 * backquotes, so invisible characters would remain in the script.
 */
export function isNameR(name: string): boolean {
  const shown = name.replace(/[\n\r\t]/g, '');
  return visibleLine(shown) === shown && !/^(?:\.|\.\.\.|\.\.\d+)$/.test(name);
}

/** A name, in backquotes if R needs them; a backslash escapes inside them. */
export function rName(name: string): string {
  return isPlainR(name) ? name : `\`${escaped(name, '`')}\``;
}

/** A text in quotes. */
export function rString(text: string): string {
  return `"${escaped(text, '"')}"`;
}

function escaped(text: string, quote: '`' | '"'): string {
  const quoted = text.replace(quote === '`' ? /[\\`]/g : /[\\"]/g, '\\$&');
  return withNumbers(quoted, /[\n\r\t]/, numbered);
}

const short: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r' };

function numbered(code: number): string {
  return (
    short[code] ?? (code > 0xffff ? `\\U${hexadecimal(code, 8)}` : `\\u${hexadecimal(code, 4)}`)
  );
}
