/** A document as a page for a terminal. */
import type { Block, Document } from '../document.js';
import { factLines, type Page, tableParts } from './layout.js';
import { wrap } from './measure.js';

/** The lines of a block. Notes directly follow the previous block; other blocks follow an empty line. */
function blockLines(block: Block, { bold, dim, yellow }: Colors, page: Page): string[] {
  const hanging = (text: string) => wrap(text, page.width, '  ');
  switch (block.type) {
    case 'facts':
      return ['', ...factLines(block.facts, page)];
    case 'table':
      return tableParts(block, page).flatMap(({ heading, lines }) => [
        '',
        ...heading.map(bold),
        ...lines,
      ]);
    case 'text':
      return block.paragraphs.flatMap((paragraph) => ['', ...wrap(paragraph, page.width)]);
    case 'notes': {
      const lines = block.notes.flatMap(hanging);
      return block.legend === true ? lines.map(dim) : lines;
    }
    case 'warnings':
      return [
        '',
        ...block.warnings
          .flatMap((one) => hanging(`${page.warning ?? 'warning: '}${one}`))
          .map(yellow),
      ];
  }
}

/** Lines are as long as the page allows, unless a word or a number is longer. With `color` escape codes for a terminal. */
export function writeText(
  { title, blocks, footer }: Document,
  { color, ...page }: Page & { readonly color: boolean },
): string {
  const colors = colorsOf(color);
  return [
    ...wrap(title, page.width, '  ').map(colors.bold),
    ...blocks.flatMap((block) => blockLines(block, colors, page)),
    ...(footer === undefined ? [] : ['', ...wrap(footer, page.width, '  ').map(colors.dim)]),
  ].join('\n');
}

/**
 * Colours of a terminal. The package picocolors reads the environment when it is imported, for which Deno requires a
 * permission; so only the command line imports it.
 */
interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly yellow: (text: string) => string;
}

function colorsOf(enabled: boolean): Colors {
  const between = (start: number, end: number) => (text: string) =>
    enabled ? `\x1b[${start}m${text}\x1b[${end}m` : text;
  return { bold: between(1, 22), dim: between(2, 22), yellow: between(33, 39) };
}
