/** LaTeX as Stata and R programs write it. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines, type PrintedCell } from '../printed.js';
import { type Layout, levels, numbered } from './layout.js';

export const tex = (rows: readonly Line[]) =>
  rows.map((row) => `${row.join(' & ')} \\\\`).join('\n');
export const escaped = (text: string) =>
  text
    .replace(/([%&#_])/g, '\\$1')
    .replace(/×/g, '$\\times$')
    .replace(/†/g, '$\\dagger$');
export const labelled = (rows: readonly Line[]) =>
  rows.map(([label, ...texts]): Line => [escaped(label), ...texts]);

const symbols = ({ coef, stars }: PrintedCell) => (stars === '' ? coef : `${coef}\\sym{${stars}}`);

const esttabWords = {
  n: '\\(N\\)',
  r2: '\\(R^{2}\\)',
  adjR2: 'adj. \\(R^{2}\\)',
  pseudoR2: 'pseudo \\(R^{2}\\)',
  aic: '\\textit{AIC}',
  bic: '\\textit{BIC}',
  f: '\\textit{F}',
  ll: '\\textit{ll}',
};

const said = {
  se: 'Standard errors',
  t: '\\textit{t} statistics',
  z: '\\textit{z} statistics',
  p: '\\textit{p}-values',
  ci: '95\\% confidence intervals',
};

/** `esttab using t.tex`. */
const esttab: Layout = {
  name: 'esttab, LaTeX',
  vocabulary: { ...esttabWords, Constant: '\\_cons' },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('p')], [inBrackets('ci')]],
    legends: [
      { '*': 0.05, '**': 0.01, '***': 0.001 },
      { '*': 0.1, '**': 0.05, '***': 0.01 },
    ],
    decimals: ['.'],
  },
  notes: (style) => [
    `${said[style.below[0]!.quantity]} in ${style.below[0]!.bracket === '(' ? 'parentheses' : 'brackets'}`,
    levels(style, 'mild')
      .map(([mark, level]) => `\\sym{${mark}} \\(p<${level}\\)`)
      .join(', '),
  ],
  render: ({ table, notes }) => {
    const width = table.heads.length + 1;
    return `{
\\def\\sym#1{\\ifmmode^{#1}\\else\\(^{#1}\\)\\fi}
\\begin{tabular}{l*{${table.heads.length}}{c}}
\\hline\\hline
            &${numbered(table)
              .map((one) => `\\multicolumn{1}{c}{${one}}`)
              .join('&')}\\\\
            &${table.outcomes.map((one) => `\\multicolumn{1}{c}{${escaped(one)}}`).join('&')}\\\\
\\hline
${tex(labelled(lines(table, symbols)))}
${table.words.length === 0 ? '' : `[1em]\n${tex(labelled(table.words))}\n`}\\hline
${tex(table.stats)}
\\hline\\hline
${[...notes].map((note) => `\\multicolumn{${width}}{l}{\\footnotesize ${note}}\\\\`).join('\n')}
\\end{tabular}
}
`;
  },
};

/** `esttab, booktabs` with siunitx columns, and the author's notes in a threeparttable. */
const siunitx: Layout = {
  name: 'booktabs and siunitx',
  vocabulary: {
    ...esttabWords,
    n: '{Observations}',
    ymean: '{Mean of dep.\\ var.}',
    rmse: '{RMSE}',
    clusters: '{Clusters}',
    firstF: '{First-stage F}',
    j: '{Hansen J}',
    jP: '{p-value of Hansen J}',
    bandwidth: '{Bandwidth}',
    order: '{Polynomial order}',
  },
  render: ({ table, notes, draw }) => {
    const stats = draw.chance(0.5) ? [...table.stats].reverse() : table.stats;
    return `\\begin{table}[t]\\centering
\\begin{threeparttable}
\\caption{${escaped(table.study.title)}}\\label{tab:main}
\\sisetup{input-symbols={()[]}, table-align-text-post=false}
\\begin{tabular}{l*{${table.heads.length}}{S[table-format=-2.3]}}
\\toprule
& ${table.heads.map((one) => `{${one}}`).join(' & ')} \\\\
& ${numbered(table)
      .map((one) => `{${one}}`)
      .join(' & ')} \\\\
\\midrule
${tex(
  labelled(
    lines(
      table,
      ({ coef, stars }) =>
        `${coef}${stars === '' ? '' : `\\textsuperscript{${stars.replace('†', '\\dag')}}`}`,
      (text) => (text.startsWith('[') ? `{${text}}` : text),
    ),
  ),
)}
\\midrule
${tex([...labelled(table.words.map(([label, ...texts]): Line => [label, ...texts.map((text) => `{${text}}`)])), ...stats.map(([label, ...texts]): Line => [label, ...texts.map((text) => `{${text}}`)])])}
\\bottomrule
\\end{tabular}
\\begin{tablenotes}[flushleft]\\footnotesize
\\item \\emph{Notes:} ${notes.map(escaped).join('. ').replace(/</g, '$<$').replace(/≤/g, '$\\leq$')}.
\\end{tablenotes}
\\end{threeparttable}
\\end{table}
`;
  },
};

/** `outreg2, tex`. */
const outreg2: Layout = {
  name: 'outreg2, LaTeX',
  vocabulary: {
    n: 'Observations',
    r2: 'R-squared',
    adjR2: 'Adjusted R-squared',
    units: 'Number of id',
    ll: 'Log Likelihood',
    f: 'F test',
    pseudoR2: 'Pseudo R-squared',
    rmse: 'RMSE',
  },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('p')]],
    legends: [{ '***': 0.01, '**': 0.05, '*': 0.1 }],
    decimals: ['.'],
  },
  notes: ({ below }, study) => [
    below[0]!.quantity === 'se'
      ? `${study.errors === 'classical' || study.errors === 'ml' ? 'S' : 'Robust s'}tandard errors in parentheses`
      : {
          t: 't-statistics in parentheses',
          z: 'z-statistics in parentheses',
          p: 'pval in parentheses',
          ci: '',
          se: '',
        }[below[0]!.quantity],
    '*** p$<$0.01, ** p$<$0.05, * p$<$0.1',
  ],
  render: ({ table, notes }) => {
    const n = table.heads.length;
    return `\\documentclass[]{article}
\\begin{document}
\\begin{tabular}{l${'c'.repeat(n)}} \\hline
 & ${numbered(table).join(' & ')} \\\\
VARIABLES & ${table.outcomes.join(' & ')} \\\\ \\hline
 ${' & '.repeat(n)} \\\\
${tex(labelled(lines(table, ({ coef, stars }) => coef + stars)))}
 ${' & '.repeat(n)} \\\\
${tex(table.stats)}
${tex(labelled(table.words))} \\hline
${notes.map((note) => `\\multicolumn{${n + 1}}{c}{ ${note}} \\\\`).join('\n')}
\\end{tabular}
\\end{document}
`;
  },
};

/** `stargazer()`. */
const stargazer: Layout = {
  name: 'stargazer, LaTeX',
  vocabulary: {
    n: 'Observations',
    r2: 'R$^{2}$',
    adjR2: 'Adjusted R$^{2}$',
    ll: 'Log Likelihood',
    aic: 'Akaike Inf. Crit.',
  },
  limits: {
    below: [[inParentheses('se')], [inParentheses('ci')]],
    legends: [{ '***': 0.01, '**': 0.05, '*': 0.1 }],
    decimals: ['.'],
  },
  notes: () => ['$^{*}$p$<$0.1; $^{**}$p$<$0.05; $^{***}$p$<$0.01'],
  render: ({ table, notes }) => {
    const n = table.heads.length;
    const minus = (text: string) => text.replace(/-/g, '$-$');
    const body = lines(
      table,
      ({ coef, stars }) => minus(coef) + (stars === '' ? '' : `$^{${stars}}$`),
      minus,
    );
    const residual = table.study.fits.every(
      ({ stats }) =>
        stats['rmse'] !== undefined && stats['lmF'] !== undefined && stats['units'] === undefined,
    );
    const errors = table.study.fits.map(
      ({ stats }) => `${stats['rmse']?.toFixed(3) ?? ''} (df = ${stats['residualDf'] ?? ''})`,
    );
    const f = table.study.fits.map(
      ({ stats }) =>
        `${stats['lmF']?.toFixed(3) ?? ''}$^{***}$ (df = ${stats['df1'] ?? ''}; ${stats['residualDf'] ?? ''})`,
    );
    const hasF = residual && table.study.fits.every(({ stats }) => (stats['lmF'] ?? 0) > 12);
    return `
% Table created by stargazer v.5.2.3
\\begin{table}[!htbp] \\centering
  \\caption{${escaped(table.study.title)}}
  \\label{}
\\begin{tabular}{@{\\extracolsep{5pt}}l${'c'.repeat(n)}}
\\\\[-1.8ex]\\hline
\\hline \\\\[-1.8ex]
 & \\multicolumn{${n}}{c}{\\textit{Dependent variable:}} \\\\
\\cline{2-${n + 1}}
\\\\[-1.8ex] & ${table.outcomes.join(' & ')} \\\\
\\\\[-1.8ex] & ${numbered(table).join(' & ')}\\\\
\\hline \\\\[-1.8ex]
${tex(labelled(body))}
 & ${' & '.repeat(n - 1)} \\\\
\\hline \\\\[-1.8ex]
${tex([...labelled(table.words), ...table.stats])}
${residual && table.words.length === 0 ? tex([['Residual Std. Error', ...errors]]) : ''}
${hasF && table.words.length === 0 ? tex([['F Statistic', ...f]]) : ''}
\\hline
\\hline \\\\[-1.8ex]
\\textit{Note:}  & \\multicolumn{${n}}{r}{${notes.join('; ')}} \\\\
\\end{tabular}
\\end{table}
`;
  },
};

export const latexOfStata: readonly Layout[] = [esttab, siunitx, outreg2];
export const latexOfStargazer = stargazer;
