/** A table as Typst. */
import { type GridLine, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { typstLabel, typstString } from '../../../../core/escapes/typst.js';
import { typstLabel as labelOf } from '../../math/write.js';
import type { CellStyle } from '../page/layout.js';
import { type PagePart, type PagePlan, planOf, typstPage } from '../page/plan.js';
import { partsOf, type Room, roomsOf } from './rooms.js';

export interface TypstOptions {
  /** False leaves out the figure and its caption, for authors who write these; default true. */
  readonly float?: boolean | undefined;
  /** The label of the figure. */
  readonly label?: string | undefined;
}

export function paperTypst(table: PaperTable, options: TypstOptions = {}): string {
  const { float = true, label } = options;
  const plan = planOf(table, typstPage, float);
  const parts = plan.parts.map((part, i) =>
    partTypst(part, plan, { float, ...(i === 0 && { label }) }),
  );
  const starts = table.layout?.pageBreak === true ? ['#pagebreak(weak: true)'] : [];
  return [...starts, ...parts].join('\n\n');
}

function partTypst(
  { table, size }: PagePart,
  plan: PagePlan,
  { float, label }: TypstOptions,
): string {
  const body = stackOf(table, size);
  if (float === false) return `#${body}`;
  const caption = table.title === undefined ? [] : [`  caption: ${labelOf(table.title)},`];
  const named = label === undefined ? ')' : `) ${typstLabel(label)}`;
  // The caption is above its table, wherever the document's other captions are.
  const figure = [
    '#[',
    ...(table.language === undefined ? [] : [`#set text(lang: "${table.language}")`]),
    '#show figure.where(kind: table): set figure.caption(position: top)',
    ...(plan.isLong || plan.kind === 'sideways'
      ? ['#show figure.where(kind: table): set block(breakable: true)']
      : []),
    '#figure(',
    `${indented(body)},`,
    '  kind: table,',
    ...caption,
    named,
    ']',
  ];
  return (plan.kind === 'sideways' ? ['#page(flipped: true)[', ...figure, ']'] : figure).join('\n');
}

const indented = (text: string) => text.replace(/^/gm, '  ');

/** The table followed by its notes. A table that is too wide has letters as small as the page needs. */
function stackOf(table: PaperTable, share: number): string {
  const notes = table.notes.map((note) => `  align(left, text(size: 0.85em, ${labelOf(note)})),`);
  const { family, size } = table.layout?.font ?? {};
  const points = size === undefined ? `${share.toFixed(2)}em` : `${(size * share).toFixed(1)}pt`;
  const font = [
    ...(family === undefined ? [] : [`font: ${typstString(family)}`]),
    ...(size === undefined && share === 1 ? [] : [`size: ${points}`]),
  ];
  const body = tableTypst(table);
  return [
    'stack(',
    '  spacing: 0.6em,',
    ...(font.length === 0
      ? [`${indented(body)},`]
      : [`  text(${font.join(', ')}, ${indented(body).trim()}),`]),
    ...notes,
    ')',
  ].join('\n');
}

/** Characters in em, for columns of a given width. */
const EM_PER_CHARACTER = 0.5;

function tableTypst(table: PaperTable): string {
  const grid = gridOf(table);
  const rooms = roomsOf(grid, table.marks);
  const { labels, columns } = table.layout?.widths ?? {};
  const widthOf = (characters: number | undefined) =>
    characters === undefined ? 'auto' : `${characters * EM_PER_CHARACTER}em`;
  const each = widthOf(columns);
  const widths =
    labels === undefined && columns === undefined
      ? String(grid.columns + 1)
      : `(${[widthOf(labels), ...Array.from({ length: grid.columns }, () => each)].join(', ')})`;
  const nhead = grid.lines.findIndex((line) => line.type === 'rule' && line.weight === 'light') + 1;
  const lines = grid.lines.map((line, i) =>
    lineTypst(line, rooms, table.marks, linesBelow(grid.lines, i)),
  );
  return [
    'table(',
    `  columns: ${widths},`,
    `  align: (left, ${'center, '.repeat(grid.columns)}),`,
    '  stroke: none,',
    '  inset: (x: 0.45em, y: 0.3em),',
    '  table.header(',
    ...lines
      .slice(0, nhead)
      .flat()
      .map((line) => `    ${line}`),
    '  ),',
    ...lines
      .slice(nhead)
      .flat()
      .map((line) => `  ${line}`),
    ')',
  ].join('\n');
}

/** How many lines stand below an estimate. */
function linesBelow(lines: readonly GridLine[], place: number): number {
  const isBelow = (line: GridLine | undefined) => line?.type === 'cells' && line.kind === 'below';
  let next = place + 1;
  while (isBelow(lines[next])) next++;
  return next - place - 1;
}

/** A line; the label of an estimate extends over the lines below it, so that no page ends between them. */
function lineTypst(
  line: GridLine,
  rooms: readonly Room[],
  marks: PaperTable['marks'],
  nbelow: number,
): string[] {
  if (line.type === 'rule') {
    return [`table.hline(stroke: ${line.weight === 'heavy' ? '0.08em' : '0.05em'}),`];
  }
  if (line.type === 'partial') {
    return line.over.map(
      ([first, last]) => `table.hline(start: ${first}, end: ${last + 1}, stroke: 0.03em),`,
    );
  }
  const isTitle = line.kind === 'group' && line.cells.slice(1).every(({ text }) => text === '');
  if (isTitle) {
    const { text } = line.cells[0]!;
    return [`table.cell(colspan: ${line.cells.length}, align: left, emph(${labelOf(text)})),`];
  }
  const isHead = line.kind === 'head' || line.kind === 'span';
  const cells = line.cells.flatMap(({ text, span, style }, j) => {
    if (j === 0 && line.kind === 'below') return [];
    if (j === 0 && nbelow > 0) {
      const fill = style?.fill === undefined ? '' : `, fill: rgb("${style.fill}")`;
      const label = styled(labelOf(text), { ...style, fill: undefined });
      return `table.cell(rowspan: ${nbelow + 1}, breakable: false${fill}, ${label})`;
    }
    if (span > 1) return `table.cell(colspan: ${span}, ${labelOf(text)})`;
    const content = j === 0 || isHead ? labelOf(text) : numberTypst(text, rooms[j - 1]!, marks);
    return style === undefined ? content : styled(content, style);
  });
  return [`${cells.join(', ')},`];
}

/** The number between hidden characters, which make it as wide as the others on each side of the decimal mark. */
function numberTypst(text: string, room: Room, marks: PaperTable['marks']): string {
  const parts = partsOf(text, marks);
  if (parts === undefined) return labelOf(text);
  const before = room.before.slice(0, room.before.length - parts.before.length);
  const after = room.after.slice(parts.after.length);
  const hidden = (more: string) => (more === '' ? [] : [`hide(${typstString(more)})`]);
  const shown = typstString(text.replace(/-(?=\d)/, '\u2212'));
  return `box(${[...hidden(before), shown, ...hidden(after)].join(' + ')})`;
}

function styled(content: string, { bold, italic, color, fill }: CellStyle): string {
  const keys = [
    ...(bold === true ? ['weight: "bold"'] : []),
    ...(italic === true ? ['style: "italic"'] : []),
    ...(color === undefined ? [] : [`fill: rgb("${color}")`]),
  ];
  const text = keys.length === 0 ? content : `text(${keys.join(', ')}, ${content})`;
  return fill === undefined ? text : `table.cell(fill: rgb("${fill}"), ${text})`;
}
