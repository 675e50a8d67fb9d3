/** Plain text of programs: tables with columns of fixed width, and the output of one regression. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines } from '../printed.js';
import { type Layout, levels, numbered } from './layout.js';

const words = {
  n: 'Observations',
  r2: 'R-squared',
  adjR2: 'Adj. R-squared',
  rmse: 'RMSE',
  ymean: 'Mean dep. var.',
  clusters: 'Clusters',
  aic: 'AIC',
  bic: 'BIC',
  ll: 'll',
  firstF: 'First-stage F',
  units: 'Units',
  bandwidth: 'Bandwidth',
  order: 'Order',
  instruments: 'Instruments',
  jP: 'Hansen p-value',
  ar2P: 'AR(2) p-value',
  pseudoR2: 'pseudo R-sq',
  f: 'F',
};

function columns(rows: readonly Line[]): string[] {
  const widths = rows[0]!.map(
    (_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)) + (i === 0 ? 2 : 4),
  );
  return rows.map((row) =>
    row
      .map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join('')
      .trimEnd(),
  );
}

/** `esttab` on the screen: rules of dashes. */
const esttab: Layout = {
  name: 'esttab, text',
  vocabulary: { ...words, n: 'N', r2: 'R-sq', adjR2: 'adj. R-sq' },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('p')], [inBrackets('ci')]],
    legends: [{ '*': 0.05, '**': 0.01, '***': 0.001 }],
    decimals: ['.'],
  },
  render: ({ table, notes }) => {
    const coefficients = lines(
      table,
      ({ coef, stars }) => coef + stars.padEnd(3),
      (text) => `${text}   `,
    );
    const all = columns([
      ['', ...numbered(table)] as unknown as Line,
      ['', ...table.outcomes],
      ...coefficients,
      ...table.words,
      ...table.stats,
    ]);
    const rule = '-'.repeat(Math.max(...all.map(({ length }) => length)));
    const nbody = coefficients.length;
    return [
      rule,
      ...all.slice(0, 2),
      rule,
      ...all.slice(2, 2 + nbody),
      rule,
      ...all.slice(2 + nbody),
      rule,
      ...notes,
    ].join('\n');
  },
};

/** `screenreg()` of texreg. */
const screenreg: Layout = {
  name: 'texreg, text',
  vocabulary: { ...words, n: 'Num. obs.', r2: 'R^2', adjR2: 'Adj. R^2', Constant: '(Intercept)' },
  limits: {
    below: [[inParentheses('se')]],
    legends: [{ '***': 0.001, '**': 0.01, '*': 0.05 }],
    decimals: ['.'],
  },
  notes: (style) => [
    levels(style, 'strict')
      .map(([mark, level]) => `${mark} p < ${level}`)
      .join('; '),
  ],
  render: ({ table, notes }) => {
    const coefficients = lines(
      table,
      ({ coef, stars }) => `${coef} ${stars.padEnd(3)}`,
      (text) => `${text}   `,
    );
    const all = columns([
      ['', ...table.heads.map((_, i) => `Model ${i + 1}`)] as unknown as Line,
      ...coefficients,
      ...table.stats,
      ...table.words,
    ]);
    const width = Math.max(...all.map(({ length }) => length));
    const nbody = coefficients.length;
    return [
      '='.repeat(width),
      all[0]!,
      '-'.repeat(width),
      ...all.slice(1, 1 + nbody),
      '-'.repeat(width),
      ...all.slice(1 + nbody),
      '='.repeat(width),
      ...notes,
    ].join('\n');
  },
};

const oneModel = {
  below: [[inParentheses('se'), inParentheses('t'), inParentheses('p'), inParentheses('ci')]],
  legends: [{}],
  decimals: ['.'] as const,
};
const inside = (text: string) => text.slice(1, -1);

/** `regress` of Stata: a box with Coef., Std. err., t, P>|t| and the interval. */
const stata: Layout = {
  name: 'Stata output',
  raw: true,
  vocabulary: {},
  limits: oneModel,
  notes: () => [],
  render: ({ table }) => {
    const fit = table.study.fits.at(-1)!;
    const last = table.heads.length - 1;
    const law = fit.law;
    const robust = table.study.errors !== 'classical' && table.study.errors !== 'ml';
    const rows = table.rows.flatMap(({ label, cells }) => {
      const one = cells[last];
      if (one === undefined) return [];
      const [se, t, p, ci] = one.below.map(inside) as [string, string, string, string];
      const [low = '', high = ''] = ci.split(', ');
      return [
        `${label.slice(0, 12).padStart(12)} |${one.coef.padStart(11)}${se.padStart(11)}${t.padStart(9)}${p.padStart(8)}${low.padStart(13)}${high.padStart(12)}`,
      ];
    });
    return `
${fit.head === '2SLS' ? 'Instrumental variables 2SLS regression' : law === 't' ? 'Linear regression' : 'Maximum likelihood'}                               Number of obs     =${String(fit.stats['n']).padStart(11)}
${fit.stats['r2'] === undefined ? '' : `                                                R-squared         =${fit.stats['r2'].toFixed(4).padStart(11)}`}
                                                ${fit.stats['rmse'] === undefined ? '' : `Root MSE          =${fit.stats['rmse'].toPrecision(5).padStart(11)}`}

${'-'.repeat(78)}
${robust ? '             |               Robust\n' : ''}${fit.outcome.padStart(12)} | Coefficient  std. err.      ${law}    P>|${law}|     [95% conf. interval]
-------------+${'-'.repeat(64)}
${rows.join('\n')}
${'-'.repeat(78)}
`;
  },
};

/** `summary(lm())` of R. */
const rSummary: Layout = {
  name: 'summary of R',
  raw: true,
  vocabulary: { Constant: '(Intercept)' },
  limits: {
    ...oneModel,
    legends: [{ '***': 0.001, '**': 0.01, '*': 0.05, '.': 0.1 }],
    below: [[inParentheses('se'), inParentheses('t'), inParentheses('p')]],
  },
  notes: () => [],
  render: ({ table }) => {
    const fit = table.study.fits.at(-1)!;
    const last = table.heads.length - 1;
    const law = fit.law;
    const rows = table.rows.flatMap(({ label, cells }): Line[] => {
      const one = cells[last];
      const name = label.replace(/\s+/g, '_');
      return one === undefined
        ? []
        : [[name, one.coef, ...one.below.map(inside), one.stars] as unknown as Line];
    });
    const all = [
      ['', 'Estimate', 'Std. Error', `${law} value`, `Pr(>|${law}|)`, ''] as unknown as Line,
      ...rows,
    ];
    const widths = all[0]!.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
    const text = all.map((row) =>
      row
        .map((cell, i) =>
          i === 0 || i === 5 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
        )
        .join(' ')
        .trimEnd(),
    );
    return `
Call:
lm(formula = ${fit.outcome} ~ ${fit.terms.length - 1} regressors, data = d)

Coefficients:
${text.join('\n')}
---
Signif. codes:  0 ‘***’ 0.001 ‘**’ 0.01 ‘*’ 0.05 ‘.’ 0.1 ‘ ’ 1

${fit.stats['rmse'] === undefined ? '' : `Residual standard error: ${fit.stats['rmse'].toPrecision(4)} on ${(fit.stats['n'] ?? 0) - (fit.stats['k'] ?? 0)} degrees of freedom`}
${fit.stats['r2'] === undefined ? '' : `Multiple R-squared:  ${fit.stats['r2'].toPrecision(4)},\tAdjusted R-squared:  ${fit.stats['adjR2']!.toPrecision(4)}`}
`;
  },
};

export const textLayouts: readonly Layout[] = [esttab, screenreg, stata, rSummary];
