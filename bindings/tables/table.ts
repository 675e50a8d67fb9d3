/** Aligned text from rows of cells. */

export type Align = 'left' | 'right';

export interface Column {
  readonly heading: string;
  readonly align: Align;
}

export interface TextTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

const gap = '  ';

/** Characters of the longest line of text. */
export const width = 98;
const labelWidth = 14;

/** The heading line and one line a row, columns two spaces apart, nothing trailing. */
export function tableLines({ columns, rows }: TextTable): string[] {
  const widths = columns.map(({ heading }, j) =>
    Math.max(heading.length, ...rows.map((row) => row[j]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, j) => {
        const cell = cells[j] ?? '';
        return align === 'left' ? cell.padEnd(widths[j]!) : cell.padStart(widths[j]!);
      })
      .join(gap)
      .trimEnd();
  return [line(columns.map(({ heading }) => heading)), ...rows.map(line)];
}

/** Break at spaces into lines of at most `width` characters; later lines start with `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = indent + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** `label         words`, later lines under the words. */
export function labelled(label: string, words: string): string[] {
  const lines = wrap(words, width - labelWidth);
  return lines.map((line, i) => (i === 0 ? label : '').padEnd(labelWidth) + line);
}

/** The table in Markdown; bars inside cells are escaped. */
export function tableMarkdown({ columns, rows }: TextTable): string {
  const line = (cells: readonly string[]) =>
    `| ${columns.map((_, j) => (cells[j] ?? '').trim().replace(/\|/g, '\\|')).join(' | ')} |`;
  const rule = columns.map(({ align }) => (align === 'left' ? ':--' : '--:'));
  return [line(columns.map(({ heading }) => heading)), line(rule), ...rows.map(line)].join('\n');
}
