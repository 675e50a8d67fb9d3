/** A table as LaTeX with booktabs, threeparttable and siunitx. */
import { largestOf } from '../../writers/measure.js';
import { type CellsLine, type GridCell, gridOf } from '../grid.js';
import type { PaperTable } from '../table.js';
import { escapedLatex } from './escape.js';

export interface LatexOptions {
  /** False leaves out the float, its caption and notes, for an author who writes these; default true. */
  readonly float?: boolean | undefined;
  /** The label of the float. */
  readonly label?: string | undefined;
}

/** What a document needs in its preamble for the tables. */
export const latexPreamble = [
  '\\usepackage{booktabs}',
  '\\usepackage{threeparttable}',
  '\\usepackage{siunitx}',
].join('\n');

export function paperLatex(table: PaperTable, { float = true, label }: LatexOptions = {}): string {
  const body = tabular(table);
  if (!float) return body;
  const caption = table.title === undefined ? [] : [`\\caption{${escapedLatex(table.title)}}`];
  const notes = table.notes.map((note) => `\\item ${escapedLatex(note)}`);
  return [
    '\\begin{table}[htbp]',
    '\\centering',
    '\\begin{threeparttable}',
    ...caption,
    ...(label === undefined ? [] : [`\\label{${label}}`]),
    body,
    ...(notes.length === 0
      ? []
      : ['\\begin{tablenotes}[flushleft]', '\\footnotesize', ...notes, '\\end{tablenotes}']),
    '\\end{threeparttable}',
    '\\end{table}',
  ].join('\n');
}

function tabular(table: PaperTable): string {
  const { lines, columns } = gridOf(table);
  const formats = Array.from({ length: columns }, (_, j) => columnFormat(table, j + 1));
  const body = lines.map((line, i) => {
    if (line.type === 'rule') {
      if (line.weight === 'light') return '\\midrule';
      return i === 0 ? '\\toprule' : '\\bottomrule';
    }
    if (line.type === 'partial') {
      return line.over.map(([first, last]) => `\\cmidrule(lr){${first + 1}-${last + 1}}`).join(' ');
    }
    return lineLatex(line);
  });

  return [
    `\\sisetup{${settings.join(', ')}}`,
    `\\begin{tabular}{@{}l${formats.join('')}@{}}`,
    ...body,
    '\\end{tabular}',
  ].join('\n');
}

/** How siunitx reads brackets, which are no uncertainties, and marks thousands. */
const settings = [
  'input-open-uncertainty=',
  'input-close-uncertainty=',
  'input-symbols={()[]}',
  'table-align-text-before=false',
  'table-align-text-after=false',
  'group-digits=integer',
  'group-separator={,}',
  'group-minimum-digits=4',
];

/** A number as siunitx aligns it: perhaps in brackets, perhaps with stars. */
const numeric = /^([([]?)(-?[\d,]+(?:\.\d+)?)([)\]]?)(\**)$/;

/** A column with room for the longest of its numbers, its brackets and its stars. */
function columnFormat({ body }: PaperTable, column: number): string {
  const parts = body
    .flatMap(({ cells }) => cells.filter((cell) => cell.column === column))
    .flatMap(({ text }) => {
      const match = numeric.exec(text);
      return match === null ? [] : [match];
    });
  const numbers = parts.map(([, , number = '']) => number.replace(/,/g, ''));
  const digits = numbers.map((number) => number.replace('-', '').split('.'));
  const whole = Math.max(1, ...digits.map(([integer = '']) => integer.length));
  const after = largestOf(digits.map(([, decimals = '']) => decimals.length));
  const sign = numbers.some((number) => number.startsWith('-')) ? '-' : '';
  const stars = largestOf(parts.map(([, , , , mark = '']) => mark.length));
  const bracket = parts.some(([, open]) => open !== '') ? ', table-space-text-pre={(}' : '';
  const room =
    stars === 0 ? '' : `, table-space-text-post={\\textsuperscript{${'*'.repeat(stars)}}}`;
  return `S[table-format=${sign}${whole}.${after}${bracket}${room}]`;
}

function lineLatex({ kind, cells }: CellsLine): string {
  const texts = cells.map((cell, j) => {
    if (j === 0) return escapedLatex(cell.text);
    if (kind === 'span' || kind === 'head') return headLatex(cell);
    return numberLatex(cell);
  });
  return `${texts.join(' & ')} \\\\`;
}

function headLatex({ text, span }: GridCell): string {
  if (text === '') return '';
  return span === 1
    ? `{${escapedLatex(text)}}`
    : `\\multicolumn{${span}}{c}{${escapedLatex(text)}}`;
}

function numberLatex({ text }: GridCell): string {
  if (text === '') return '';
  const match = numeric.exec(text);
  if (match === null) return `{${escapedLatex(text)}}`;
  const [, open = '', number = '', close = '', stars = ''] = match;
  const mark = stars === '' ? '' : `\\textsuperscript{${stars}}`;
  return open + number.replace(/,/g, '') + close + mark;
}
