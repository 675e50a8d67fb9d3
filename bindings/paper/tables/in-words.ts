/** A draft in the words of a language. */
import { type Phrase, textOf } from '../../words/phrase.js';
import { visibleLine, visibleMessage } from '../../words/text/visible.js';
import type { Block, Document, TableBlock } from './document.js';
import type { Block as BlockDraft, Document as Draft, TableBlock as TableDraft } from './draft.js';

type Names = (name: string) => string;
type Says = (phrase: Phrase) => string;

/**
 * The draft in words, with the labels of the variables that its tables name; invisible characters in its texts are
 * escaped, such as `\u001b`.
 */
export function written(
  { title, blocks, footer, ...rest }: Draft,
  says: Says,
  label: Names,
): Document {
  return {
    ...rest,
    title: visibleLine(says(title)),
    blocks: blocks.map((block) => writtenBlock(block, says, label)),
    ...(footer !== undefined && { footer: visibleLine(says(footer)) }),
  };
}

function writtenBlock(block: BlockDraft, says: Says, label: Names): Block {
  const message = (phrase: Phrase) => visibleMessage(says(phrase));
  switch (block.type) {
    case 'facts': {
      const facts = block.facts.map((fact) => ({
        label: visibleLine(says(fact.label)),
        words: message(fact.words),
      }));
      return { ...block, facts };
    }
    case 'table':
      return inWords(block, says, label);
    case 'text':
      return { ...block, paragraphs: block.paragraphs.map(message) };
    case 'notes':
      return { ...block, notes: block.notes.map(message) };
    case 'warnings':
      return { ...block, warnings: block.warnings.map(message) };
  }
}

/** A table in words. */
export function inWords(block: TableDraft, says: Says = textOf, label?: Names): TableBlock {
  const line = (phrase: Phrase, isVariable: true | undefined) => {
    const text = says(phrase);
    return visibleLine(isVariable === true && label !== undefined ? label(text) : text);
  };
  return {
    ...block,
    name: visibleLine(says(block.name)),
    columns: block.columns.map((column) => ({
      ...column,
      heading: line(column.heading, column.variable),
    })),
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: line(cell.text, cell.variable) })),
    })),
  };
}
