/** Text in Typst. */
import { visibleLine } from '../../words/text/visible.js';

/** Knitr executes code in backquotes, and Quarto replaces `{{<`, even in Typst blocks. */
const others: Readonly<Record<string, string>> = {
  '`': '\\u{60}',
  '<': '\\u{3c}',
  '{': '\\u{7b}',
};

/** A string, which Typst shows as text. */
export function typstString(text: string): string {
  const escaped = visibleLine(text)
    .replace(/[\\"]/g, '\\$&')
    .replace(/[`<]|\{(?=\{)/g, (sign) => others[sign]!);
  return `"${escaped}"`;
}

/** A label after the element it names: `<tab:T1>`, or a call if the name is not an identifier. */
export function typstLabel(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.:-]*(?<![.:])$/u.test(name)
    ? `<${name}>`
    : `#label(${typstString(name)})`;
}

/**
 * Markup characters. Those of lists, headings and dashes count only in places where Typst reads them as markup, so a
 * minus stays one.
 */
const markup =
  /[\\#$*_`<>@~[\]/'"]|\{(?=\{)|^[=+](?=[=+\s]|$)|-(?=[-?\s]|$)|(?<=\.)\.|(?<=^\d+)\.(?=\s|$)/g;

/** Text in a document, with its markup escaped. */
export function escapedTypst(text: string): string {
  return visibleLine(text).replace(markup, (sign) => others[sign] ?? `\\${sign}`);
}
