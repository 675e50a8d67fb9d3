/** The lines of a LaTeX table, their cells and the formats of their columns. */
import { latexLabel } from '../../math/write.js';
import { type CellsLine, type Grid, type GridCell, gridOf } from '../grid.js';
import { alignedNumber, decimalColumns, type NumberText } from '../marks.js';
import type { CellStyle } from '../page/layout.js';
import { type PaperTable, usualMarks } from '../table.js';

/** Length from which labels break into lines. */
const LONG_LABEL = 45;
/** Width of labels that break, in em. */
const LABEL_WIDTH = 16;

/** The lines of a `tabular`, and how many are its head; `keeps` no page ends after a heading or before errors. */
export function tabularLines(table: PaperTable, keeps = false) {
  const grid = gridOf(table);
  const decimals = decimalColumns(table);
  const formats = numberFormats(table, decimals);
  const numbers = { marks: table.marks, decimals };
  const { labels: width, columns } = table.layout?.widths ?? {};
  const wide = width ?? (isLong(grid) ? LABEL_WIDTH / EM_PER_CHARACTER : undefined);
  const labels =
    wide === undefined
      ? 'l'
      : `>{\\raggedright\\arraybackslash\\hangindent=1em}p{${wide * EM_PER_CHARACTER}em}`;
  const fixed = columns === undefined ? '' : `,table-column-width=${columns * EM_PER_CHARACTER}em`;
  return {
    sisetup: `\\sisetup{${settingsOf(table).join(', ')}}`,
    spec: `@{}${labels}${formats.map((format) => `S[${format}${fixed}]`).join('')}@{}`,
    lines: ruledLines(grid, (line) => lineLatex(line, numbers), '(lr)', keeps),
    nhead: grid.lines.findIndex((line) => line.type === 'rule' && line.weight === 'light') + 1,
  };
}

/** The width of a character in em. */
const EM_PER_CHARACTER = 0.5;

/** The lines of a `tblr`. Its cells declare their spans, so no command is inside the rows. */
export function tblrLines(table: PaperTable) {
  const grid = gridOf(table);
  const decimals = decimalColumns(table);
  const formats = numberFormats(table, decimals);
  const { labels: width, columns } = table.layout?.widths ?? {};
  const wide =
    width === undefined ? (isLong(grid) ? LABEL_WIDTH : undefined) : width * EM_PER_CHARACTER;
  const labels = wide === undefined ? 'l' : `Q[l,wd=${wide}em]`;
  const fixed = columns === undefined ? '' : `,wd=${columns * EM_PER_CHARACTER}em`;
  const numbers = { marks: table.marks, decimals };
  const isHead = (line: Grid['lines'][number]) =>
    line.type === 'cells' && (line.kind === 'head' || line.kind === 'span');
  return {
    sisetup: `\\sisetup{${settingsOf(table).join(', ')}}`,
    spec: `colspec={@{}${labels}${formats.map((format) => `Q[si={${format}},c${fixed}]`).join('')}@{}}`,
    lines: ruledLines(grid, (line) => lineTblr(line, numbers), '[lr]'),
    nhead: grid.lines.filter(isHead).length,
  };
}

const isLong = ({ lines }: Grid) =>
  lines.some((line) => line.type === 'cells' && line.cells[0]!.text.length > LONG_LABEL);

/** The lines with their rules; `trim` shortens partial rules at both ends. */
function ruledLines(
  { lines }: Grid,
  write: (line: CellsLine) => string,
  trim: '(lr)' | '[lr]',
  keeps = false,
): string[] {
  const isKept = ({ kind }: CellsLine, next: Grid['lines'][number] | undefined) =>
    keeps && next?.type === 'cells' && (kind === 'group' || next.kind === 'below');
  return lines.map((line, i) => {
    if (line.type === 'rule') {
      if (line.weight === 'light') return '\\midrule';
      return i === 0 ? '\\toprule' : '\\bottomrule';
    }
    if (line.type === 'cells') return write(line) + (isKept(line, lines[i + 1]) ? '*' : '');
    return line.over
      .map(([first, last]) => `\\cmidrule${trim}{${first + 1}-${last + 1}}`)
      .join(' ');
  });
}

/** siunitx settings: brackets are not uncertainties, and thousands separators. */
function settingsOf(table: PaperTable): string[] {
  const { marks = usualMarks } = table;
  const { decimal, thousands, zero = true } = marks;
  return [
    'input-open-uncertainty=',
    'input-close-uncertainty=',
    'input-symbols={()[]}',
    'table-align-text-before=false',
    'table-align-text-after=false',
    `group-digits=${thousands === '' ? 'none' : 'integer'}`,
    `group-separator={${thousands}}`,
    'group-minimum-digits=4',
    ...(table.body.some(isStyled) ? ['text-series-to-math=true', 'propagate-math-font=true'] : []),
    ...(zero ? [] : ['print-zero-integer=false']),
    ...(decimal === ',' ? ['output-decimal-marker={,}'] : []),
  ];
}

function numberFormats({ body, marks }: PaperTable, hasDecimals: readonly boolean[]): string[] {
  const numbers = hasDecimals.map((): NumberText[] => []);
  for (const { cells } of body) {
    for (const { text, column } of cells) {
      const number = alignedNumber(text, marks, hasDecimals[column - 1]!);
      if (number !== undefined) numbers[column - 1]!.push(number);
    }
  }
  return numbers.map(columnFormat);
}

/** A column format with room for the longest number, its brackets and its stars. */
function columnFormat(numbers: readonly NumberText[]): string {
  const longest = (lengthOf: (number: NumberText) => number) =>
    numbers.reduce((most, number) => Math.max(most, lengthOf(number)), 0);
  const whole = Math.max(
    1,
    longest((numberText) => numberText.whole.replace('-', '').length),
  );
  const after = longest(({ decimals }) => decimals.length);
  const sign = numbers.some((numberText) => numberText.whole.startsWith('-')) ? '-' : '';
  const stars = longest((numberText) => numberText.stars.length);
  const bracket = numbers.some(({ open }) => open !== '') ? ', table-space-text-pre={(}' : '';
  const room =
    stars === 0 ? '' : `, table-space-text-post={\\textsuperscript{${'*'.repeat(stars)}}}`;
  return `table-format=${sign}${whole}.${after}${bracket}${room}`;
}

/** How the numbers of a table are written, and which columns have decimals. */
interface Numbers {
  readonly marks: PaperTable['marks'];
  readonly decimals: readonly boolean[];
}

function lineLatex({ kind, cells }: CellsLine, numbers: Numbers): string {
  const texts = cells.map((cell, j) => {
    if (j === 0) return kind === 'group' ? groupLabel(cell) : styled(cell);
    if (kind === 'span' || kind === 'head') return headLatex(cell);
    return numberLatex(cell, j, numbers);
  });
  const shown = kind === 'group' ? withoutEmptyEnd(texts) : texts;
  return `${shown.join(' & ')} \\\\`;
}

function lineTblr({ kind, cells }: CellsLine, numbers: Numbers): string {
  if (kind === 'group' && cells.slice(1).every(({ text }) => text === '')) {
    const empty = ' &'.repeat(cells.length - 1);
    return `\\SetCell[c=${cells.length}]{l} ${groupLabel(cells[0]!)}${empty} \\\\`;
  }
  const texts = cells.flatMap((cell, j) => {
    if (j === 0) return [kind === 'group' ? groupLabel(cell) : styled(cell)];
    const isHead = kind === 'span' || kind === 'head';
    if (!isHead && numberOf(cell, j, numbers) !== undefined) {
      return [numberLatex(cell, j, numbers)];
    }
    const text = cell.text === '' ? '' : `{{{${styled(cell)}}}}`;
    const covered = Array.from({ length: cell.span - 1 }, () => '');
    return [cell.span === 1 ? text : `\\SetCell[c=${cell.span}]{c} ${text}`, ...covered];
  });
  return `${texts.join(' & ')} \\\\`;
}

const groupLabel = (cell: GridCell) => `\\textit{${styled(cell)}}`;

/** The cells up to the last non-empty one, so that a panel's title may extend over empty columns. */
function withoutEmptyEnd(texts: readonly string[]): string[] {
  let last = texts.length - 1;
  while (last > 0 && texts[last] === '') last--;
  if (last > 0) return texts.slice(0, last + 1);
  return [`\\multicolumn{${texts.length}}{@{}l@{}}{${texts[0]}}`];
}

function headLatex({ text, span }: GridCell): string {
  if (text === '') return '';
  return span === 1 ? `{${latexLabel(text)}}` : `\\multicolumn{${span}}{c}{${latexLabel(text)}}`;
}

function numberOf({ text }: GridCell, column: number, { marks, decimals }: Numbers) {
  return alignedNumber(text, marks, decimals[column - 1]!);
}

function numberLatex(cell: GridCell, column: number, numbers: Numbers): string {
  if (cell.text === '') return '';
  const number = numberOf(cell, column, numbers);
  if (number === undefined) return `{${styled(cell)}}`;
  const { open, whole, decimals, close, stars } = number;
  const mark = stars === '' ? '' : `\\textsuperscript{${stars}}`;
  return (
    switches(cell.style) + open + whole + (decimals === '' ? '' : `.${decimals}`) + close + mark
  );
}

/** Commands that set what follows in a cell. */
function switches({ bold, italic, color, fill }: CellStyle = {}): string {
  return [
    fill === undefined ? '' : `\\cellcolor{${colourName(fill)}}`,
    bold === true ? '\\bfseries ' : '',
    italic === true ? '\\itshape ' : '',
    color === undefined ? '' : `\\color{${colourName(color)}}`,
  ].join('');
}

/** The text of a cell that is no number. */
const styled = ({ text, style }: GridCell) => switches(style) + latexLabel(text);

/** What a colour is called in a document. */
export const colourName = (colour: string) => `table${colour.slice(1).toLowerCase()}`;

export function coloursOf({ body }: PaperTable): string[] {
  const styles = body.flatMap(({ style, cells }) => [style, ...cells.map((cell) => cell.style)]);
  return [...new Set(styles.flatMap((style) => [style?.color ?? [], style?.fill ?? []].flat()))];
}

const isStyled = ({ cells }: PaperTable['body'][number]) =>
  cells.some(({ style }) => style !== undefined);
