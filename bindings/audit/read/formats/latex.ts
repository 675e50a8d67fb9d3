/** Tables in LaTeX: `tabular` and its kin, `tblr` and `talltblr`. */
import { type Grid, type Spanning, spread, tidy } from './grid.js';

const environments = /\\begin\{(tabular\*?|tabularx|tabulary|longtable|tblr|talltblr|longtblr)\}/g;

export function readLatex(source: string, name: string): Grid[] {
  const text = source.replace(/(^|[^\\])%.*$/gm, '$1');
  const places = [...text.matchAll(environments)];
  const grids = places.map((match, i): Grid => {
    const kind = match[1]!;
    const start = match.index + match[0].length;
    const end = text.indexOf(`\\end{${kind}}`, start);
    const stop = end < 0 ? text.length : end;
    const before = i === 0 ? 0 : text.indexOf('\\end{', places[i - 1]!.index);
    const next = places[i + 1]?.index ?? text.length;
    const around = [text.slice(before, match.index), text.slice(stop, next)] as const;
    const title = captionOf(...around);
    return {
      table: places.length === 1 ? name : `${name} ${i + 1}`,
      rows: spread(rowsOf(withoutArguments(text.slice(start, stop), kind))),
      title,
      label: /\\label\{([^}]*)\}/.exec(around.join(' '))?.[1],
      notes: [title, ...notesAfter(around[1])].filter(Boolean).join('\n'),
    };
  });
  return grids;
}

/** The body without the options, width and column types that stand before it. */
function withoutArguments(body: string, kind: string): string {
  let rest = body.replace(/^\s*(\[[^\]]*\]\s*)*/, '');
  const groups = kind === 'tabular*' || (kind.startsWith('tabular') && kind !== 'tabular') ? 2 : 1;
  for (let i = 0; i < groups && rest.startsWith('{'); i++) {
    rest = rest.slice(groupEnd(rest, 0)).replace(/^\s*(\[[^\]]*\]\s*)*/, '');
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
  /\\(hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|addlinespace|noalign|tabularnewline\b(?=\s*\\hline))(\[[^\]]*\]|\{[^}]*\})?|\\(cmidrule|cline)(\([^)]*\))?\{[^}]*\}|\\(SetCell|SetRow)(\[[^\]]*\])?\{[^}]*\}/g;

function rowsOf(body: string): Spanning[][] {
  return splitRows(body.replace(rules, ' ').replace(/\\tabularnewline\b/g, '\\\\'))
    .map((row) => splitCells(row.replace(/^\*?\s*\[[^\]]*\]/, '')).map(cellOf))
    .filter((row) => row.some(({ text }) => text !== ''));
}

/** Rows between `\\` that are in no group, such as that of `\makecell`. */
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
        /\\rule(?:\[[^\]]*\])?\{[^{}]*\}\{[^{}]*\}|\\multirow(?:\[[^\]]*\])*\{[^{}]*\}(?:\[[^\]]*\])*\{[^{}]*\}|\\(?:vspace|hspace\*?|label|cite\w*|ref|arraystretch|[hv]?phantom|(?:row|cell)?color)(?:\[[^\]]*\])*(\{[^{}]*\}){1}/g,
        ' ',
      )
      .replace(
        /\\text(?:asteriskcentered|superscript|less|greater|backslash|dagger)(?![a-zA-Z])/g,
        (name) => letters[name.slice(1)] ?? '',
      )
      .replace(/\\([a-zA-Z]+)\*?(?:\[[^\]]*\])?/g, (_, name: string) => letters[name] ?? '')
      .replace(/\\\\(\[[^\]]*\])?/g, ' ')
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
    const caption = /\\caption(?:\[[^\]]*\])?\{/.exec(source);
    if (caption === null) continue;
    const start = caption.index + caption[0].length - 1;
    return plain(source.slice(start, groupEnd(source, start)));
  }
  return '';
}

function notesAfter(after: string): string[] {
  return after
    .replace(/^\\end\{[^}]*\}/, '')
    .replace(/\\(begin|end)\{[^}]*\}(\[[^\]]*\])?/g, ' ')
    .split(/\\item\s*(?:\[[^\]]*\])?|\\\\|\\par\b/)
    .map(plain);
}
