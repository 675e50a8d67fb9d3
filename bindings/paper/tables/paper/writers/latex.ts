/** A table as LaTeX with threeparttable and siunitx, and with booktabs or tabularray. */
import { latexLabel } from '../../math/write.js';
import { latexPage, type PagePlan, planOf } from '../page/plan.js';
import type { PaperTable } from '../table.js';
import { colourName, coloursOf, tabularLines, tblrLines } from './latex-lines.js';

export interface LatexOptions {
  /** False leaves out the float and its caption, for authors who write these; default true. */
  readonly float?: boolean | undefined;
  /** The label of the float. */
  readonly label?: string | undefined;
  /** True for a `tblr` of tabularray; by default a `tabular` with booktabs. */
  readonly tabularray?: boolean | undefined;
  /** True for the rows only, which go into a `tabular` of the author; default false. */
  readonly fragment?: boolean | undefined;
}

/** Packages of the rules, and those that some tables need. */
const usual = ['booktabs', 'threeparttable', 'siunitx'] as const;
const others = ['graphicx', 'rotating', 'longtable', 'pdflscape', 'amssymb'] as const;
const noted = 'threeparttablex';
const using = (name: string) => `\\usepackage{${name}}`;
const colours = '\\usepackage[table]{xcolor}';

/** What a document needs in its preamble for the tables. */
export const latexPreamble = [...[...usual, ...others, noted].map(using), colours].join('\n');

/** The same for tables of tabularray. */
export const tabularrayPreamble = [
  '\\usepackage{tabularray}',
  '\\UseTblrLibrary{booktabs}',
  '\\UseTblrLibrary{siunitx}',
  ...others.map(using),
  colours,
].join('\n');

/** How one part of a table is set. */
interface Setting extends LatexOptions {
  readonly plan: PagePlan;
  /** The size of letters, as a share. */
  readonly size: number;
  readonly head: readonly string[];
}

export function paperLatex(table: PaperTable, options: LatexOptions = {}): string {
  const { float = true, label, fragment = false } = options;
  if (fragment) return rowsLatex(table, options);
  const plan = planOf(table, latexPage, float);
  const parts = plan.parts.flatMap(({ table: part, size }, i) => {
    const head = [
      ...(part.title === undefined ? [] : [`\\caption{${latexLabel(part.title)}}`]),
      ...(label === undefined || i > 0 ? [] : [`\\label{${label}}`]),
    ];
    return partLatex(part, { ...options, plan, size, head: float ? head : [] });
  });
  const starts = table.layout?.pageBreak === true ? ['\\clearpage'] : [];
  return [needed(table, plan, options), ...starts, ...parts].join('\n');
}

/** The rows, below a comment with the columns for which they are written. */
function rowsLatex(table: PaperTable, { tabularray = false }: LatexOptions): string {
  const { spec, lines } = tabularray ? tblrLines(table) : tabularLines(table);
  return [`% Columns: ${spec}`, ...lines].join('\n');
}

/** A comment with the packages of the table. */
function needed(table: PaperTable, plan: PagePlan, { tabularray = false }: LatexOptions): string {
  const { isLong, kind } = plan;
  const [isSideways, isScaled] = [kind === 'sideways', isShrunk(plan)];
  const names = [
    ...(tabularray ? ['tabularray (libraries booktabs and siunitx)'] : ['booktabs', 'siunitx']),
    ...(tabularray || isLong ? [] : ['threeparttable']),
    ...(isLong && !tabularray ? ['longtable', noted] : []),
    ...(isSideways ? [isLong ? 'pdflscape' : 'rotating'] : []),
    ...(isScaled && !isLong ? ['graphicx'] : []),
    ...(coloursOf(table).length > 0 ? ['xcolor (option table)'] : []),
    ...(JSON.stringify(table).includes('\u2713') ? ['amssymb'] : []),
  ];
  return `% Packages: ${names.join(', ')}`;
}

/** Whether LaTeX shrinks the table to the width of its page, which is known to LaTeX only. */
const isShrunk = ({ kind, parts }: PagePlan) =>
  kind === 'scale' || kind === 'sideways' || parts.some(({ size }) => size < 1);

function partLatex(table: PaperTable, setting: Setting): string[] {
  const { float = true, plan } = setting;
  const set = [...fontOf(table, setting), ...colourNames(table)];
  if (plan.isLong) return longLatex(table, set, setting);
  const parts = setting.tabularray ? boxParts(table, setting) : tabularParts(table, setting);
  if (!float) return set.length === 0 ? parts : ['\\begingroup', ...set, ...parts, '\\endgroup'];
  const name = plan.kind === 'sideways' ? 'sidewaystable' : 'table';
  const place = plan.kind === 'sideways' ? '' : '[htbp]';
  return [`\\begin{${name}}${place}`, '\\centering', ...set, ...parts, `\\end{${name}}`];
}

/** Points between lines, as a share of the size of letters. */
const LEADING = 1.2;
const SMALLEST_SIZE = 5;

/** The font of the table; a long table that is too wide has smaller letters, as it cannot be shrunk. */
function fontOf({ layout = {} }: PaperTable, { plan, size: share }: Setting): string[] {
  const { family, size } = layout.font ?? {};
  const shrunk = plan.isLong ? share : 1;
  const points = shrunk < 1 ? Math.max(SMALLEST_SIZE, Math.floor((size ?? 10) * shrunk)) : size;
  return [
    ...(points === undefined
      ? []
      : [`\\fontsize{${points}}{${(points * LEADING).toFixed(1)}}\\selectfont`]),
    ...(shrunk < 1 ? [`\\setlength{\\tabcolsep}{${(6 * shrunk).toFixed(1)}pt}`] : []),
    ...(family === undefined ? [] : [`\\ifdefined\\fontspec\\fontspec{${family}}\\fi`]),
  ];
}

/** Notes are as wide as the table. The caption of a table that is shrunk keeps its size. */
function tabularParts(table: PaperTable, { head, plan }: Setting): string[] {
  const isSmall = isShrunk(plan);
  const whole = [
    '\\begin{threeparttable}',
    ...(isSmall ? [] : head),
    tabular(table),
    ...noteItems(table, 'tablenotes', isSmall ? '\\small' : '\\footnotesize'),
    '\\end{threeparttable}',
  ];
  if (!isSmall) return whole;
  return [...head, ...(head.length === 0 ? [] : ['\\par\\smallskip']), shrink, ...whole, '}'];
}

function noteItems({ notes }: PaperTable, environment: string, size: string): string[] {
  if (notes.length === 0) return [];
  const items = notes.map((note) => `\\item ${latexLabel(note)}`);
  return [`\\begin{${environment}}[flushleft]`, size, ...items, `\\end{${environment}}`];
}

/** Shrinks a box to the width of the text if it is wider. */
const shrink = '\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%';

/** Makes notes as wide as the text: threeparttable does not know the width of a `tblr`. */
function boxParts(table: PaperTable, { head, plan }: Setting): string[] {
  const body = tblr(table);
  const box = isShrunk(plan) ? [shrink, `${body}%`, '}'] : [body];
  return [...head, ...box, ...noteBox(table)];
}

function noteBox({ notes }: PaperTable): string[] {
  if (notes.length === 0) return [];
  const box = ['\\par\\smallskip', '\\begin{minipage}{\\linewidth}', '\\footnotesize'];
  return [...box, ...notes.map((note) => `${latexLabel(note)}\\par`), '\\end{minipage}'];
}

/** A table over several pages, which repeat its headings. */
function longLatex(table: PaperTable, set: readonly string[], setting: Setting): string[] {
  const { plan, tabularray = false, head } = setting;
  const body = tabularray
    ? [...longTblr(table, head), ...noteBox(table)]
    : [
        '\\begin{ThreePartTable}',
        ...noteItems(table, 'TableNotes', '\\footnotesize'),
        ...longtable(table, head),
        '\\end{ThreePartTable}',
      ];
  const whole = ['\\begingroup', ...set, ...body, '\\endgroup'];
  return plan.kind === 'sideways' ? ['\\begin{landscape}', ...whole, '\\end{landscape}'] : whole;
}

function longtable(table: PaperTable, head: readonly string[]): string[] {
  const { spec, lines, nhead, sisetup } = tabularLines(table, true);
  const heads = lines.slice(0, nhead);
  const captioned = head.length === 0 ? [] : [`${head.join('')}\\\\`];
  return [
    sisetup,
    `\\begin{longtable}{${spec}}`,
    ...captioned,
    ...heads,
    '\\endfirsthead',
    ...heads,
    '\\endhead',
    '\\bottomrule',
    '\\endfoot',
    '\\bottomrule',
    ...(table.notes.length === 0 ? [] : ['\\insertTableNotes']),
    '\\endlastfoot',
    ...lines.slice(nhead, -1),
    '\\end{longtable}',
  ];
}

/** Head of the colours of a table, which columns of numbers take by name only. */
function colourNames(table: PaperTable): string[] {
  return coloursOf(table).map(
    (colour) => `\\definecolor{${colourName(colour)}}{HTML}{${colour.slice(1).toUpperCase()}}`,
  );
}

function tabular(table: PaperTable): string {
  const { sisetup, spec, lines } = tabularLines(table);
  return [sisetup, `\\begin{tabular}{${spec}}`, ...lines, '\\end{tabular}'].join('\n');
}

function tblr(table: PaperTable): string {
  const { sisetup, spec, lines } = tblrLines(table);
  return [sisetup, `\\begin{tblr}{${spec}}`, ...lines, '\\end{tblr}'].join('\n');
}

function longTblr(table: PaperTable, head: readonly string[]): string[] {
  const { sisetup, spec, lines, nhead } = tblrLines(table);
  const keys = head.map((command) => command.replace(/^\\(caption|label)\{/, '$1={'));
  const named = head.some((command) => command.startsWith('\\label'))
    ? keys
    : [...keys, 'label=none'];
  const listed = head.some((command) => command.startsWith('\\caption'))
    ? named
    : [...named, 'entry=none'];
  return [
    sisetup,
    `\\begin{longtblr}[${listed.join(',')}]{${spec},rowhead=${nhead}}`,
    ...lines,
    '\\end{longtblr}',
  ];
}
