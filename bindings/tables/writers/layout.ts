/** Aligned lines of text. */
import type { Align, Cell, TableBlock, TableColumn, Fact, TableRow } from '../document.js';

/** Characters of the longest line of text. */
export const width = 98;
/** Characters of a label and the space after it, at least. */
const labelWidth = 14;
const gap = '  ';

/** The text of a row's cells, the first indented by two spaces a level. */
function textsOf({ cells, level = 0 }: TableRow): string[] {
  const [first, ...others] = cells.map(({ text }: Cell) => text);
  return [gap.repeat(level) + (first ?? ''), ...others];
}

function pad(text: string, size: number, align: Align): string {
  return align === 'left' ? text.padEnd(size) : text.padStart(size);
}

/** Texts with room for the stars of their column, so that decimal points stay below each other. */
function withStars(
  texts: readonly (readonly string[])[],
  columns: readonly TableColumn[],
): (readonly string[])[] {
  const starsOf = (text: string | undefined) => /\**$/.exec(text ?? '')![0].length;
  const most = columns.map(({ align }, j) =>
    align === 'left' ? 0 : Math.max(0, ...texts.map((cells) => starsOf(cells[j]))),
  );
  if (most.every((stars) => stars === 0)) return [...texts];
  return texts.map((cells) =>
    cells.map((cell, j) => cell + ' '.repeat(Math.max(0, most[j]! - starsOf(cell)))),
  );
}

/**
 * The heading line and the lines of the rows: columns two spaces apart, nothing trailing. A row that is too long goes on
 * below its last column where that holds words.
 */
export function tableLines(columns: readonly TableColumn[], rows: readonly TableRow[]): string[] {
  const texts = withStars(rows.map(textsOf), columns);
  const headings = columns.map(({ heading }) => heading);
  const widths = headings.map((heading, j) =>
    Math.max(heading.length, ...texts.map((cells) => cells[j]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, j) => pad(cells[j] ?? '', widths[j]!, align))
      .join(gap)
      .trimEnd();
  const start = widths.slice(0, -1).reduce((sum, size) => sum + size + gap.length, 0);
  const wraps = columns.at(-1)?.align === 'left' && start < (2 * width) / 3;
  return [
    line(headings),
    ...texts.map(line).flatMap((one) => (wraps ? wrap(one, width, ' '.repeat(start)) : [one])),
  ];
}

/** True if no line of the table is longer than a page. */
export function fitsPage({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>): boolean {
  return tableLines(columns, rows).every((line) => line.length <= width);
}

/** Break at spaces into lines of at most `size` characters; later lines start with `indent`. */
export function wrap(text: string, size: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > size && line !== '') {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** `label         words` for each fact, later lines under the words. */
export function factLines(facts: readonly Fact[]): string[] {
  const start = Math.max(labelWidth, ...facts.map(({ label }) => label.length + gap.length));
  return facts.flatMap(({ label, words }) =>
    wrap(words, width - start).map((line, i) => (i === 0 ? label : '').padEnd(start) + line),
  );
}
