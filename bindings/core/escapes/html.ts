/** Text in HTML, SVG and XML. */
import { visibleLine } from '../../words/text/visible.js';

/**
 * A backquote and double braces are written as entities: knitr and site generators execute what they enclose, even in
 * HTML.
 */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '{': '&#123;',
};

/** Text as HTML, between tags and in attributes. */
export function escapedHtml(text: string): string {
  return visibleLine(text).replace(/[&<>"'`]|\{(?=[{%<])/g, (character) => entities[character]!);
}

/** Text between the tags of an SVG. */
export function escapedSvg(text: string): string {
  return visibleLine(text).replace(/[&<>`]|\{(?=[{%<])/g, (character) => entities[character]!);
}
