/** Text in HTML, SVG and XML. */
import { visibleLine } from '../text/visible.js';

/** A backquote and two braces are entities: knitr and the makers of sites run what is between them in HTML too. */
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
