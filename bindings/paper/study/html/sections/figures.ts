/** The figures of the study with their numbers, and the indices that it built. */
import type { Figure } from '../../../figures/index.js';
import { documentOf } from '../../../report/index.js';
import type { CompositeIndex } from '../../../../results/indices/composite-index.js';
import { documentHtml } from '../document-html.js';
import { html, idOf, inEnglish, type Page, type Section } from '../page.js';
import { inlineSvg, screeSvg } from '../svg.js';
import { shownTable } from './tables.js';

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

function figureHtml(id: string, figure: Figure, { words, options }: Page): string {
  const place = idOf('figure', id);
  const heading = `${place}-name`;
  const svg = options.drawings?.[id] ?? figure.svg;
  const { description, table, title, warnings } = figure;
  // A drawing bears its title, and its description for screen readers.
  const hidden = svg === undefined ? '' : ' class="hidden"';
  const drawing =
    svg === undefined
      ? `<p class="notes">${html(words.notDrawn)}</p><figcaption>${html(description)}</figcaption>`
      : `<div class="drawing">${inlineSvg(svg, place)}</div>`;
  const notes = warnings.map((one) => `<li>${html(words.warned(one))}</li>`).join('');
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
    entries: indices.map(([column]) => ({ id: idOf('index', column), text: column })),
  };
}

function indexHtml(column: string, index: CompositeIndex, page: Page): string {
  const { words } = page;
  const place = idOf('index', column);
  const heading = `${place}-name`;
  const document = documentOf(index);
  const scree =
    index.method === 'pca'
      ? `<figure><div class="drawing">${screeSvg(index.eigenvalues, index.components, { title: `${words.scree}${words.colon}${column}`, axes: words.screeAxis })}</div><figcaption>${html(words.scree)}</figcaption></figure>`
      : '';
  return [
    `<section class="index" id="${place}" aria-labelledby="${heading}">`,
    `<h3 id="${heading}"><span class="name">${html(column)}</span> <span${inEnglish(page)}>${html(document.title)}</span></h3>`,
    `<div${inEnglish(page)}>${documentHtml(document, heading)}</div>`,
    scree,
    '</section>',
  ].join('\n');
}
