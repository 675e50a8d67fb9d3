/** Tables in LaTeX: `tabular` and its kin, `tblr` and `talltblr`. */
import { InputError } from '../../../../core/errors/errors.js';
import { type Grid, type Spanning, spread, tidy } from './grid.js';
import { deepTables } from '../../../../words/errors/paper/audits.js';

/**
 * Environments of tables. Arguments in these patterns have at most 500 characters; otherwise the search for a bracket
 * that never closes would always run to the end.
 */
const environments = /\\begin\{(tabular\*?|tabularx|tabulary|longtable|tblr|talltblr|longtblr)\}/g;

export function readLatex(source: string, name: string): Grid[] {
  const text = source.replace(/(^|[^\\])%.*$/gm, '$1');
  const places = [...text.matchAll(environments)];
  const endOf = endsIn(text);
  const open: number[] = [];
  const grids = places.map((match, i): Grid => {
    const kind = match[1]!;
    const start = match.index + match[0].length;
    const stop = endOf(kind, start);
    while (open.length > 0 && open.at(-1)! <= match.index) open.pop();
    if (open.push(stop) > MOST_NESTED) {
      throw new InputError(deepTables({ file: name, most: MOST_NESTED }), name);
    }
    const before = i === 0 ? 0 : text.indexOf('\\end{', places[i - 1]!.index);
    const next = places[i + 1]?.index ?? text.length;
    const around = [text.slice(before, match.index), text.slice(stop, next)] as const;
    const title = captionOf(...around);
    return {
      table: places.length === 1 ? name : `${name} ${i + 1}`,
      rows: spread(rowsOf(withoutArguments(text.slice(start, stop), kind))),
      title,
      label: /\\label\{([^}]{0,500})\}/.exec(around.join(' '))?.[1],
      notes: [title, ...notesAfter(around[1])].filter(Boolean).join('\n'),
    };
  });
  return grids;
}

/** Maximum nesting of tables: each is read together with those inside it. */
const MOST_NESTED = 10;

/** Position where an environment ends; the end of the text if its end is missing, which is searched for only once. */
function endsIn(text: string): (kind: string, start: number) => number {
  const unclosed = new Set<string>();
  return (kind, start) => {
    const end = unclosed.has(kind) ? -1 : text.indexOf(`\\end{${kind}}`, start);
    if (end >= 0) return end;
    unclosed.add(kind);
    return text.length;
  };
}

/** The body without the options, width and column types that stand before it. */
function withoutArguments(body: string, kind: string): string {
  let rest = body.replace(/^\s*(\[[^\]]{0,500}\]\s*)*/, '');
  const groups = kind === 'tabular*' || (kind.startsWith('tabular') && kind !== 'tabular') ? 2 : 1;
  for (let i = 0; i < groups && rest.startsWith('{'); i++) {
    rest = rest.slice(groupEnd(rest, 0)).replace(/^\s*(\[[^\]]{0,500}\]\s*)*/, '');
  }
  return rest;
}

/** The index after the group that opens at `from`. */
function groupEnd(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}

const rules =
  /\\(hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|addlinespace|noalign|tabularnewline\b(?=\s*\\hline))(\[[^\]]{0,500}\]|\{[^}]{0,500}\})?|\\(cmidrule|cline)(\([^)]{0,500}\))?\{[^}]{0,500}\}|\\(SetCell|SetRow)(\[[^\]]{0,500}\])?\{[^}]{0,500}\}/g;

function rowsOf(body: string): Spanning[][] {
  return splitRows(body.replace(rules, ' ').replace(/\\tabularnewline\b/g, '\\\\'))
    .map((row) => splitCells(row.replace(/^\*?\s*\[[^\]]{0,500}\]/, '')).map(cellOf))
    .filter((row) => row.some(({ text }) => text !== ''));
}

/** Rows between `\\` outside groups such as that of `\makecell`. */
function splitRows(body: string): string[] {
  const rows: string[] = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i < body.length; i++) {
    if (body[i] === '{') depth++;
    else if (body[i] === '}') depth--;
    else if (body[i] === '\\') {
      if (body[i + 1] === '\\' && depth <= 0) {
        rows.push(body.slice(from, i));
        from = i + 2;
      }
      i++;
    }
  }
  return [...rows, body.slice(from)];
}

/** Cells between ampersands that are neither escaped nor in a group. */
function splitCells(row: string): string[] {
  const cells: string[] = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i < row.length; i++) {
    if (row[i] === '\\') i++;
    else if (row[i] === '{') depth++;
    else if (row[i] === '}') depth--;
    else if (row[i] === '&' && depth === 0) {
      cells.push(row.slice(from, i));
      from = i + 1;
    }
  }
  return [...cells, row.slice(from)];
}

function cellOf(cell: string): Spanning {
  const match = /^\s*\\multicolumn\s*\{(\d+)\}\s*\{/.exec(cell);
  if (match === null) return { text: plain(cell), columns: 1 };
  const alignment = groupEnd(cell, match[0].length - 1);
  return { text: plain(cell.slice(alignment)), columns: Math.min(Number(match[1]), 1000) };
}

const letters: Readonly<Record<string, string>> = {
  textasteriskcentered: '*',
  ast: '*',
  leq: '<=',
  le: '<=',
  times: '\u00D7',
  chi: 'χ',
  beta: 'β',
  rho: 'ρ',
  sigma: 'σ',
  textsuperscript: '',
  textless: '<',
  textgreater: '>',
  textbackslash: '\\',
  dag: '\u2020',
  textdagger: '\u2020',
  checkmark: '\u2713',
  // A bar over R is the sign of the adjusted R2.
  bar: 'adj. ',
  overline: 'adj. ',
  quad: ' ',
  qquad: ' ',
};

/** The text without commands, dollars and braces. */
function plain(source: string): string {
  return tidy(
    source
      .replace(
        /\\rule(?:\[[^\]]{0,500}\])?\{[^{}]{0,500}\}\{[^{}]{0,500}\}|\\multirow(?:\[[^\]]{0,500}\])*\{[^{}]{0,500}\}(?:\[[^\]]{0,500}\])*\{[^{}]{0,500}\}|\\(?:vspace|hspace\*?|label|cite\w*|ref|arraystretch|[hv]?phantom|(?:row|cell)?color)(?:\[[^\]]{0,500}\])*(\{[^{}]{0,500}\}){1}/g,
        ' ',
      )
      .replace(
        /\\text(?:asteriskcentered|superscript|less|greater|backslash|dagger)(?![a-zA-Z])/g,
        (name) => letters[name.slice(1)] ?? '',
      )
      .replace(/\\([a-zA-Z]+)\*?(?:\[[^\]]{0,500}\])?/g, (_, name: string) => letters[name] ?? '')
      .replace(/\\\\(\[[^\]]{0,500}\])?/g, ' ')
      .replace(/\\([%&#_$])/g, '$1')
      .replace(/\\[()[\]]/g, '')
      .replace(/\\[~^]\{\}|\\[,;:! ]|~/g, ' ')
      .replace(/[{}$^]/g, '')
      .replace(/--/g, '-'),
  );
}

/** The caption, which stands before the rows or behind them. */
function captionOf(...around: readonly [before: string, after: string]): string {
  for (const source of around) {
    const caption = /\\caption(?:\[[^\]]{0,500}\])?\{/.exec(source);
    if (caption === null) continue;
    const start = caption.index + caption[0].length - 1;
    return plain(source.slice(start, groupEnd(source, start)));
  }
  return '';
}

function notesAfter(after: string): string[] {
  return after
    .replace(/^\\end\{[^}]{0,500}\}/, '')
    .replace(/\\(begin|end)\{[^}]{0,500}\}(\[[^\]]{0,500}\])?/g, ' ')
    .split(/\\item\s*(?:\[[^\]]{0,500}\])?|\\\\|\\par\b/)
    .map(plain);
}
