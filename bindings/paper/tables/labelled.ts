import type { Block, Document, TableBlock } from './document.js';

type Label = (name: string) => string;

/** The document with `label` of each variable that its tables name. */
export function labelled(document: Document, label: Label): Document {
  return { ...document, blocks: document.blocks.map((block) => labelledBlock(block, label)) };
}

function labelledBlock(block: Block, label: Label): Block {
  return block.type === 'table' ? labelledTable(block, label) : block;
}

function labelledTable(block: TableBlock, label: Label): TableBlock {
  const columns = block.columns.map((column) =>
    column.variable === true ? { ...column, heading: label(column.heading) } : column,
  );
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell.variable === true ? { ...cell, text: label(cell.text) } : cell,
    ),
  }));
  return { ...block, columns, rows };
}
