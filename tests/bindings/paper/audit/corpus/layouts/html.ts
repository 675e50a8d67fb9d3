/** HTML as programs write it. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines } from '../printed.js';
import { type Layout, levels, numbered } from './layout.js';

export const safe = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
const body = (all: readonly Line[]) => all.map((line) => row(line.map(safe))).join('\n');

const words = {
  n: 'Observations',
  r2: 'R-squared',
  adjR2: 'Adjusted R-squared',
  rmse: 'RMSE',
  ymean: 'Mean of outcome',
  clusters: 'Clusters',
  firstF: 'First-stage F-statistic',
  bandwidth: 'Bandwidth',
  order: 'Order of polynomial',
  aic: 'AIC',
  bic: 'BIC',
  ll: 'Log-likelihood',
  pseudoR2: 'Pseudo R-squared',
  units: 'Number of id',
  instruments: 'Instruments',
  ar1P: 'AR(1) p-value',
  ar2P: 'AR(2) p-value',
  jP: 'Hansen p-value',
  f: 'F-statistic',
  testP: 'p-value of test',
};

const stargazer: Layout = {
  name: 'stargazer, HTML',
  vocabulary: {
    n: 'Observations',
    r2: 'R<sup>2</sup>',
    adjR2: 'Adjusted R<sup>2</sup>',
    ll: 'Log Likelihood',
    aic: 'Akaike Inf. Crit.',
  },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('p')]],
    legends: [{ '***': 0.01, '**': 0.05, '*': 0.1 }],
    decimals: ['.'],
  },
  notes: ({ below }) => [
    ...(below[0]!.quantity === 'se'
      ? []
      : [
          `${{ t: 't-statistics', z: 'z-statistics', p: 'p-values', se: '', ci: '' }[below[0]!.quantity]} in parentheses`,
        ]),
    '<sup>*</sup>p<0.1; <sup>**</sup>p<0.05; <sup>***</sup>p<0.01',
  ],
  render: ({ table, notes }) => {
    const n = table.heads.length;
    const line = `<tr><td colspan="${n + 1}" style="border-bottom: 1px solid black"></td></tr>`;
    const coefficients = lines(
      table,
      ({ coef, stars }) => coef + (stars === '' ? '' : `<sup>${stars}</sup>`),
    );
    return `
<table style="text-align:center"><caption><strong>${safe(table.study.title)}</strong></caption>
${line}<tr><td style="text-align:left"></td><td colspan="${n}"><em>Dependent variable:</em></td></tr>
<tr><td></td><td colspan="${n}" style="border-bottom: 1px solid black"></td></tr>
${row(['', ...table.outcomes])}
${row(['', ...numbered(table)])}
${line}${coefficients.map((cells) => row(cells)).join('\n')}
${row(['', ...table.heads.map(() => '')])}
${line}${[...table.words.map((cells) => cells.map(safe)), ...table.stats].map((cells) => row(cells)).join('\n')}
${line}<tr><td style="text-align:left"><em>Note:</em></td><td colspan="${n}" style="text-align:right">${notes.map((note) => note.replace(/p</g, 'p&lt;')).join('; ')}</td></tr>
</table>
`;
  },
};

const outreg: Layout = {
  name: 'esttab, HTML',
  vocabulary: words,
  render: ({ table, notes }) => `<html><body><table border="0" width="*">
<caption>${safe(table.study.title)}</caption>
<tr><td colspan=${table.heads.length + 1}><hr></td></tr>
${row(['&nbsp;', ...numbered(table)])}
${row(['&nbsp;', ...table.heads.map(safe)])}
<tr><td colspan=${table.heads.length + 1}><hr></td></tr>
${lines(table, ({ coef, stars }) => `${coef}<sup>${stars}</sup>`)
  .map(([label, ...cells]) =>
    row([safe(label) || '&nbsp;', ...cells.map((text) => text || '&nbsp;')]),
  )
  .join('\n')}
<tr><td colspan=${table.heads.length + 1}><hr></td></tr>
${body([...table.words, ...table.stats])}
<tr><td colspan=${table.heads.length + 1}><hr></td></tr>
${notes.map((note) => `<tr><td colspan=${table.heads.length + 1}>${safe(note)}</td></tr>`).join('\n')}
</table></body></html>
`,
};

const tiny: Layout = {
  name: 'modelsummary, HTML',
  vocabulary: {
    n: 'Num.Obs.',
    r2: 'R2',
    adjR2: 'R2 Adj.',
    withinR2: 'R2 Within',
    aic: 'AIC',
    bic: 'BIC',
    ll: 'Log.Lik.',
    f: 'F',
    rmse: 'RMSE',
    Constant: '(Intercept)',
  },
  limits: {
    below: [[inParentheses('se')], [inBrackets('ci')], [inParentheses('t')]],
    legends: [{ '+': 0.1, '*': 0.05, '**': 0.01, '***': 0.001 }],
    decimals: ['.'],
  },
  notes: (style) => [
    levels(style, 'mild')
      .map(([mark, level]) => `${mark} p < ${level}`)
      .join(', '),
  ],
  render: ({
    table,
    notes,
  }) => `<!DOCTYPE html><html><head><style>.t{border:0}</style><script>function f(){ if (1 < 2) return '<table>'; }</script></head><body>
<table class="table table-borderless" id="tinytable_x">
<thead>${row([' ', ...numbered(table)], 'th')}</thead>
<tfoot>${notes.map((note) => `<tr><td colspan='${table.heads.length + 1}'>${safe(note)}</td></tr>`).join('')}</tfoot>
<tbody>
${body([...lines(table, ({ coef, stars }) => coef + stars), ...table.stats, ...table.words])}
</tbody></table></body></html>
`,
};

/** gt with labels over two rows, and footnotes behind the table. */
const rowspan: Layout = {
  name: 'labels over two rows, HTML',
  vocabulary: words,
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inBrackets('se')], [inParentheses('p')]],
  },
  render: ({ table, notes }) => `<h3>${safe(table.study.title)}</h3>
<table>
<thead><tr><th rowspan="2">Variable</th><th colspan="${table.heads.length}">Model</th></tr>${row(
    table.heads.map((head, i) => `(${i + 1}) ${safe(head)}`),
    'th',
  )}</thead>
<tbody>
${table.rows.map(({ label, cells }) => `<tr><td rowspan="2">${safe(label)}</td>${cells.map((cell) => `<td>${cell === undefined ? '' : `${cell.coef}${cell.stars}`}</td>`).join('')}</tr>\n<tr>${cells.map((cell) => `<td>${cell?.below[0] ?? ''}</td>`).join('')}</tr>`).join('\n')}
${body([...table.words, ...table.stats])}
</tbody></table>
${notes.map((note) => `<p class="footnote">${safe(note)}</p>`).join('\n')}
`,
};

/** sjPlot: estimates, intervals and p next to each other for each model. */
const sjplot: Layout = {
  name: 'sjPlot, HTML',
  raw: true,
  vocabulary: {
    n: 'Observations',
    r2: 'R<sup>2</sup> / R<sup>2</sup> adjusted',
    Constant: '(Intercept)',
  },
  limits: { below: [[inParentheses('ci'), inParentheses('p')]], legends: [{}], decimals: ['.'] },
  notes: () => [],
  render: ({ table }) => {
    const bold = (text: string) => text.slice(1, -1);
    const rows = table.rows.map(({ label, cells }) =>
      row([
        safe(label),
        ...cells.flatMap((cell) =>
          cell === undefined
            ? ['', '', '']
            : [
                cell.coef,
                bold(cell.below[0]!).replace(', ', '&nbsp;&ndash;&nbsp;'),
                bold(cell.below[1]!),
              ],
        ),
      ]),
    );
    const stats = table.stats
      .filter(([label]) => label === 'Observations')
      .map(
        ([label, ...texts]) =>
          `<tr><td>${label}</td>${texts.map((text) => `<td colspan="3">${text}</td>`).join('')}</tr>`,
      );
    return `<table>
<tr><th>&nbsp;</th>${table.heads.map((head) => `<th colspan="3">${head}</th>`).join('')}</tr>
<tr><td>Predictors</td>${table.heads.map(() => '<td>Estimates</td><td>CI</td><td>p</td>').join('')}</tr>
${rows.join('\n')}
${stats.join('\n')}
</table>
`;
  },
};

export const htmlLayouts: readonly Layout[] = [stargazer, outreg, tiny, rowspan, sjplot];
export { words as htmlWords, row as htmlRow };
