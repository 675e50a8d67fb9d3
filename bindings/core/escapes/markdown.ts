/**
 * Text in Markdown, also of Quarto and knitr. knitr runs `r code` wherever the backquotes stand, with a backslash before
 * them too, so a backquote is always an entity.
 */
import { visibleLine } from '../text/visible.js';

const backquote = '&#96;';

/** Starts of a line that begin a heading, a quotation, a list, a rule, a fence, a division or a line block. */
const blocks = /^(?:#(?=#{0,5}(?:\s|$))|[-+*](?=\s|$)|[>:%=~]|([*_-])(?=(?:\s*\1)*\s*$))/;
/** Starts that number an item of a list: `1.`, `(a)`, `ii)`, `#.`. */
const numbered = /^(\(?(?:\d{1,9}|[a-z]|[ivxlcdm]+|#|@\w*))([.)])(?=\s|$)/i;

/**
 * Dashes and dots, which would join; `:word:`, which is a picture; and what would make a link of an address, in which
 * escapes are no escapes.
 */
const joining = /-(?=-)|\.(?=\.\.)|:(?=[\w+-]+:)|:(?=\/\/\S*[\\&])|(?<=\bwww)\.(?=\S*[\\&])/gi;

/** An escaped text that may stand at the start of a line, where it begins no block. */
export function asLine(escaped: string): string {
  return escaped.trimStart().replace(numbered, '$1\\$2').replace(blocks, '\\$&');
}

/** Text as it is, with every sign of markup escaped. */
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
 * What would be read as markup among words: cells, links, notes, citations, formulas, attributes and shortcodes, and
 * emphasis, which needs a star that opens or an underscore that closes. Brackets stay around numbers, because
 * they would link to a heading, and no heading is a number.
 */
const markup =
  /[\\|{}$]|(?<=\])[[(:]|\[(?![-\u2212.\d])|@(?=[\p{L}\p{N}_{])|[*~]+(?=[^\s*~])|_+(?![\p{L}\p{N}_])|\^(?=\[|[^\s^]*\^)|^#+(?=\s|$)|#+(?=\s*$)/gu;

/** Text as it is, in which only those signs are escaped that would be markup where they stand. */
export function readableMarkdown(text: string): string {
  const escaped = visibleLine(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(markup, (characters) => characters.replace(/./g, '\\$&'))
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(/`/g, backquote);
  return escaped.replace(joining, '\\$&');
}

/** A name as code; one that is not plain has its signs of markup escaped. */
export function codeMarkdown(text: string): string {
  return /^[\w./+:-]+$/.test(text) ? `\`${text}\`` : `<code>${escapedMarkdown(text)}</code>`;
}
