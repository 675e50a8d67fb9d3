/** A document as Markdown, with the same words and digits as its text. */
import type { Block, Document, TableBlock } from '../document.js';

/**
 * What Markdown would read as markup: code, cells, links, and emphasis, which needs a star that opens or an underscore
 * that closes. Other brackets, stars and underscores mean nothing and stay.
 */
const markup = /[\\`|]|(?<=\])[[(:]|[*~]+(?=[^\s*~])|(?<=[^\s_])_+(?![\p{L}\p{N}_])/gu;

/** Words that a Markdown page shows as they are, with tags and entities of HTML as text. */
function escaped(words: string): string {
  return words
    .replace(markup, (characters) => characters.replace(/./g, '\\$&'))
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=[a-z/!?])/gi, '&lt;');
}

function tableMarkdown({ columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]) =>
    `| ${columns.map((_, j) => escaped(cells[j] ?? '')).join(' | ')} |`;
  const rule = columns.map(({ align }) => (align === 'left' ? ':--' : '--:'));
  const body = rows.map(({ cells }) => line(cells.map(({ text }) => text)));
  return [line(columns.map(({ heading }) => heading)), line(rule), ...body].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${escaped(item)}`).join('\n');
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'facts':
      return list(block.facts.map(({ label, words }) => `${label}: ${words}`));
    case 'table':
      return tableMarkdown(block);
    case 'text':
      return block.paragraphs.map(escaped).join('\n\n');
    case 'notes':
      return list(block.notes);
    case 'warnings':
      return list(block.warnings.map((one) => `warning: ${one}`));
  }
}

export function writeMarkdown({ title, blocks, footer }: Document): string {
  return [
    `### ${escaped(title)}`,
    ...blocks.map(blockMarkdown),
    ...(footer === undefined ? [] : [escaped(footer)]),
  ].join('\n\n');
}
