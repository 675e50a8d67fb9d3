/** A table as a Quarto partial with a version for each output format. */
import { badArgument } from '../../../../core/arguments/arguments.js';
import { plainLabel } from '../../math/write.js';
import { withPlainLabels } from '../plain.js';
import type { PaperTable } from '../table.js';
import { asLine, escapedMarkdown } from '../../../../core/escapes/markdown.js';
import { paperHtml } from './html.js';
import { type LatexOptions, paperLatex } from './latex.js';
import { paperMarkdown } from './markdown.js';
import { paperTypst } from './typst.js';
import { quartoLabelLetters } from '../../../../words/expectations/paper/tables.js';

/** Formats with a separate version; others use the pipe table. */
const formatParts = ['html', 'pdf', 'typst'] as const;

/**
 * A division with the table in HTML, LaTeX, Typst and Markdown. The caption and the label, which starts with `tbl-`, are
 * Quarto's.
 */
export function paperQuarto(
  { title, ...table }: PaperTable,
  { label, tabularray }: LatexOptions = {},
): string {
  const id = label === undefined ? '' : `{#${quartoLabel(label)}}`;
  const body = [
    rawBlock('html', paperHtml(table)),
    rawBlock('latex', paperLatex(table, { float: false, tabularray })),
    rawBlock('typst', paperTypst(table, { float: false })),
    hidden(paperMarkdown(withPlainLabels(table))),
  ];
  const caption = title === undefined ? [] : [asLine(escapedMarkdown(plainLabel(title)))];
  const starts = table.layout?.pageBreak === true ? ['{{< pagebreak >}}'] : [];
  if (id === '') return [...starts, ...body, ...caption].join('\n\n');
  return [...starts, `:::: ${id}`, ...body, ...caption, '::::'].join('\n\n');
}

/** A label that Quarto can refer to. @throws InputError `bad-value` */
function quartoLabel(label: string): string {
  if (!/^[\p{L}\p{N}_.:-]*$/u.test(label)) {
    throw badArgument('render', 'label', quartoLabelLetters(), label);
  }
  return label.startsWith('tbl-') ? label : `tbl-${label}`;
}

function rawBlock(format: string, text: string): string {
  return `\`\`\`{=${format}}\n${text}\n\`\`\``;
}

/** Content for formats without a separate version; Quarto allows one condition per division. */
function hidden(markdown: string): string {
  const fences = formatParts.map((format, i) => ({
    fence: ':'.repeat(3 + 2 * (formatParts.length - i)),
    format,
  }));
  const open = fences.map(
    ({ fence, format }) => `${fence} {.content-hidden when-format="${format}"}`,
  );
  const close = [...fences].reverse().map(({ fence }) => fence);
  return [...open, markdown, ...close].join('\n\n');
}
