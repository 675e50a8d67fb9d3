/** Writes a document, such as a report on a result, as HTML. */
import type { Block, Document, TableBlock, TableRow } from '../../tables/document.js';
import type { GridLine } from '../../tables/paper/grid.js';
import { alignedCell, alignmentOf } from '../../tables/paper/writers/html-cells.js';
import { html, scrollBox } from './page.js';

/**
 * The blocks of a document. `labelledBy` names the regions of its tables; with `open`, facts are not wrapped in
 * details.
 */
export function documentHtml({ blocks }: Document, labelledBy: string): string {
  return blocks.map((block) => blockHtml(block, labelledBy)).join('\n');
}

function blockHtml(block: Block, labelledBy: string): string {
  switch (block.type) {
    case 'facts':
      return `<dl class="facts">${block.facts
        .map(({ label, words }) => `<div><dt>${html(label)}</dt><dd>${html(words)}</dd></div>`)
        .join('')}</dl>`;
    case 'table':
      return scrollBox(labelledBy, tableHtml(block));
    case 'text':
      return block.paragraphs.map((words) => `<p>${html(words)}</p>`).join('\n');
    case 'notes':
      return `<div class="notes">${block.notes.map((note) => `<p>${html(note)}</p>`).join('')}</div>`;
    case 'warnings':
      return `<ul class="warnings">${block.warnings.map((one) => `<li>${html(one)}</li>`).join('')}</ul>`;
  }
}

/** A table whose rows begin with a heading; a row below another is indented. */
function tableHtml({ name, columns, rows }: TableBlock): string {
  const lines = rows.map(({ cells }): GridLine => ({
    type: 'cells',
    kind: 'text',
    cells: columns.map((_, j) => ({ text: cells[j]?.text ?? '', span: 1 })),
  }));
  const alignment = alignmentOf(lines);
  const cellHtml = ({ cells }: TableRow, j: number) => {
    const { text = '', value } = cells[j] ?? {};
    const data = value === undefined || !Number.isFinite(value) ? '' : ` data-value="${value}"`;
    if (columns[j]!.align === 'left') return `<td class="words"${data}>${html(text)}</td>`;
    const set = alignedCell({ text, span: 1 }, j - 1, {}, alignment);
    const content =
      set === undefined
        ? html(text)
        : `<span class="set" style="${set.style}">${set.content}</span>`;
    return `<td class="number"${data}>${content}</td>`;
  };
  const body = rows.map((row) => {
    const indent = row.level === undefined || row.level === 0 ? '' : ' class="indented"';
    const label = `<th scope="row"${indent}>${html(row.cells[0]?.text ?? '')}</th>`;
    return `<tr>${label}${columns
      .slice(1)
      .map((_, j) => cellHtml(row, j + 1))
      .join('')}</tr>`;
  });
  const heads = columns.map(({ heading, align }) => {
    const words = align === 'left' ? ' class="words"' : '';
    return heading === '' ? `<td${words}></td>` : `<th scope="col"${words}>${html(heading)}</th>`;
  });
  return [
    '<table>',
    `<caption class="hidden">${html(name)}</caption>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}
