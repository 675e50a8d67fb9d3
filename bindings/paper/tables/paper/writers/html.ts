/** A table as HTML: header cells with their scope, stars in words for screen readers, and the sources of its numbers. */
import { type CellsLine, type GridCell, gridOf } from '../grid.js';
import { numberIn } from '../marks.js';
import type { ColumnSource, PaperCell, PaperTable } from '../table.js';
import { entryOf } from '../../term-name.js';
import { vocabularyOf } from '../../../../words/languages/index.js';
import type { TableWords } from '../../../../words/en/tables.js';
import { escapedHtml } from '../../../../core/escapes/html.js';
import { htmlLabel } from '../../math/write.js';
import type { CellStyle, PageLayout } from '../page/layout.js';
import { type Page, planOf, typstPage } from '../page/plan.js';
import { alignedCell, type Alignment, alignmentOf, starred } from './html-cells.js';

export interface HtmlOptions {
  /** Links each number to its model in a list below the table; default true. */
  readonly sources?: boolean | undefined;
}

/** Rules as in print. Stars have no width, so that numbers are aligned. */
const style = [
  '.paper-table{border-collapse:collapse;border-block:.12em solid;font-variant-numeric:tabular-nums}',
  '.paper-table tbody,.paper-table tfoot{border-top:.06em solid}',
  '.paper-table :is(th,td){padding:.1em .7em;text-align:center;font-weight:normal;vertical-align:baseline}',
  '.paper-table :is(th[scope=row],th[scope=rowgroup],tfoot td,thead :first-child){text-align:left}',
  '.paper-table th[scope=row]{word-break:keep-all}',
  '.paper-table th[scope=colgroup]{border-bottom:.06em solid}',
  '.paper-table td sup{display:inline-block;width:0;line-height:0}',
  '.paper-table caption{padding-bottom:.3em}',
  '.paper-table tfoot{font-size:.85em}',
  '.paper-table tfoot p{margin:.2em 0}',
  // A footer group would be repeated on each printed page of the table.
  '@media print{.paper-table tr{break-inside:avoid}.paper-table tfoot{display:table-row-group}}',
].join('\n');

/** How the page that contains the table writes its parts. */
export interface HtmlParts {
  /** Aligns decimal points; the page must have the style of `number` and `tail`. Default false. */
  readonly aligned?: boolean;
  /** Whether notes are written; default true. */
  readonly notes?: boolean;
  /** Attributes that make a number a button, such as `popovertarget`; a number without them is text. */
  readonly button?: (cell: PaperCell) => string | undefined;
  /** The same for the heading of a column, counted from 1. */
  readonly headButton?: (column: number) => string | undefined;
}

/** What the cells of a table are written with. */
interface Writing {
  readonly table: PaperTable;
  readonly parts: HtmlParts;
  readonly alignment: Alignment | undefined;
}

/**
 * A `table` element with its style before it, unless the page has one; `class` names its parts. A table that is split has
 * several, and one with a layout is in a box that scrolls.
 */
export function paperHtml(table: PaperTable, options: HtmlOptions & HtmlParts = {}): string {
  const { layout } = table;
  const head = options.aligned === true ? [] : [`<style>\n${style}\n</style>`];
  if (layout === undefined) return [...head, tableHtml(table, options)].join('\n');
  const parts =
    layout.wide === 'split' ? planOf(table, htmlPage).parts.map((part) => part.table) : [table];
  const tables = parts.map(
    (part) => `<div class="paper-page"${boxStyle(layout)}>\n${tableHtml(part, options)}\n</div>`,
  );
  return [...head, ...tables].join('\n');
}

/** A page of a browser, in pixels. */
const htmlPage: Page = { ...typstPage, width: 800, character: 8, gap: 22 };

/** Family, size and page break of a table. */
function boxStyle({ font = {}, pageBreak }: PageLayout): string {
  const rules = [
    'overflow-x:auto',
    ...(font.family === undefined ? [] : [`font-family:'${font.family}'`]),
    ...(font.size === undefined ? [] : [`font-size:${font.size}pt`]),
    ...(pageBreak === true ? ['break-before:page'] : []),
  ];
  return ` style="${escapedHtml(rules.join(';'))}"`;
}

/** The style of a cell, as an attribute. */
function styleOf({ bold, italic, color, fill }: CellStyle = {}): string {
  const rules = [
    ...(bold === true ? ['font-weight:bold'] : []),
    ...(italic === true ? ['font-style:italic'] : []),
    ...(color === undefined ? [] : [`color:${color}`]),
    ...(fill === undefined ? [] : [`background:${fill}`]),
  ];
  return rules.length === 0 ? '' : ` style="${rules.join(';')}"`;
}

/** Widths of columns in characters. */
function columnsHtml({ layout, head }: PaperTable): string[] {
  const { labels, columns } = layout?.widths ?? {};
  if (labels === undefined && columns === undefined) return [];
  const width = (characters: number | undefined) =>
    characters === undefined ? '<col>' : `<col style="width:${characters}ch">`;
  return [
    `<colgroup>${[labels, ...head[0]!.slice(1).map(() => columns)].map(width).join('')}</colgroup>`,
  ];
}

function tableHtml(
  table: PaperTable,
  { sources = true, ...parts }: HtmlOptions & HtmlParts,
): string {
  const { lines, columns } = gridOf(table);
  const blocks = splitAtRules(lines);
  const shown = sources ? (table.sources ?? []) : [];
  const writing: Writing = {
    table: { ...table, sources: shown },
    parts,
    alignment: parts.aligned === true ? alignmentOf(lines, table.marks) : undefined,
  };
  const caption = table.title === undefined ? [] : [`<caption>${htmlLabel(table.title)}</caption>`];
  const head = blocks.head.map((line) => lineHtml(line, writing));
  const bodies = blocks.bodies.map(
    (body) =>
      `<tbody>\n${body.map((line, i) => lineHtml(line, writing, linesOf(body, i))).join('\n')}\n</tbody>`,
  );
  const notes = parts.notes === false ? [] : table.notes.map((note) => `<p>${htmlLabel(note)}</p>`);
  const words = vocabularyOf(table.language ?? 'en').tables;
  const below = [...notes, ...(shown.length === 0 ? [] : [sourceList(shown, words)])];
  const foot =
    below.length === 0
      ? []
      : [`<tfoot>\n<tr><td colspan="${columns + 1}">${below.join('')}</td></tr>\n</tfoot>`];
  return [
    `<table class="paper-table mathjax_ignore tex2jax_ignore"${table.language === undefined ? '' : ` lang="${table.language}"`}>`,
    ...caption,
    ...columnsHtml(table),
    `<thead>\n${head.join('\n')}\n</thead>`,
    ...bodies,
    ...foot,
    '</table>',
  ].join('\n');
}

/** The models behind the columns, one entry each; a browser opens the list when a link leads into it. */
function sourceList(sources: readonly ColumnSource[], { source: word, parts }: TableWords): string {
  const entries = sources.map((source) => {
    const { column, panel, title, part, depvar, hash } = source;
    const place = panel === undefined ? `(${column})` : `${panel} (${column})`;
    const words = `${place} ${title}${part === undefined ? '' : `, ${parts[part]}`}: ${depvar}`;
    return `<li id="${anchorOf(source)}">${escapedHtml(words)}; ${word.result} <code>${escapedHtml(hash)}</code></li>`;
  });
  return `<details class="sources"><summary>${word.list}</summary><ul>${entries.join('')}</ul></details>`;
}

/** Digits of a hash that distinguish the tables of a page. */
const SHORT_HASH = 12;

const anchorOf = ({ column, hash }: Pick<ColumnSource, 'column' | 'hash'>) =>
  `source-${hash.replace(/\W/g, '').slice(0, SHORT_HASH)}-${column}`;

/** The lines of the head, and those of the body between its rules. */
function splitAtRules(lines: ReturnType<typeof gridOf>['lines']) {
  const head: CellsLine[] = [];
  const bodies: CellsLine[][] = [[]];
  for (const line of lines) {
    if (line.type === 'partial') continue;
    if (line.type === 'rule') {
      if (bodies.at(-1)!.length > 0) bodies.push([]);
    } else if (line.kind === 'head' || line.kind === 'span') head.push(line);
    else bodies.at(-1)!.push(line);
  }
  return { head, bodies: bodies.filter((body) => body.length > 0) };
}

/**
 * Number of lines that a line's label spans, because the lines below it have no label; 0 for a line that is spanned.
 */
function linesOf(body: readonly CellsLine[], place: number): number {
  const isCovered = ({ kind, cells }: CellsLine, i: number) =>
    i > 0 && kind === 'below' && cells[0]!.text === '';
  if (isCovered(body[place]!, place)) return 0;
  const next = body.findIndex((line, i) => i > place && !isCovered(line, i));
  return (next < 0 ? body.length : next) - place;
}

function lineHtml({ kind, cells }: CellsLine, writing: Writing, covers = 1): string {
  const isHead = kind === 'head' || kind === 'span';
  const isGroup = kind === 'group' && cells.slice(1).every(({ text }) => text === '');
  if (isGroup) {
    const [{ text, style }] = cells as [GridCell];
    return `<tr class="group"><th scope="rowgroup" colspan="${cells.length}"${styleOf(style)}>${htmlLabel(text)}</th></tr>`;
  }
  const html = cells.map((cell, j) => {
    if (isHead) return headHtml(cell, kind === 'head' ? writing.parts.headButton?.(j) : undefined);
    if (j === 0) return covers === 0 ? '' : labelHtml(cell, covers);
    return cellHtml(cell, j - 1, writing);
  });
  return `<tr class="${kind}">${html.join('')}</tr>`;
}

function labelHtml({ text, style }: GridCell, lines: number): string {
  const set = (lines > 1 ? ` rowspan="${lines}"` : '') + styleOf(style);
  return text === '' ? `<td${set}></td>` : `<th scope="row"${set}>${htmlLabel(text)}</th>`;
}

function headHtml({ text, span }: GridCell, button: string | undefined): string {
  if (text === '') return `<td${span > 1 ? ` colspan="${span}"` : ''}></td>`;
  const covers = span > 1 ? ` scope="colgroup" colspan="${span}"` : ' scope="col"';
  const words = htmlLabel(text);
  return `<th${covers}>${button === undefined ? words : `<button type="button" ${button}>${words}</button>`}</th>`;
}

/** A cell with the number behind it, its term, its statistic and the hash of its result as data attributes. */
function cellHtml(grid: GridCell, column: number, writing: Writing): string {
  const { text, cell } = grid;
  const { table } = writing;
  const data = (['value', 'name', 'statistic', 'model', 'hash'] as const).map((key) =>
    cell?.[key] === undefined ? '' : ` data-${key}="${escapedHtml(String(cell[key]))}"`,
  );
  const isNumber = numberIn(text, table.marks) === undefined ? '' : ' class="number"';
  const content = contentHtml(grid, column, writing);
  return `<td${isNumber}${data.join('')}${styleOf(grid.style)}>${linked(content, cell, table)}</td>`;
}

/** The text of a cell: a button if it opens something, with its decimal point aligned. */
function contentHtml(grid: GridCell, column: number, { table, parts, alignment }: Writing): string {
  const { text, cell } = grid;
  const set = alignment && alignedCell(grid, column, table.stars, alignment);
  const content = set?.content ?? starred(text, cell, table.stars);
  const style = set === undefined ? '' : ` style="${set.style}"`;
  const button = cell === undefined || text === '' ? undefined : parts.button?.(cell);
  if (button !== undefined) {
    return `<button type="button" class="set" ${button}${style}>${content}</button>`;
  }
  return set === undefined ? content : `<span class="set"${style}>${content}</span>`;
}

/** The content as a link to its source, styled like the surrounding text. */
function linked(
  content: string,
  cell: GridCell['cell'],
  { sources = [], language = 'en', body }: PaperTable,
): string {
  const source = sources.find(
    ({ hash, model }) => hash === cell?.hash && model === cell.model && hash !== undefined,
  );
  if (source === undefined || cell === undefined) return content;
  const { source: word, lines, standardError, statistics, below } = vocabularyOf(language).tables;
  const { name, statistic } = cell;
  const row = body.find(({ label, cells }) => label !== '' && cells.some((c) => c.name === name));
  const numbers = { ...below, ...statistics, estimate: lines.estimate, stdError: standardError };
  const title = [
    `${word.model} ${source.model}`,
    row?.label ?? name,
    statistic === name ? undefined : (entryOf(numbers, statistic ?? '') ?? statistic),
    `${word.result} ${source.hash}`,
  ];
  const words = escapedHtml([...new Set(title)].filter((one) => one !== undefined).join(' · '));
  return `<a class="source" href="#${anchorOf(source)}" title="${words}" style="color:inherit;text-decoration:none">${content}</a>`;
}
