/** The figures of the study with their numbers, and the indices that it built. */
import type { Figure } from '../../../figures/index.js';
import { documentFor } from '../../report-text.js';
import type { CompositeIndex } from '../../../../results/indices/composite-index.js';
import { labelledWarning } from '../../../tables/labelled-details.js';
import { documentHtml } from '../document-html.js';
import { html, idOf, inEnglish, type Page, type Section } from '../page.js';
import { shownTable } from './tables.js';
import { escapedSvg } from '../../../../core/escapes/html.js';
import { round } from '../../../figures/svg.js';

export function figuresSection(page: Page): Section {
  const figures = Object.entries(page.study.figures);
  return {
    id: 'figures',
    heading: page.words.figures,
    content: figures.map(([id, figure]) => figureHtml(id, figure, page)).join('\n'),
    entries: figures.map(([id, { title }]) => ({
      id: idOf('figure', id),
      text: `${id} ${title}`,
    })),
  };
}

function figureHtml(id: string, figure: Figure, { words, options, label }: Page): string {
  const place = idOf('figure', id);
  const heading = `${place}-name`;
  const svg = options.drawings?.[id] ?? figure.svg;
  const { description, table, title, warnings } = figure;
  // A drawing contains its title, and its description for screen readers.
  const hidden = svg === undefined ? '' : ' class="hidden"';
  const drawing =
    svg === undefined
      ? `<p class="notes">${html(words.notDrawn)}</p><figcaption>${html(description)}</figcaption>`
      : `<div class="drawing">${inlineSvg(svg, place)}</div>`;
  const notes = warnings
    .map((one) => `<li>${html(words.warned(labelledWarning(one, label)))}</li>`)
    .join('');
  const open = svg === undefined ? ' open' : '';
  return [
    `<section class="figure" id="${place}" aria-labelledby="${heading}">`,
    `<h3 id="${heading}"><span class="name">${html(id)}</span> <span${hidden}>${html(title)}</span></h3>`,
    `<figure>${drawing}</figure>`,
    notes === '' ? '' : `<ul class="warnings">${notes}</ul>`,
    `<details${open}><summary>${html(words.figureData)}</summary>${shownTable(table, heading)}</details>`,
    '</section>',
  ].join('\n');
}

export function indicesSection(page: Page): Section {
  const indices = Object.entries(page.study.indices);
  return {
    id: 'indices',
    heading: page.words.indices,
    content: indices.map(([column, index]) => indexHtml(column, index, page)).join('\n'),
    entries: indices.map(([column]) => ({ id: idOf('index', column), text: page.label(column) })),
  };
}

function indexHtml(column: string, index: CompositeIndex, page: Page): string {
  const { words } = page;
  const place = idOf('index', column);
  const name = page.label(column);
  const heading = `${place}-name`;
  const document = documentFor(index, page.language, page.label);
  const scree =
    index.method === 'pca'
      ? `<figure><div class="drawing">${screeSvg(index.eigenvalues, index.components, { title: `${words.scree}${words.colon}${name}`, axes: words.screeAxis })}</div><figcaption>${html(words.scree)}</figcaption></figure>`
      : '';
  return [
    `<section class="index" id="${place}" aria-labelledby="${heading}">`,
    `<h3 id="${heading}"><span class="name">${html(name)}</span> <span${inEnglish(page)}>${html(document.title)}</span></h3>`,
    `<div${inEnglish(page)}>${documentHtml(document, heading)}</div>`,
    scree,
    '</section>',
  ].join('\n');
}

/**
 * Adapts a drawing to its place on the page: unique ids, a box that scales, and no background, because the page may be
 * light or dark.
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

/**
 * A tag in its place; similar words between tags are unchanged. An image has one name: its parts have no roles or
 * names.
 */
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
function screeSvg(
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
