/** Tables in Markdown: lines of cells between bars. */
import { type Grid, spread, tidy } from './grid.js';

/** With plus signs in tables of org-mode. */
const separator = /^\|? ?:?-{2,}:? ?([|+] ?:?-+:? ?)*\|?$/;

export function readMarkdown(text: string, name: string): Grid[] {
  const lines = text.split(/\r?\n/);
  const grids: Grid[] = [];
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    const isGrid = isBorder(lines[i]!) && isRow(lines[i + 1] ?? '');
    const next = lines[i + 1] ?? '';
    if (!isGrid && !(isRow(lines[i]!) && isRow(next) && isSeparator(next))) continue;
    let end = i + 1;
    while (end < lines.length && (isRow(lines[end]!) || isBorder(lines[end]!))) end++;
    const rows = lines
      .slice(i, end)
      .filter((line) => !isBorder(line) && !isSeparator(line))
      .map(cellsOf);
    const before = lastLine(lines.slice(from, i));
    const after = notesAfter(lines, end);
    grids.push({
      table: `${name} ${grids.length + 1}`,
      rows: spread(rows.map((row) => row.map((cell) => ({ text: cell, columns: 1 })))),
      title: before,
      notes: [before, after].filter(Boolean).join('\n'),
    });
    from = end;
    i = end - 1;
  }
  return grids.length === 1 ? [{ ...grids[0]!, table: name }] : grids;
}

/** A line between the rows of a grid table. */
const border = /^\+(?:[-=:]+\+)+$/;

const isSeparator = (line: string) => separator.test(tidy(line));
const isBorder = (line: string) => border.test(line.trim());

function isRow(line: string): boolean {
  return line.includes('|') && line.trim() !== '';
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(^|[^\\])\|$/, '$1');
  return inner.split(/(?<!\\)\|/).map((cell) => plain(cell));
}

/** Without the marks of Markdown and HTML. */
function plain(text: string): string {
  return tidy(
    text
      .trim()
      .replace(/\\$/, '')
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/<\/?(sup|sub|em|strong|b|i|span)\b[^>]{0,500}>/gi, '')
      .replace(/&nbsp;|&#160;/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/\$\^\{?([^$}]*)\}?\$/g, '$1')
      .replace(/^\*\*(.+)\*\*$/, '$1')
      .replace(/\\([\\`*_{}[\]()#+\-.!|~<>$^])/g, '$1'),
  );
}

function lastLine(lines: readonly string[]): string {
  const line = lines.filter((one) => one.trim() !== '').at(-1) ?? '';
  return plain(line.replace(/^#+\s*|^(Table)?:\s*/, ''));
}

/** The lines after a table up to a heading or the next table. */
function notesAfter(lines: readonly string[], from: number): string {
  const notes: string[] = [];
  for (let i = from; i < lines.length && notes.length < mostNotes; i++) {
    const line = lines[i]!;
    if (line.startsWith('#') || (isRow(line) && isSeparator(lines[i + 1] ?? ''))) break;
    const note = plain(line);
    if (note !== '') notes.push(note);
  }
  return notes.join('\n');
}

/** Most lines of notes. */
const mostNotes = 12;
