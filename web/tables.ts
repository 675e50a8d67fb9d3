import type { TextTable } from '../bindings/tables/table.js';
import { create } from './elements.js';

/** A table that scrolls sideways, also by the keyboard, where the page is too narrow for it. */
export function scrolling(name: string, table: HTMLTableElement): HTMLElement {
  const frame = create('div', { className: 'scroll', tabIndex: 0, role: 'region' }, table);
  frame.ariaLabel = name;
  return frame;
}

/** A table under its name; the first cell of a row heads the row. */
export function tableElement(name: string, { columns, rows }: TextTable): HTMLElement {
  const className = (j: number) => (columns[j]!.align === 'right' ? 'right' : '');
  const heading = create(
    'tr',
    {},
    ...columns.map((column, j) => heads('col', column.heading, className(j))),
  );
  const body = rows.map((row) =>
    create(
      'tr',
      {},
      ...row.map((text, j) =>
        j === 0 ? heads('row', text) : create('td', { className: className(j) }, text),
      ),
    ),
  );
  const table = create(
    'table',
    {},
    create('caption', {}, name),
    create('thead', {}, heading),
    create('tbody', {}, ...body),
  );
  return scrolling(name, table);
}

/** A cell that heads a row, a column or several. */
export function heads(scope: string, text: string, className = ''): HTMLTableCellElement {
  return create('th', { scope, className }, text);
}
