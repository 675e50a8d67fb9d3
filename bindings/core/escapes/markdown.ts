/**
 * Text in Markdown, for Quarto and knitr too. knitr executes `r code` in backquotes anywhere, even after a backslash,
 * so a backquote is always written as an entity.
 */
import { visibleLine } from '../../words/text/visible.js';

const backquote = '&#96;';

/**
 * Characters that, at the start of a line, begin a heading, a quotation, a list, a rule, a fence, a division or a line
 * block.
 */
const blocks = /^(?:#(?=#{0,5}(?:\s|$))|[-+*](?=\s|$)|[>:%=~]|([*_-])(?=(?:\s*\1)*\s*$))/;
/** Numbers that, at the start of a line, begin a list item: `1.`, `(a)`, `ii)`, `#.`. */
const numbered = /^(\(?(?:\d{1,9}|[a-z]|[ivxlcdm]+|#|@\w*))([.)])(?=\s|$)/i;

/**
 * Dashes and dots, which would be joined; `:word:`, which becomes an emoji; and the parts of an address that would make
 * it a link, in which escapes have no effect.
 */
const joining = /-(?=-)|\.(?=\.\.)|:(?=[\w+-]+:)|:(?=\/\/\S*[\\&])|(?<=\bwww)\.(?=\S*[\\&])/gi;

/** Makes escaped text safe at the start of a line, where it could begin a block. */
export function asLine(escaped: string): string {
  return escaped.trimStart().replace(numbered, '$1\\$2').replace(blocks, '\\$&');
}

/** Text with every markup character escaped. */
export function escapedMarkdown(text: string): string {
  const escaped = visibleLine(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[\\*_{}[\]|~^$@]|#(?=.)|(?<=.)#/g, '\\$&')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/`/g, backquote);
  return escaped.replace(joining, '\\$&');
}

/**
 * Characters that are markup inside a text: cells, links, notes, citations, formulas, attributes and shortcodes, and
 * emphasis, which needs an opening star or a closing underscore. Brackets around a number stay: they could only link to
 * a heading, and no heading is a number.
 */
const markup =
  /[\\|{}$]|(?<=\])[[(:]|\[(?![-\u2212.\d])|@(?=[\p{L}\p{N}_{])|[*~]+(?=[^\s*~])|_+(?![\p{L}\p{N}_])|\^(?=\[|[^\s^]*\^)|^#+(?=\s|$)|#+(?=\s*$)/gu;

/** Text with only those characters escaped that would be markup in their place. */
export function readableMarkdown(text: string): string {
  const escaped = visibleLine(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(markup, (characters) => characters.replace(/./g, '\\$&'))
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(/`/g, backquote);
  return escaped.replace(joining, '\\$&');
}

/** A name as code; a name with special characters as text with its markup escaped. */
export function codeMarkdown(text: string): string {
  return /^[\w./+:-]+$/.test(text) ? `\`${text}\`` : `<code>${escapedMarkdown(text)}</code>`;
}
