/** A document as a page for a terminal. */
import pc from 'picocolors';
import type { Block, Document } from '../document.js';
import { factLines, tableLines, width, wrap } from './layout.js';

type Colors = ReturnType<typeof pc.createColors>;

const hanging = (text: string) => wrap(text, width, '  ');

/** The lines of a block. Notes follow the block before them, other blocks come after an empty line. */
function blockLines(block: Block, { bold, dim, yellow }: Colors): string[] {
  switch (block.type) {
    case 'facts':
      return ['', ...factLines(block.facts)];
    case 'table': {
      const [heading, ...rows] = tableLines(block.columns, block.rows);
      return ['', bold(heading!), ...rows];
    }
    case 'text':
      return block.paragraphs.flatMap((paragraph) => ['', ...wrap(paragraph, width)]);
    case 'notes': {
      const lines = block.notes.flatMap(hanging);
      return block.legend === true ? lines.map(dim) : lines;
    }
    case 'warnings':
      return ['', ...block.warnings.flatMap((one) => hanging(`warning: ${one}`)).map(yellow)];
  }
}

/** Lines have at most 98 characters, unless a table or a word is wider. With `color` escape codes for a terminal. */
export function writeText({ title, blocks, footer }: Document, color: boolean): string {
  const colors = pc.createColors(color);
  return [
    colors.bold(title),
    ...blocks.flatMap((block) => blockLines(block, colors)),
    ...(footer === undefined ? [] : ['', colors.dim(footer)]),
  ].join('\n');
}
