/** Text in Typst. */
import { visibleLine } from '../text/visible.js';

/** Knitr runs code between backquotes, and Quarto fills in `{{<`, in blocks of Typst too. */
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

/** A label after what it names: `<tab:T1>`, or a call for names that are no words. */
export function typstLabel(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.:-]*(?<![.:])$/u.test(name)
    ? `<${name}>`
    : `#label(${typstString(name)})`;
}

/** Signs of markup: those of lists, headings and dashes only where they are read as such, so a minus stays one. */
const markup =
  /[\\#$*_`<>@~[\]/'"]|\{(?=\{)|^[=+](?=[=+\s]|$)|-(?=[-?\s]|$)|(?<=\.)\.|(?<=^\d+)\.(?=\s|$)/g;

/** Words in the text of a document. */
export function escapedTypst(text: string): string {
  return visibleLine(text).replace(markup, (sign) => others[sign] ?? `\\${sign}`);
}
