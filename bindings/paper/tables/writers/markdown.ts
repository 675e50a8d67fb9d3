/** A document as Markdown, with the same words and digits as its text. */
import { asLine, readableMarkdown } from '../../../core/escapes/markdown.js';
import type { Block, Document, TableBlock } from '../document.js';

function tableMarkdown({ columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]) =>
    `| ${columns.map((_, j) => readableMarkdown(cells[j] ?? '')).join(' | ')} |`;
  const rule = columns.map(({ align }) => (align === 'left' ? ':--' : '--:'));
  const body = rows.map(({ cells }) => line(cells.map(({ text }) => text)));
  return [line(columns.map(({ heading }) => heading)), `| ${rule.join(' | ')} |`, ...body].join(
    '\n',
  );
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${asLine(readableMarkdown(item))}`).join('\n');
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'facts':
      return list(block.facts.map(({ label, words }) => `${label}: ${words}`));
    case 'table':
      return tableMarkdown(block);
    case 'text':
      return block.paragraphs.map((text) => asLine(readableMarkdown(text))).join('\n\n');
    case 'notes':
      return list(block.notes);
    case 'warnings':
      return list(block.warnings.map((one) => `warning: ${one}`));
  }
}

export function writeMarkdown({ title, blocks, footer }: Document): string {
  return [
    `### ${readableMarkdown(title)}`,
    ...blocks.map(blockMarkdown),
    ...(footer === undefined ? [] : [asLine(readableMarkdown(footer))]),
  ].join('\n\n');
}
