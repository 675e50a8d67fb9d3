/** Elements of SVG as text; coordinates are in user units, to two decimals. */
import { escapedSvg } from '../../core/escapes/html.js';

export function path(parts: readonly string[], stroke: string, line: number, rest = ''): string {
  if (parts.length === 0) return '';
  return `<path d="${parts.join('')}" fill="none" stroke="${stroke}" stroke-width="${round(line)}"${rest}/>`;
}

export function text(x: number, y: number, words: string, anchor = 'start'): string {
  if (words === '') return '';
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapedSvg(words)}</text>`;
}

export function round(x: number): number {
  return Number(x.toFixed(2));
}
