/** Aligned text of packages of R: `etable()`, `stargazer(type = "text")` and `modelsummary()`. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines, type PrintedTable } from '../printed.js';
import { type Layout, levels, numbered } from './layout.js';

const widthsOf = (rows: readonly Line[], gap: number) =>
  rows[0]!.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)) + gap);

const errorKinds = {
  classical: 'IID',
  HC1: 'Heteroskedasticity-rob.',
  cluster: 'by: region',
  twoway: 'by: region & year',
  bootstrap: 'Bootstrap',
  hac: 'Newey-West (L=2)',
  ml: 'IID',
};

/** `etable()` on the screen: errors behind coefficients, columns on the right. */
const etable: Layout = {
  name: 'etable, text',
  vocabulary: {
    n: 'Observations',
    r2: 'R2',
    withinR2: 'Within R2',
    adjR2: 'Adj. R2',
    pseudoR2: 'Pseudo R2',
    Constant: 'Constant',
  },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inBrackets('ci')]],
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
    const rows = table.rows.map(({ label, cells }): Line => [
      label,
      ...cells.map((one) => (one === undefined ? '' : `${one.coef}${one.stars} ${one.below[0]!}`)),
    ]);
    const dashes = (label: string): Line => [label, ...table.heads.map(() => '----------')];
    const kind = errorKinds[table.study.errors];
    const all: readonly Line[] = [
      ['', ...table.heads.map((_, i) => `model ${i + 1}`)],
      ['Dependent Var.:', ...table.outcomes],
      ['', ...table.heads.map(() => '')],
      ...rows,
      ...(table.words.length === 0 ? [] : [dashes('Fixed-Effects:'), ...table.words]),
      dashes('________________'),
      [
        `S.E.: ${kind.startsWith('by') ? 'Clustered' : 'type'}`,
        ...table.heads.map(() => kind),
      ] as Line,
      ...table.stats,
    ];
    const widths = widthsOf(all, 0);
    const text = all.map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[i]!)))
        .join(' ')
        .trimEnd(),
    );
    return [...text, ...notes].join('\n');
  },
};

const centred = (text: string, width: number) =>
  text.padStart(Math.floor((width + text.length) / 2)).padEnd(width);

/** Rows with numbers in the middle of their columns. */
function middle(rows: readonly Line[], gap: number): string[] {
  const widths = widthsOf(rows, gap);
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]!) : centred(cell, widths[i]!))).join(''),
  );
}

/** `stargazer(type = "text")`: rules of signs, columns in the middle. */
const stargazer: Layout = {
  name: 'stargazer, text',
  vocabulary: {
    n: 'Observations',
    r2: 'R2',
    adjR2: 'Adjusted R2',
    rmse: 'Residual Std. Error',
    ll: 'Log Likelihood',
    aic: 'Akaike Inf. Crit.',
    bic: 'Bayesian Inf. Crit.',
  },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('ci')]],
    legends: [{ '*': 0.1, '**': 0.05, '***': 0.01 }],
    decimals: ['.'],
  },
  render: ({ table, notes }) => {
    const blank: Line = ['', ...table.heads.map(() => '')];
    const nbelow = 1 + table.style.below.length;
    const body = lines(table, ({ coef, stars }) => coef + stars).flatMap((row, i) =>
      (i + 1) % nbelow === 0 ? [row, blank] : [row],
    );
    const heads: Line[] = [
      ['', ...table.outcomes],
      ['', ...table.heads],
      ['', ...numbered(table)],
    ];
    const all = middle([...heads, ...body, ...table.words, ...table.stats], 4);
    const width = Math.max(...all.map(({ length }) => length));
    const [nheads, nbody] = [heads.length, heads.length + body.length];
    return [
      table.study.title,
      '='.repeat(width),
      centred('Dependent variable:', width),
      `${' '.repeat(all[0]!.search(/\S/))}${'-'.repeat(width - all[0]!.search(/\S/))}`,
      ...all.slice(0, nheads),
      '-'.repeat(width),
      ...all.slice(nheads, nbody),
      '-'.repeat(width),
      ...all.slice(nbody),
      '='.repeat(width),
      ...notes.map((note) => `Note: ${note}`.padStart(width)),
    ].join('\n');
  },
};

/** `modelsummary()` as text: columns apart, a line under the heads, errors below. */
function modelsummary(table: PrintedTable, notes: readonly string[]): string {
  const rows = [
    ['', ...numbered(table)] as unknown as Line,
    ...lines(table, ({ coef, stars }) => coef + stars),
    ...table.stats,
    ...table.words,
  ];
  const all = middle(rows, 3).map((row) => row.trimEnd());
  const rule = '-'.repeat(Math.max(...all.map(({ length }) => length)));
  return [rule, all[0]!, rule, ...all.slice(1), rule, ...notes].join('\n');
}

export const heldOutText: Layout = {
  name: 'modelsummary, text',
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
  render: ({ table, notes }) => modelsummary(table, notes),
};

export const alignedLayouts: readonly Layout[] = [etable, stargazer];
