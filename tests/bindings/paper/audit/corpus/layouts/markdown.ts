/** Markdown as programs and authors write it. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines } from '../printed.js';
import { type Layout, levels, numbered } from './layout.js';

export const bars = (rows: readonly Line[]) =>
  rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
const rule = (n: number): Line => ['---', ...Array<string>(n).fill('---:')];
const escaped = (text: string) => text.replaceAll('*', '\\*');

const words = {
  n: 'Observations',
  r2: 'R²',
  adjR2: 'Adjusted R²',
  rmse: 'RMSE',
  ymean: 'Mean of dep. var.',
  clusters: 'Clusters',
  firstF: 'First-stage F',
  bandwidth: 'Bandwidth',
  order: 'Order',
  aic: 'AIC',
  bic: 'BIC',
  ll: 'Log likelihood',
  pseudoR2: 'Pseudo R²',
  units: 'Firms',
  instruments: 'Instruments',
  ar1P: 'AR(1) p',
  ar2P: 'AR(2) p',
  jP: 'Hansen p',
  f: 'F',
  testP: 'p of equality',
};

/** Pandoc's pipe tables by hand. */
const pipes: Layout = {
  name: 'pipe table',
  vocabulary: words,
  render: ({ table, notes }) => `Table: ${table.study.title}

${bars([['', ...numbered(table)], rule(table.heads.length), ...lines(table, ({ coef, stars }) => coef + escaped(stars)), ...table.words, ...table.stats])}

${notes.map(escaped).join('. ')}.
`,
};

/** \`modelsummary(output = "markdown")\`: a grid of plus signs. */
const grid: Layout = {
  name: 'grid table',
  vocabulary: {
    n: 'Num.Obs.',
    r2: 'R2',
    adjR2: 'R2 Adj.',
    aic: 'AIC',
    bic: 'BIC',
    ll: 'Log.Lik.',
    f: 'F',
    rmse: 'RMSE',
    withinR2: 'R2 Within',
    Constant: '(Intercept)',
  },
  limits: {
    below: [[inParentheses('se')], [inBrackets('ci')], [inParentheses('p')]],
    legends: [{ '+': 0.1, '*': 0.05, '**': 0.01, '***': 0.001 }],
    decimals: ['.'],
  },
  notes: (style) => [
    levels(style, 'mild')
      .map(([mark, level]) => `${mark} p < ${level}`)
      .join(', '),
  ],
  render: ({ table, notes }) => {
    const rows = [
      ['', ...numbered(table)] as unknown as Line,
      ...lines(table, ({ coef, stars }) => coef + stars),
      ...table.stats,
      ...table.words,
    ];
    const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)) + 2);
    const line = (mark: string) => `+${widths.map((width) => mark.repeat(width)).join('+')}+`;
    const text = (row: Line) =>
      `|${row.map((cell, i) => ` ${cell}`.padEnd(widths[i]!)).join('|')}|`;
    const [head, ...body] = rows;
    return `${line('-')}\n${text(head!)}\n${line('=')}\n${body.map((row) => `${text(row)}\n${line('-')}`).join('\n')}\n${notes
      .map((note) => `+${'='.repeat(4)}+\n${note}`)
      .slice(0, 1)
      .join('')
      .replace(/^\+=+\+\n/, '')}\n`;
  },
};

/** Errors below in the same cell. */
const breaks: Layout = {
  name: 'line breaks in cells',
  vocabulary: words,
  render: ({ table, notes }) => {
    const rows = table.rows.map(({ label, cells }): Line => [
      `**${label}**`,
      ...cells.map((cell) =>
        cell === undefined
          ? ''
          : [`${cell.coef}${escaped(cell.stars)}`, ...cell.below].join('<br>'),
      ),
    ]);
    return `### ${table.study.title}

${bars([['Variable', ...table.heads.map((head, i) => `(${i + 1}) ${head}`)], rule(table.heads.length), ...rows, ...table.words, ...table.stats])}

*Notes:* ${notes.map(escaped).join('; ')}
`;
  },
};

/** \`etable()\` in Markdown. */
const etable: Layout = {
  name: 'etable, Markdown',
  vocabulary: {
    n: 'Observations',
    r2: 'R2',
    withinR2: 'Within R2',
    adjR2: 'Adj. R2',
    pseudoR2: 'Pseudo R2',
  },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')]],
    legends: [{ '***': 0.001, '**': 0.01, '*': 0.05, '.': 0.1 }],
    decimals: ['.'],
  },
  notes: (style) => [
    '---',
    `Signif. codes: 0 ${levels(style, 'strict')
      .map(([mark, level]) => `'${mark}' ${level}`)
      .join(' ')} ' ' 1`,
  ],
  render: ({ table, notes }) => {
    const n = table.heads.length;
    const rows = table.rows.map(({ label, cells }): Line => [
      label,
      ...cells.map((cell) =>
        cell === undefined ? '' : `${cell.coef}${cell.stars} ${cell.below[0]!}`,
      ),
    ]);
    const dashes = (label: string): Line => [label, ...Array<string>(n).fill('--------')];
    const kind = {
      classical: 'IID',
      HC1: 'Heteroskedasticity-rob.',
      cluster: 'by: region',
      twoway: 'by: region & year',
      bootstrap: 'Bootstrap',
      hac: 'NW',
      ml: 'IID',
    }[table.study.errors];
    return `${bars([
      ['', ...table.heads.map((_, i) => `model ${i + 1}`)],
      rule(n),
      ['Dependent Var.:', ...table.outcomes],
      ['', ...table.heads.map(() => '')],
      ...rows,
      ...(table.words.length === 0 ? [] : [dashes('Fixed-Effects:'), ...table.words]),
      dashes('________________'),
      [`S.E.: ${kind === 'by: region' ? 'Clustered' : 'type'}`, ...table.heads.map(() => kind)],
      ...table.stats,
    ])}
${notes.join('\n')}
`;
  },
};

/** A table of a README: bold heads, errors behind a plus-minus sign in the notes' words. */
const compact: Layout = {
  name: 'errors behind coefficients',
  vocabulary: { ...words, n: 'N', r2: 'R^2^', adjR2: 'Adj. R^2^' },
  limits: {
    below: [
      [inParentheses('se')],
      [inParentheses('t')],
      [inBrackets('se')],
      [inParentheses('se'), inBrackets('p')],
      [inBrackets('ci')],
    ],
  },
  render: ({ table, notes }) => {
    const rows = table.rows.map(({ label, cells }): Line => [
      label,
      ...cells.map((cell) =>
        cell === undefined ? '–' : `${cell.coef}${escaped(cell.stars)} ${cell.below.join(' ')}`,
      ),
    ]);
    return `**Table 2. ${table.study.title}**

${bars([['', ...table.heads.map((head) => `**${head}**`)], rule(table.heads.length), ...rows, ...table.stats, ...table.words])}

${notes.map((note) => `- ${escaped(note)}`).join('\n')}
`;
  },
};

export const markdownLayouts: readonly Layout[] = [pipes, grid, breaks, etable, compact];
