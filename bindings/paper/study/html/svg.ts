/** Drawings inside a page. */
import { escapedSvg } from '../../../core/escapes/html.js';
import { round } from '../../figures/svg.js';

/**
 * A drawing for its place on the page: with ids that no other drawing has, a box that scales, and no background, as the
 * page is light or dark.
 */
export function inlineSvg(svg: string, place: string): string {
  const start = svg.indexOf('<svg');
  const placed = svg
    .slice(start)
    .replace(/<[^>]*>/g, (tag) => placedTag(tag, place))
    .replace(/<rect\b[^>]*\bfill="(?:#fff|#ffffff|white)"[^>]*>/, (rect) =>
      rect.replace(/fill="[^"]*"/, 'fill="none"'),
    );
  const [tag = ''] = /^<svg\b[^>]*>/.exec(placed) ?? [];
  if (tag.includes('viewBox')) return placed;
  const width = /\bwidth="([\d.]+)/.exec(tag)?.[1];
  const height = /\bheight="([\d.]+)/.exec(tag)?.[1];
  if (width === undefined || height === undefined) return placed;
  return placed.replace('<svg', `<svg viewBox="0 0 ${width} ${height}"`);
}

/** A tag in its place; words between tags that look like one stay. An image has one name: parts have no roles and names. */
function placedTag(tag: string, place: string): string {
  const bare = tag.startsWith('<svg') ? tag : tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
  return bare
    .replace(/ id="([^"]+)"/g, ` id="${place}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${place}-$1)`)
    .replace(/href="#([^"]+)"/g, `href="#${place}-$1"`);
}

const WIDTH = 321;
const HEIGHT = 150;
const MARGIN = { left: 34, right: 8, top: 8, bottom: 28 } as const;
const TICKS = 4;

/** The eigenvalues by component, with a line at 1; kept components are filled. */
export function screeSvg(
  values: readonly number[],
  kept: number,
  words: { readonly title: string; readonly axes: readonly [string, string] },
): string {
  const most = Math.max(1, Math.ceil(Math.max(...values)));
  const { left, right, top, bottom } = MARGIN;
  const x = (place: number) =>
    left + ((place + 0.5) * (WIDTH - left - right)) / Math.max(1, values.length);
  const y = (value: number) => HEIGHT - bottom - (value / most) * (HEIGHT - top - bottom);
  const step = Math.max(1, Math.ceil(most / TICKS));
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  const line = (value: number, look: string) =>
    `<line x1="${left}" x2="${WIDTH - right}" y1="${round(y(value))}" y2="${round(y(value))}" ${look}/>`;
  const label = (across: number, words: string, height: number, anchor: string) =>
    `<text x="${round(across)}" y="${round(height)}" text-anchor="${anchor}">${escapedSvg(words)}</text>`;
  const points = values.map((value, i) => `${round(x(i))},${round(y(value))}`).join(' ');
  const dots = values.map(
    (value, i) =>
      `<circle cx="${round(x(i))}" cy="${round(y(value))}" r="3" fill="${i < kept ? 'currentColor' : 'none'}" stroke="currentColor"/>`,
  );
  const [component, eigenvalue] = words.axes;
  return [
    `<svg class="plain" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-size="9.5" fill="currentColor">`,
    `<title>${escapedSvg(words.title)}</title>`,
    ...ticks.map((tick) => label(left - 5, String(tick), y(tick) + 3, 'end')),
    line(0, 'stroke="currentColor"'),
    line(1, 'stroke="currentColor" stroke-dasharray="3 3" opacity="0.6"'),
    `<polyline points="${points}" fill="none" stroke="currentColor"/>`,
    ...dots,
    ...values.map((_, i) => label(x(i), String(i + 1), HEIGHT - bottom + 12, 'middle')),
    label((left + WIDTH - right) / 2, component, HEIGHT - 3, 'middle'),
    `<text transform="translate(10 ${round((top + HEIGHT - bottom) / 2)}) rotate(-90)" text-anchor="middle">${escapedSvg(eigenvalue)}</text>`,
    '</svg>',
  ].join('');
}
