/** Layouts that were written after the reader was done. In its first run it called 10 of 250 such tables impossible. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines, type PrintedTable } from '../printed.js';
import { htmlRow, safe } from './html.js';
import { bars } from './markdown.js';
import { type Layout, levels, numbered } from './layout.js';
import { heldOutText } from './aligned.js';
import { narrow } from './pages/pdf.js';
import { bare } from './typst.js';
import { texts } from './workbook.js';

const words = {
  n: 'Obs.',
  r2: 'R-squared',
  adjR2: 'R-squared Adj.',
  rmse: 'S.E. of regression',
  f: 'F-statistic',
  ll: 'Log-Likelihood',
  ymean: 'Control mean',
  clusters: 'Clusters',
};
const starred = (table: PrintedTable) => lines(table, ({ coef, stars }) => coef + stars);
const fixed = (rows: readonly Line[], gap: number): string[] => {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)) + gap);
  return rows.map((row) =>
    row
      .map((text, i) => text.padEnd(widths[i]!))
      .join('')
      .trimEnd(),
  );
};
const head = (table: PrintedTable): Line => ['', ...numbered(table)];
const inside = (text: string) => text.slice(1, -1);
const oneModel = {
  below: [[inParentheses('se'), inParentheses('t'), inParentheses('p')]],
  legends: [{}],
  decimals: ['.'] as const,
};

/** The rows of the last model, a number in each column. */
function rowsOfLast({ rows, heads }: PrintedTable): Line[] {
  return rows.flatMap(({ label, cells }): Line[] => {
    const cell = cells[heads.length - 1];
    return cell === undefined ? [] : [[label, cell.coef, ...cell.below.map(inside)]];
  });
}

const org: Layout = {
  name: 'org-mode',
  vocabulary: words,
  render: ({ table, notes }) => {
    const rule = `|${'-'.repeat(12)}+${table.heads.map(() => '------').join('+')}|`;
    const body = [...starred(table), ...table.words, ...table.stats];
    return `#+CAPTION: ${table.study.title}\n${bars([head(table)])}\n${rule}\n${bars(body)}\n\n${notes.join('. ')}\n`;
  },
};

const rest: Layout = {
  name: 'reStructuredText',
  vocabulary: words,
  render: ({ table, notes }) => {
    const body = [...starred(table), ...table.words, ...table.stats];
    const all = fixed([head(table), ...body], 2);
    const rule = all[0]!.length > 0 ? '='.repeat(Math.max(...all.map((one) => one.length))) : '';
    return [
      table.study.title,
      '',
      rule,
      all[0]!,
      rule,
      ...all.slice(1),
      rule,
      '',
      notes.join('. '),
    ].join('\n');
  },
};

const summaryColumns: Layout = {
  name: 'summary_col of statsmodels',
  vocabulary: { ...words, Constant: 'const' },
  limits: {
    below: [[inParentheses('se')]],
    legends: [{ '***': 0.01, '**': 0.05, '*': 0.1 }],
    decimals: ['.'],
  },
  notes: (style) => [
    'Standard errors in parentheses.',
    `${levels(style, 'mild')
      .map(([mark, level]) => `${mark} p<${String(level).slice(1)}`)
      .join(', ')}`,
  ],
  render: ({ table, notes }) => {
    const body = [...starred(table), ...table.stats];
    const all = fixed(
      [['', ...table.outcomes.map((one, i) => `${one} ${i}`)] as unknown as Line, ...body],
      1,
    );
    const width = Math.max(...all.map(({ length }) => length));
    return [
      '',
      '='.repeat(width),
      all[0]!,
      '-'.repeat(width),
      ...all.slice(1),
      '='.repeat(width),
      ...notes,
    ].join('\n');
  },
};

const spss: Layout = {
  name: 'SPSS, HTML',
  vocabulary: { Constant: '(Constant)' },
  limits: oneModel,
  notes: () => [],
  raw: true,
  render: ({ table }) => {
    const usesZ = table.style.below.some(({ quantity }) => quantity === 'z');
    const rows = rowsOfLast(table).map(([label, b, se, t, p]) =>
      htmlRow(['1', safe(label), b!, se!, '.123', t!, p!]),
    );
    return `<table><caption>Coefficients<sup>a</sup></caption>
<tr><th rowspan="2">Model</th><th rowspan="2"></th><th colspan="2">Unstandardized Coefficients</th><th>Standardized Coefficients</th><th rowspan="2">${usesZ ? 'z' : 't'}</th><th rowspan="2">Sig.</th></tr>
${htmlRow(['B', 'Std. Error', 'Beta'], 'th')}
${rows.join('\n')}
</table><p>a. Dependent Variable: y</p>`;
  },
};

const eviews: Layout = {
  name: 'EViews',
  vocabulary: { Constant: 'C' },
  limits: oneModel,
  notes: () => [],
  raw: true,
  render: ({ table }) => {
    const law = table.study.fits.at(-1)!.law;
    const rows = fixed(
      [
        ['Variable', 'Coefficient', 'Std. Error', `${law}-Statistic`, 'Prob.'] as unknown as Line,
        ...rowsOfLast(table),
      ],
      3,
    );
    const n = String(table.study.fits.at(-1)!.stats['n']);
    const rule = '='.repeat(60);
    return `Dependent Variable: Y\nIncluded observations: ${n}\n${rule}\n${rows[0]!}\n${rule}\n${rows.slice(1).join('\n')}\n${rule}\n`;
  },
};

const labelledLines: Layout = {
  name: 'lines with names',
  vocabulary: words,
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('se'), inBrackets('p')]],
  },
  notes: (style) => [
    levels(style, 'mild')
      .map(([mark, level]) => `${mark} p<${level}`)
      .join('; '),
  ],
  render: ({ table, notes }) => {
    const names = table.style.below.map(
      ({ quantity }) => ({ se: 'SE', t: 't', z: 'z', p: 'p-value', ci: 'CI' })[quantity],
    );
    const rows = table.rows.flatMap(({ label, cells }): Line[] => [
      [label, ...cells.map((cell) => (cell === undefined ? '' : cell.coef + cell.stars))],
      ...names.map((name, i): Line => [
        name,
        ...cells.map((cell) => (cell === undefined ? '' : inside(cell.below[i]!))),
      ]),
    ]);
    const all: readonly (readonly string[])[] = [
      head(table),
      ...rows,
      ...table.words,
      ...table.stats,
      ...notes.map((note) => [note]),
    ];
    return all
      .map((line) => line.map((text) => (/[",]/.test(text) ? `"${text}"` : text)).join(','))
      .join('\n');
  },
};

/** Models in rows, regressors in columns. */
const transposed: Layout = {
  name: 'models in rows',
  vocabulary: words,
  render: ({ table, notes }) => {
    const extra = [...table.words, ...table.stats];
    const rows = table.heads.flatMap((name, i): Line[] => [
      [
        `(${i + 1}) ${name}`,
        ...table.rows.map(({ cells }) =>
          cells[i] === undefined ? '' : cells[i].coef + cells[i].stars,
        ),
        ...extra.map((line) => line[i + 1]!),
      ],
      ...table.style.below.map((_, b): Line => [
        '',
        ...table.rows.map(({ cells }) => cells[i]?.below[b] ?? ''),
        ...extra.map(() => ''),
      ]),
    ]);
    const heads: Line = [
      'Model',
      ...table.rows.map(({ label }) => label),
      ...extra.map(([label]) => label),
    ];
    return `${bars([heads, ['---', ...heads.slice(1).map(() => '---')], ...rows])}\n\n${notes.join('. ').replaceAll('*', '\\*')}\n`;
  },
};

/** Letters for levels. */
const letters: Layout = {
  name: 'letters for levels, LaTeX',
  vocabulary: words,
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')]],
    legends: [{ a: 0.01, b: 0.05, c: 0.1 }],
    decimals: ['.'],
  },
  notes: ({ below }) => [
    `${below[0]!.quantity === 'se' ? 'Standard errors' : `${below[0]!.quantity} statistics`} in parentheses`,
    'a, b, c: significant at 1\\%, 5\\%, 10\\%',
  ],
  render: ({ table, notes }) => {
    const body = lines(table, ({ coef, stars }) => `${coef}${stars === '' ? '' : `$^{${stars}}$`}`);
    const tex = (rows: readonly Line[]) =>
      rows
        .map(
          (row) =>
            `${row.join(' & ').replace(/[_%&](?= )|_/g, (one) => (one === '&' ? one : `\\${one}`))} \\\\`,
        )
        .join('\n');
    return `\\begin{tabular}{l${'c'.repeat(table.heads.length)}}\n\\hline\n${tex([head(table)])}\n\\hline\n${tex(body)}\n\\hline\n${tex([...table.stats, ...table.words])}\n\\hline\n\\end{tabular}\n\n${notes.join('; ')}\n`;
  },
};

const nestedHeads: Layout = {
  name: 'two rows of heads, HTML',
  vocabulary: { ...words, n: 'No. of observations', r2: 'R²', adjR2: 'Adj. R²' },
  render: ({ table, notes }) => {
    const n = table.heads.length;
    const cells = (row: Line) => htmlRow(row.map(safe));
    return `<div><b>TABLE IV</b></div><table><thead><tr><th></th><th colspan="${n}">${safe(table.study.title)}</th></tr>${htmlRow(['', ...table.outcomes.map(safe)], 'th')}${htmlRow(['', ...numbered(table)], 'th')}</thead><tbody>${starred(table).map(cells).join('')}<tr><td colspan="${n + 1}"><i>Statistics</i></td></tr>${[...table.stats, ...table.words].map(cells).join('')}</tbody></table><p>Notes. ${safe(notes.join('. '))}.</p>`;
  },
};

/** A table of a talk: coefficients with errors behind a sign, by model in blocks of columns with a blank column between. */
const blanks: Layout = {
  name: 'blank columns, CSV',
  vocabulary: words,
  render: ({ table, notes }) => {
    const apart = (texts: readonly string[]) => texts.flatMap((text) => [text, '']);
    const all: readonly (readonly string[])[] = [
      ['', ...apart(numbered(table))],
      ...[...starred(table), ...table.words, ...table.stats].map(([label, ...texts]) => [
        label,
        ...apart(texts),
      ]),
      ...notes.map((note) => [note]),
    ];
    return all
      .map((line) => line.map((text) => (/[",;]/.test(text) ? `"${text}"` : text)).join(','))
      .join('\n');
  },
};

// prettier-ignore
export const heldOutLayouts: readonly Layout[] = [
  org, rest, summaryColumns, spss, eviews, labelledLines, transposed, letters,
  nestedHeads, blanks, texts, bare, narrow, heldOutText,
];
