/** A result's document as elements of the page. */
import type {
  Block,
  Document,
  FactsBlock,
  TableBlock,
  TableColumn,
  TableRow,
} from 'wasmetrics/report';
import { create, note } from './elements.js';

/** Title and warnings, then the other blocks in their order. */
export function documentElements(document: Document, heading: 'h2' | 'h3'): HTMLElement[] {
  const { title, blocks, footer } = document;
  const isWarning = ({ type }: Block) => type === 'warnings';
  const ordered = [...blocks.filter(isWarning), ...blocks.filter((block) => !isWarning(block))];
  return [
    create(heading, {}, title),
    ...ordered.flatMap(blockElements),
    ...(footer === undefined ? [] : [note(footer)]),
  ];
}

function blockElements(block: Block): HTMLElement[] {
  switch (block.type) {
    case 'facts':
      return [factList(block)];
    case 'table':
      return [scrollingTable(block)];
    case 'text':
      return block.paragraphs.map((paragraph) => create('p', {}, paragraph));
    case 'notes':
      return block.notes.map(note);
    case 'warnings':
      return block.warnings.map((warning) =>
        create('p', { className: 'notice' }, `Warning: ${warning}`),
      );
  }
}

function factList({ facts }: FactsBlock): HTMLElement {
  const parts = facts.flatMap(({ label, words }) => [
    create('dt', {}, label),
    create('dd', {}, words),
  ]);
  return create('dl', {}, ...parts);
}

/** A table under its name. It scrolls sideways, with the keyboard too, if the page is too narrow. */
function scrollingTable({ name, columns, rows }: TableBlock): HTMLElement {
  const headings = columns.map((column) => head('col', column.heading, sideOf(column)));
  const table = create(
    'table',
    {},
    create('caption', {}, name),
    create('thead', {}, create('tr', {}, ...headings)),
    create('tbody', {}, ...rows.map((row) => rowElement(columns, row))),
  );
  const frame = create('div', { className: 'scroll', tabIndex: 0, role: 'region' }, table);
  frame.ariaLabel = name;
  return frame;
}

function sideOf({ align }: TableColumn): string {
  return align === 'left' ? '' : 'right';
}

/** The first cell is the row's heading; rows that belong to the row above are indented and paler. */
function rowElement(columns: readonly TableColumn[], { cells, level = 0 }: TableRow): HTMLElement {
  const elements = columns.map((column, j) => {
    const text = cells[j]?.text ?? '';
    return j === 0 ? head('row', text) : create('td', { className: sideOf(column) }, text);
  });
  return create('tr', { className: level > 0 ? 'below' : '' }, ...elements);
}

/** The heading cell of a row or a column. */
function head(scope: string, text: string, className = ''): HTMLTableCellElement {
  return create('th', { scope, className }, text);
}
