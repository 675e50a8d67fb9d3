/** The script of a report, which is optional: it sorts tables, and opens details before printing. */
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Sorts the rows of a table's first body by a column: ascending, then descending, then in the original order. Lines
 * below a term move with it, and cells without a number come last.
 */
export const script = `
for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0];
  const head = table.tHead && table.tHead.rows[table.tHead.rows.length - 1];
  if (!body || !head) continue;
  const groups = [];
  for (const row of body.rows) {
    const [label] = row.cells;
    const begins = label.tagName === 'TH' && label.textContent !== '' && label.className !== 'indented';
    if (begins || groups.length === 0) groups.push([row]);
    else groups.at(-1).push(row);
  }
  if (groups.length < 2 || groups.some(([row]) => row.cells.length !== head.cells.length)) continue;
  const keyOf = ([row], column) => {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
  };
  const compare = (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    if (typeof a === 'number') return -1;
    if (typeof b === 'number') return 1;
    return a.localeCompare(b, undefined, { numeric: true });
  };
  [...head.cells].forEach((cell, column) => {
    if (cell.tagName !== 'TH') return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.setAttribute('aria-label', document.body.dataset.sort + ' ' + cell.textContent.trim());
    cell.append(button);
    button.addEventListener('click', () => {
      const next = { ascending: 'descending', descending: undefined }[cell.ariaSort] ?? (cell.ariaSort ? undefined : 'ascending');
      for (const other of head.cells) other.ariaSort = null;
      const sorted = [...groups];
      if (next) {
        cell.ariaSort = next;
        const sign = next === 'ascending' ? 1 : -1;
        sorted.sort((a, b) => {
          const [x, y] = [keyOf(a, column), keyOf(b, column)];
          const order = compare(x, y);
          return typeof x === typeof y ? sign * order : order;
        });
      }
      body.append(...sorted.flat());
    });
  });
}
let opened = [];
addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')];
  for (const one of opened) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of opened) one.open = false;
});
`;

/** The source that a content security policy allows: the SHA-256 of the script. */
export function scriptSource(): string {
  const digest = sha256(new TextEncoder().encode(script));
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`;
}
