/** A table as LaTeX with threeparttable and siunitx, and with booktabs or tabularray. */
import { type CellsLine, type Grid, type GridCell, gridOf } from '../grid.js';
import { alignedNumber, decimalColumns, type NumberText } from '../marks.js';
import { type PaperTable, usualMarks } from '../table.js';
import { escapedLatex } from '../../../../core/escapes/latex.js';

export interface LatexOptions {
  /** False leaves out the float and its caption, for authors who write these; default true. */
  readonly float?: boolean | undefined;
  /** The label of the float. */
  readonly label?: string | undefined;
  /** True for a `tblr` of tabularray; by default a `tabular` with booktabs. */
  readonly tabularray?: boolean | undefined;
}

/** What a document needs in its preamble for the tables. */
export const latexPreamble = [
  '\\usepackage{booktabs}',
  '\\usepackage{threeparttable}',
  '\\usepackage{siunitx}',
].join('\n');

/** The same for tables of tabularray. */
export const tabularrayPreamble = [
  '\\usepackage{tabularray}',
  '\\UseTblrLibrary{booktabs}',
  '\\UseTblrLibrary{siunitx}',
].join('\n');

export function paperLatex(table: PaperTable, options: LatexOptions = {}): string {
  const { float = true, label, tabularray = false } = options;
  const head = [
    ...(table.title === undefined ? [] : [`\\caption{${escapedLatex(table.title)}}`]),
    ...(label === undefined ? [] : [`\\label{${label}}`]),
  ];
  const parts = (tabularray ? tblrParts : tabularParts)(table, float ? head : []);
  if (!float) return parts.join('\n');
  return ['\\begin{table}[htbp]', '\\centering', ...parts, '\\end{table}'].join('\n');
}

function tabularParts(table: PaperTable, head: readonly string[]): string[] {
  const notes = table.notes.map((note) => `\\item ${escapedLatex(note)}`);
  const listed =
    notes.length === 0
      ? []
      : ['\\begin{tablenotes}[flushleft]', '\\footnotesize', ...notes, '\\end{tablenotes}'];
  return ['\\begin{threeparttable}', ...head, tabular(table), ...listed, '\\end{threeparttable}'];
}

/** Makes notes as wide as the text, because threeparttable does not know the width of a `tblr`. */
function tblrParts(table: PaperTable, head: readonly string[]): string[] {
  const notes = table.notes.map((note) => `${escapedLatex(note)}\\par`);
  const box = ['\\par\\smallskip', '\\begin{minipage}{\\linewidth}', '\\footnotesize'];
  const listed = notes.length === 0 ? [] : [...box, ...notes, '\\end{minipage}'];
  return [...head, tblr(table), ...listed];
}

/** Length from which labels break into lines. */
const LONG_LABEL = 45;
/** Width of labels that break, in em. */
const LABEL_WIDTH = 16;

function tabular(table: PaperTable): string {
  const grid = gridOf(table);
  const decimals = decimalColumns(table);
  const formats = numberFormats(table, decimals);
  const numbers = { marks: table.marks, decimals };
  const body = ruledLines(grid, (line) => lineLatex(line, numbers), '(lr)');
  const labels = isLong(grid)
    ? `>{\\raggedright\\arraybackslash\\hangindent=1em}p{${LABEL_WIDTH}em}`
    : 'l';
  return [
    `\\sisetup{${settingsOf(table).join(', ')}}`,
    `\\begin{tabular}{@{}${labels}${formats.map((format) => `S[${format}]`).join('')}@{}}`,
    ...body,
    '\\end{tabular}',
  ].join('\n');
}

/** A `tblr`. Its cells declare their spans, so no command is inside the rows. */
function tblr(table: PaperTable): string {
  const grid = gridOf(table);
  const decimals = decimalColumns(table);
  const formats = numberFormats(table, decimals);
  const labels = isLong(grid) ? `Q[l,wd=${LABEL_WIDTH}em]` : 'l';
  const numbers = { marks: table.marks, decimals };
  const body = ruledLines(grid, (line) => lineTblr(line, numbers), '[lr]');
  return [
    `\\sisetup{${settingsOf(table).join(', ')}}`,
    `\\begin{tblr}{colspec={@{}${labels}${formats.map((format) => `Q[si={${format}},c]`).join('')}@{}}}`,
    ...body,
    '\\end{tblr}',
  ].join('\n');
}

const isLong = ({ lines }: Grid) =>
  lines.some((line) => line.type === 'cells' && line.cells[0]!.text.length > LONG_LABEL);

/** The lines with their rules; `trim` shortens partial rules at both ends. */
function ruledLines(
  { lines }: Grid,
  write: (line: CellsLine) => string,
  trim: '(lr)' | '[lr]',
): string[] {
  return lines.map((line, i) => {
    if (line.type === 'rule') {
      if (line.weight === 'light') return '\\midrule';
      return i === 0 ? '\\toprule' : '\\bottomrule';
    }
    if (line.type === 'cells') return write(line);
    return line.over
      .map(([first, last]) => `\\cmidrule${trim}{${first + 1}-${last + 1}}`)
      .join(' ');
  });
}

/** siunitx settings: brackets are not uncertainties, and thousands separators. */
function settingsOf({ marks = usualMarks }: PaperTable): string[] {
  const { decimal, thousands } = marks;
  return [
    'input-open-uncertainty=',
    'input-close-uncertainty=',
    'input-symbols={()[]}',
    'table-align-text-before=false',
    'table-align-text-after=false',
    `group-digits=${thousands === '' ? 'none' : 'integer'}`,
    `group-separator={${thousands}}`,
    'group-minimum-digits=4',
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
    if (j === 0) return kind === 'group' ? groupLabel(cell) : escapedLatex(cell.text);
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
    if (j === 0) return [kind === 'group' ? groupLabel(cell) : escapedLatex(cell.text)];
    const isHead = kind === 'span' || kind === 'head';
    if (!isHead && numberOf(cell, j, numbers) !== undefined) {
      return [numberLatex(cell, j, numbers)];
    }
    const text = cell.text === '' ? '' : `{{{${escapedLatex(cell.text)}}}}`;
    const covered = Array.from({ length: cell.span - 1 }, () => '');
    return [cell.span === 1 ? text : `\\SetCell[c=${cell.span}]{c} ${text}`, ...covered];
  });
  return `${texts.join(' & ')} \\\\`;
}

const groupLabel = ({ text }: GridCell) => `\\textit{${escapedLatex(text)}}`;

/** The cells up to the last non-empty one, so that a panel's title may extend over empty columns. */
function withoutEmptyEnd(texts: readonly string[]): string[] {
  let last = texts.length - 1;
  while (last > 0 && texts[last] === '') last--;
  if (last > 0) return texts.slice(0, last + 1);
  return [`\\multicolumn{${texts.length}}{@{}l@{}}{${texts[0]}}`];
}

function headLatex({ text, span }: GridCell): string {
  if (text === '') return '';
  return span === 1
    ? `{${escapedLatex(text)}}`
    : `\\multicolumn{${span}}{c}{${escapedLatex(text)}}`;
}

function numberOf({ text }: GridCell, column: number, { marks, decimals }: Numbers) {
  return alignedNumber(text, marks, decimals[column - 1]!);
}

function numberLatex(cell: GridCell, column: number, numbers: Numbers): string {
  if (cell.text === '') return '';
  const number = numberOf(cell, column, numbers);
  if (number === undefined) return `{${escapedLatex(cell.text)}}`;
  const { open, whole, decimals, close, stars } = number;
  const mark = stars === '' ? '' : `\\textsuperscript{${stars}}`;
  return open + whole + (decimals === '' ? '' : `.${decimals}`) + close + mark;
}
