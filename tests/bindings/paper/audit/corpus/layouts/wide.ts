/** One model with its numbers in columns: coefficient, error, t, p, interval. */
import { inParentheses } from '../style.js';
import type { Line } from '../printed.js';
import { bars } from './markdown.js';
import { htmlRow, safe } from './html.js';
import { type Layout, numbered } from './layout.js';

const inside = (text: string) => text.slice(1, -1);
const all = {
  below: [[inParentheses('se'), inParentheses('t'), inParentheses('p'), inParentheses('ci')]],
  legends: [{}],
  decimals: ['.', '.', ','] as const,
};

/** Columns side by side: coefficient, error, t and p of each model. */
const markdown: Layout = {
  name: 'columns Coef. SE t P>|t|, Markdown',
  vocabulary: { n: 'Observations', r2: 'R²' },
  limits: { ...all, below: [[inParentheses('se'), inParentheses('t'), inParentheses('p')]] },
  notes: () => [],
  render: ({ table, notes, draw }) => {
    const last = table.heads.length - 1;
    const law = table.style.below[1]!.quantity;
    const heads = draw.pick([
      ['Coef.', 'SE', law, `P>\\|${law}\\|`],
      ['b', 's.e.', `${law}-value`, 'p-value'],
      ['Estimate', 'Std. Error', `${law} value`, `Pr(>\\|${law}\\|)`],
      ['Coefficient', 'Standard error', `${law}-statistic`, 'p'],
      ['β', 'SE', law, 'Sig.'],
    ]);
    const rows = table.rows.flatMap(({ label, cells }): Line[] => {
      const one = cells[last];
      return one === undefined ? [] : [[label, one.coef, ...one.below.map(inside)]];
    });
    const stats = table.stats.map((line): Line => [line[0], line[last + 1] ?? '', '', '', '']);
    return `**${table.study.title}**\n\n${bars([['', ...heads], ['---', '---', '---', '---', '---'], ...rows, ...stats])}\n\n${notes.join('. ')}\n`;
  },
};

/** As a spreadsheet: the ends of the interval in columns of their own. */
const csv: Layout = {
  name: 'columns Coef. SE t p CI, CSV',
  vocabulary: {},
  limits: { ...all, decimals: ['.'] },
  notes: () => [],
  render: ({ table, notes, draw }) => {
    const last = table.heads.length - 1;
    const law = table.style.below[1]!.quantity;
    const heads = draw.pick([
      ['Variable', 'Coef.', 'Std. Err.', law, `P>|${law}|`, '[95% Conf.', 'Interval]'],
      ['term', 'estimate', 'std.error', 'statistic', 'p.value', 'conf.low', 'conf.high'],
      ['Variable', 'B', 'SE', law, 'p', 'Lower 95%', 'Upper 95%'],
    ]);
    const rows = table.rows.flatMap(({ label, cells }) => {
      const one = cells[last];
      return one === undefined
        ? []
        : [
            [
              label,
              one.coef,
              ...one.below.slice(0, 3).map(inside),
              ...inside(one.below[3]!).split(', '),
            ],
          ];
    });
    return `${[heads, ...rows].map((line) => line.map((text) => (/[",]/.test(text) ? `"${text}"` : text)).join(',')).join('\n')}\n${notes.length === 0 ? '' : `\n"${notes.join('. ')}"\n`}`;
  },
};

/** `summary().as_html()` of statsmodels: a table of facts, then one of coefficients. */
const statsmodels: Layout = {
  name: 'statsmodels, HTML',
  raw: true,
  vocabulary: { Constant: 'const' },
  limits: { ...all, decimals: ['.'] },
  notes: () => [],
  render: ({ table }) => {
    const fit = table.study.fits.at(-1)!;
    const last = table.heads.length - 1;
    const law = fit.law;
    const rows = table.rows.flatMap(({ label, cells }) => {
      const one = cells[last];
      return one === undefined
        ? []
        : [
            htmlRow([
              `<b>${safe(label)}</b>`,
              one.coef,
              ...one.below.slice(0, 3).map(inside),
              ...inside(one.below[3]!).split(', '),
            ]),
          ];
    });
    const fact = (name: string, value: number | undefined) =>
      value === undefined ? ['', ''] : [`<th>${name}</th>`, `<td>${String(value)}</td>`];
    return `<table class="simpletable">
<caption>${fit.head === '2SLS' ? 'IV-2SLS' : 'OLS'} Regression Results</caption>
<tr><th>Dep. Variable:</th><td>${fit.outcome}</td>${fact('R-squared:', fit.stats['r2'] === undefined ? undefined : Number(fit.stats['r2'].toFixed(3))).join('')}</tr>
<tr><th>No. Observations:</th><td>${String(fit.stats['n'])}</td>${fact('AIC:', fit.stats['aic'] === undefined ? undefined : Number(fit.stats['aic'].toPrecision(4))).join('')}</tr>
</table>
<table class="simpletable">
<tr><td></td><th>coef</th><th>std err</th><th>${law}</th><th>P&gt;|${law}|</th><th>[0.025</th><th>0.975]</th></tr>
${rows.join('\n')}
</table><br/><br/>Notes:<br/>[1] Standard Errors assume that the covariance matrix of the errors is correctly specified.`;
  },
};

/** Groups of columns for each model, under the number of the model. */
const groups: Layout = {
  name: 'columns of several models, LaTeX',
  vocabulary: { n: 'N', r2: '$R^2$' },
  limits: { ...all, below: [[inParentheses('se'), inParentheses('p')]], decimals: ['.'] },
  notes: () => [],
  render: ({ table, notes }) => {
    const rows = table.rows.map(({ label, cells }) => [
      label.replace(/[_&%#]/g, '\\$&').replace('×', '$\\times$'),
      ...cells.flatMap((cell) =>
        cell === undefined ? ['', '', ''] : [cell.coef, ...cell.below.map(inside)],
      ),
    ]);
    const stats = table.stats.map(([label, ...texts]) => [
      label,
      ...texts.map((text) => `\\multicolumn{3}{c}{${text}}`),
    ]);
    const tex = (lines: readonly (readonly string[])[]) =>
      lines.map((line) => `${line.join(' & ')} \\\\`).join('\n');
    return `\\begin{tabular}{l${'rrr'.repeat(table.heads.length)}}
\\toprule
${tex([
  ['', ...numbered(table).map((one) => `\\multicolumn{3}{c}{${one}}`)],
  ['', ...table.heads.flatMap(() => ['Coef.', 'S.E.', '$p$'])],
])}
\\midrule
${tex(rows)}
\\midrule
${tex(stats)}
\\bottomrule
\\end{tabular}

${notes.join('. ')}
`;
  },
};

export const wideLayouts: readonly Layout[] = [markdown, csv, statsmodels, groups];
