/** A table as Typst. */
import { type GridLine, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { typstLabel, typstString } from '../../../../core/escapes/typst.js';
import { partsOf, type Room, roomsOf } from './rooms.js';

export interface TypstOptions {
  /** False leaves out the figure and its caption, for authors who write these; default true. */
  readonly float?: boolean | undefined;
  /** The label of the figure. */
  readonly label?: string | undefined;
}

export function paperTypst(table: PaperTable, { float = true, label }: TypstOptions = {}): string {
  const body = stackOf(table);
  if (!float) return `#${body}`;
  const caption = table.title === undefined ? [] : [`  caption: ${typstString(table.title)},`];
  const named = label === undefined ? ')' : `) ${typstLabel(label)}`;
  // The caption is above its table, wherever the document's other captions are.
  return [
    '#[',
    '#show figure.where(kind: table): set figure.caption(position: top)',
    '#figure(',
    `${indented(body)},`,
    '  kind: table,',
    ...caption,
    named,
    ']',
  ].join('\n');
}

const indented = (text: string) => text.replace(/^/gm, '  ');

/** The table followed by its notes. */
function stackOf(table: PaperTable): string {
  const grid = gridOf(table);
  const rooms = roomsOf(grid, table.marks);
  const notes = table.notes.map(
    (note) => `  align(left, text(size: 0.85em, ${typstString(note)})),`,
  );
  return [
    'stack(',
    '  spacing: 0.6em,',
    '  table(',
    `    columns: ${grid.columns + 1},`,
    `    align: (left, ${'center, '.repeat(grid.columns)}),`,
    '    stroke: none,',
    ...grid.lines
      .flatMap((line) => lineTypst(line, rooms, table.marks))
      .map((line) => `    ${line}`),
    '  ),',
    ...notes,
    ')',
  ].join('\n');
}

function lineTypst(line: GridLine, rooms: readonly Room[], marks: PaperTable['marks']): string[] {
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
    return [`table.cell(colspan: ${line.cells.length}, align: left, emph(${typstString(text)})),`];
  }
  const isHead = line.kind === 'head' || line.kind === 'span';
  const cells = line.cells.map(({ text, span }, j) => {
    if (span > 1) return `table.cell(colspan: ${span}, ${typstString(text)})`;
    return j === 0 || isHead ? typstString(text) : numberTypst(text, rooms[j - 1]!, marks);
  });
  return [`${cells.join(', ')},`];
}

/** The number between hidden characters, which make it as wide as the others on each side of the decimal mark. */
function numberTypst(text: string, room: Room, marks: PaperTable['marks']): string {
  const parts = partsOf(text, marks);
  if (parts === undefined) return typstString(text);
  const before = room.before.slice(0, room.before.length - parts.before.length);
  const after = room.after.slice(parts.after.length);
  const hidden = (more: string) => (more === '' ? [] : [`hide(${typstString(more)})`]);
  const shown = typstString(text.replace(/-(?=\d)/, '\u2212'));
  return `box(${[...hidden(before), shown, ...hidden(after)].join(' + ')})`;
}
