/** A document whose texts show every character: names of columns, levels and units come from files. */
import { visibleLine, visibleMessage } from '../../core/text/visible.js';
import type { Block, Cell, Document, TableBlock } from './document.js';

/** The document with control characters and other invisible ones in its texts as escapes such as `\u001b`. */
export function visibleDocument({ title, blocks, footer, ...rest }: Document): Document {
  return {
    ...rest,
    title: visibleLine(title),
    blocks: blocks.map(visibleBlock),
    ...(footer !== undefined && { footer: visibleLine(footer) }),
  };
}

function visibleBlock(block: Block): Block {
  switch (block.type) {
    case 'facts': {
      const facts = block.facts.map(({ label, words }) => ({
        label: visibleLine(label),
        words: visibleMessage(words),
      }));
      return { ...block, facts };
    }
    case 'table':
      return visibleTable(block);
    case 'text':
      return { ...block, paragraphs: block.paragraphs.map(visibleMessage) };
    case 'notes':
      return { ...block, notes: block.notes.map(visibleMessage) };
    case 'warnings':
      return { ...block, warnings: block.warnings.map(visibleMessage) };
  }
}

function visibleTable(block: TableBlock): TableBlock {
  return {
    ...block,
    name: visibleLine(block.name),
    columns: block.columns.map(({ heading, ...rest }) => ({
      ...rest,
      heading: visibleLine(heading),
    })),
    rows: block.rows.map(({ cells, ...rest }) => ({ ...rest, cells: cells.map(visibleCell) })),
  };
}

function visibleCell(cell: Cell): Cell {
  return { ...cell, text: visibleLine(cell.text) };
}
