/** A table as HTML: header cells with their scope, and stars in words for screen readers. */
import { type CellsLine, type GridCell, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { escapedHtml } from './escape.js';

/** A `table` element without a style; `class` names its parts. */
export function paperHtml(table: PaperTable): string {
  const { lines, columns } = gridOf(table);
  const parts = splitAtRules(lines);
  const caption =
    table.title === undefined ? [] : [`<caption>${escapedHtml(table.title)}</caption>`];
  const head = parts.head.map((line) => lineHtml(line, table));
  const bodies = parts.bodies.map(
    (body) => `<tbody>\n${body.map((line) => lineHtml(line, table)).join('\n')}\n</tbody>`,
  );
  const notes = table.notes.map((note) => `<p>${escapedHtml(note)}</p>`);
  const foot =
    notes.length === 0
      ? []
      : [`<tfoot>\n<tr><td colspan="${columns + 1}">${notes.join('')}</td></tr>\n</tfoot>`];
  return [
    '<table class="paper-table">',
    ...caption,
    `<thead>\n${head.join('\n')}\n</thead>`,
    ...bodies,
    ...foot,
    '</table>',
  ].join('\n');
}

/** The lines of the head, and those of the body between its rules. */
function splitAtRules(lines: ReturnType<typeof gridOf>['lines']) {
  const head: CellsLine[] = [];
  const bodies: CellsLine[][] = [[]];
  for (const line of lines) {
    if (line.type === 'partial') continue;
    if (line.type === 'rule') {
      if (bodies.at(-1)!.length > 0) bodies.push([]);
    } else if (line.kind === 'head' || line.kind === 'span') head.push(line);
    else bodies.at(-1)!.push(line);
  }
  return { head, bodies: bodies.filter((body) => body.length > 0) };
}

function lineHtml({ kind, cells }: CellsLine, table: PaperTable): string {
  const isHead = kind === 'head' || kind === 'span';
  const html = cells.map((cell, j) => {
    if (isHead) return headHtml(cell);
    if (j === 0 && kind !== 'below') return `<th scope="row">${escapedHtml(cell.text)}</th>`;
    return cellHtml(cell, table);
  });
  return `<tr class="${kind}">${html.join('')}</tr>`;
}

function headHtml({ text, span }: GridCell): string {
  if (text === '') return `<td${span > 1 ? ` colspan="${span}"` : ''}></td>`;
  const covers = span > 1 ? ` scope="colgroup" colspan="${span}"` : ' scope="col"';
  return `<th${covers}>${escapedHtml(text)}</th>`;
}

/** A cell with the number behind it, its term and its statistic as data attributes. */
function cellHtml({ text, cell }: GridCell, { stars }: PaperTable): string {
  const printed = cell?.stars ?? '';
  const bound = printed === '' ? undefined : stars[printed];
  const number = bound === undefined ? text : text.slice(0, -printed.length);
  const meaning = `p &lt; ${bound}`;
  const mark =
    bound === undefined
      ? ''
      : `<sup aria-label="${meaning}" title="${meaning}">${escapedHtml(printed)}</sup>`;
  const data = [
    ['value', cell?.value],
    ['name', cell?.name],
    ['statistic', cell?.statistic],
  ].flatMap(([key, value]) =>
    value === undefined ? [] : [` data-${String(key)}="${escapedHtml(String(value))}"`],
  );
  return `<td${data.join('')}>${escapedHtml(number.replace(/-(?=\d)/g, '\u2212'))}${mark}</td>`;
}
