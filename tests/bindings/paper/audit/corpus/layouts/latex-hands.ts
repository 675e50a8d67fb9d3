/** LaTeX as authors and journals write it. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines, type PrintedCell, type PrintedTable } from '../printed.js';
import { escaped, tex } from './latex-programs.js';
import { type Layout, levels, numbered } from './layout.js';

const labelled = (rows: readonly Line[]) =>
  rows.map(([label, ...texts]): Line => [escaped(label), ...texts]);
const superscript = ({ coef, stars }: PrintedCell) =>
  `$${coef}${stars === '' ? '' : `^{${stars.replace('†', '\\dagger')}}`}$`;
const plainNotes = (notes: readonly string[]) =>
  notes.map(escaped).join('. ').replace(/</g, '$<$').replace(/≤/g, '$\\le$');

const long = {
  ymean: 'Mean of dependent variable',
  n: 'Observations',
  r2: '$R^2$',
  adjR2: 'Adjusted $R^2$',
  clusters: 'Number of clusters',
  firstF: 'Kleibergen-Paap F',
  bandwidth: 'Bandwidth',
  order: 'Polynomial order',
  ysd: 'S.D. of dependent variable',
  jP: 'Overidentification ($p$-value)',
  testP: 'Test of equality ($p$-value)',
  units: 'Number of firms',
  instruments: 'Number of instruments',
  ar1P: 'AR(1) $p$-value',
  ar2P: 'AR(2) $p$-value',
  pseudoR2: 'Pseudo $R^2$',
  ll: 'Log likelihood',
  rmse: 'Root MSE',
};

/** `texreg()`. */
const texreg: Layout = {
  name: 'texreg, LaTeX',
  vocabulary: {
    r2: 'R$^2$',
    adjR2: 'Adj. R$^2$',
    n: 'Num. obs.',
    units: 'Num. groups: id',
    aic: 'AIC',
    bic: 'BIC',
    ll: 'Log Likelihood',
    rmse: 'RMSE',
    Constant: '(Intercept)',
  },
  limits: {
    below: [[inParentheses('se')]],
    legends: [{ '***': 0.001, '**': 0.01, '*': 0.05 }],
    decimals: ['.'],
  },
  notes: (style) => [
    levels(style, 'strict')
      .map(([mark, level]) => `$^{${mark}}p<${level}$`)
      .join('; '),
  ],
  render: ({ table, notes }) => `
\\begin{table}
\\begin{center}
\\begin{tabular}{l ${'c '.repeat(table.heads.length)}}
\\hline
 & ${table.heads.map((_, i) => `Model ${i + 1}`).join(' & ')} \\\\
\\hline
${tex(labelled(lines(table, superscript, (text) => `$${text}$`)))}
\\hline
${tex([...table.stats.map(([label, ...texts]): Line => [label, ...texts.map((text) => (text === '' ? '' : `$${text}$`))]), ...labelled(table.words)])}
\\hline
\\multicolumn{${table.heads.length + 1}}{l}{\\scriptsize{${notes.join('. ')}}}
\\end{tabular}
\\caption{Statistical models}
\\label{table:coefficients}
\\end{center}
\\end{table}
`,
};

/** Spans over columns, and a paragraph of notes below the tabular. */
const journal: Layout = {
  name: 'journal, LaTeX with spans',
  vocabulary: long,
  render: ({ table, notes }) => {
    const n = table.heads.length;
    return `\\begin{table}[htbp]
\\caption{\\textsc{${escaped(table.study.title)}}}
\\begin{center}
\\begin{tabular*}{\\textwidth}{@{\\extracolsep{\\fill}}l${'c'.repeat(n)}}
\\toprule
& \\multicolumn{${n}}{c}{Dependent variable: ${escaped(table.outcomes[0]!)}} \\\\ \\cmidrule(lr){2-${n + 1}}
& ${table.heads.map((head) => `\\multicolumn{1}{c}{${head}}`).join(' & ')} \\\\
& ${numbered(table).join(' & ')} \\\\ \\midrule
${tex(labelled(lines(table, ({ coef, stars }) => `${coef}${stars === '' ? '' : `$^{${stars.replace('†', '\\dagger')}}$`}`)))}
\\addlinespace
${tex([...labelled(table.words), ...table.stats])}
\\bottomrule
\\end{tabular*}
\\end{center}
{\\footnotesize \\emph{Notes:} ${plainNotes(notes)}.}
\\end{table}
`;
  },
};

/** A long table with errors in brackets and no stars in some rows. */
const longtable: Layout = {
  name: 'longtable',
  vocabulary: { ...long, n: '$N$', adjR2: '$\\bar{R}^2$', ll: '$\\ln L$' },
  render: ({ table, notes }) => `\\begin{longtable}{l${'r'.repeat(table.heads.length)}}
\\caption{${escaped(table.study.title)}}\\\\
\\hline
 & ${table.heads.map((head, i) => `(${i + 1}) ${head}`).join(' & ')} \\\\
\\hline
\\endfirsthead
\\hline
\\endhead
${tex(labelled(lines(table, superscript)))}
\\hline
${tex([...table.stats, ...labelled(table.words)])}
\\hline
\\multicolumn{${table.heads.length + 1}}{p{12cm}}{\\textit{Notes}: ${plainNotes(notes)}} \\\\
\\end{longtable}
`,
};

/** Panels one above the other. */
const panels: Layout = {
  name: 'panels, LaTeX',
  vocabulary: long,
  render: ({ table, second, notes }) => {
    const width = table.heads.length + 1;
    const body = (
      one: PrintedTable,
      title: string,
    ) => `\\multicolumn{${width}}{l}{\\textit{${escaped(title)}}} \\\\
${tex(labelled(lines(one, ({ coef, stars }) => `${coef}${stars.replace('†', '\\dag')}`)))}
${tex([...labelled(one.words), ...one.stats])}`;
    return `\\begin{table}
\\caption{Main results}
\\begin{tabular}{l${'c'.repeat(table.heads.length)}}
\\hline
 & ${numbered(table).join(' & ')} \\\\
\\hline
${second === undefined ? body(table, 'Panel A. All years') : `${body(table, table.study.title)}\n\\\\\n${body(second, second.study.title)}`}
\\hline
\\end{tabular}
\\begin{minipage}{0.9\\textwidth}\\small
Notes: ${plainNotes(notes)}.
\\end{minipage}
\\end{table}
`;
  },
};

/** Commas for decimals, in tabularx. */
const comma: Layout = {
  name: 'tabularx with decimal commas',
  vocabulary: {
    n: 'N',
    r2: '$R^2$',
    adjR2: 'korr. $R^2$',
    rmse: 'RMSE',
    f: 'F',
    ymean: 'Mean of $y$',
    clusters: 'Clusters (id)',
  },
  limits: { decimals: [','] },
  render: ({ table, notes }) => `\\begin{table}
\\begin{tabularx}{\\linewidth}{X${'r'.repeat(table.heads.length)}}
\\toprule
 & ${numbered(table).join(' & ')} \\\\
\\midrule
${tex(
  labelled(
    lines(
      table,
      ({ coef, stars }) =>
        `${coef.replace(',', '{,}')}${stars === '' ? '' : `\\textsuperscript{${stars.replace('†', '\\dag')}}`}`,
      (text) => text.replace(/,/g, '{,}'),
    ),
  ),
)}
\\midrule
${tex([...labelled(table.words), ...table.stats.map(([label, ...texts]): Line => [label, ...texts.map((text) => text.replace(',', '{,}'))])])}
\\bottomrule
\\end{tabularx}
\\par\\smallskip ${plainNotes(notes)}
\\end{table}
`,
};

/** Errors in the column to the right: `esttab, wide`. */
const wide: Layout = {
  name: 'esttab wide, LaTeX',
  vocabulary: { n: 'Observations', r2: '\\(R^{2}\\)', aic: 'AIC', rmse: 'RMSE' },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inBrackets('se')]],
    decimals: ['.'],
  },
  render: ({ table, notes }) => {
    const n = table.heads.length;
    const rows = table.rows.map(({ label, cells }): Line => [
      escaped(label),
      ...cells.flatMap((cell) =>
        cell === undefined
          ? ['', '']
          : [
              cell.coef + (cell.stars === '' ? '' : `\\sym{${cell.stars.replace('†', '\\dag')}}`),
              cell.below[0]!,
            ],
      ),
    ]);
    const apart = (texts: readonly string[]) => texts.flatMap((text) => [text, '']);
    return `\\begin{tabular}{l*{${n}}{cc}}
\\hline\\hline
 &${numbered(table)
   .map((one) => `\\multicolumn{2}{c}{${one}}`)
   .join('&')}\\\\
 &${table.heads.map((one) => `\\multicolumn{2}{c}{${one}}`).join('&')}\\\\
\\hline
${tex(rows)}
\\hline
${tex([...table.words, ...table.stats].map(([label, ...texts]): Line => [escaped(label).replace(/\\\\_/g, '\\_'), ...apart(texts)]))}
\\hline\\hline
${notes.map((note) => `\\multicolumn{${2 * n + 1}}{l}{\\footnotesize ${escaped(note)}}\\\\`).join('\n')}
\\end{tabular}
`;
  },
};

/** kableExtra: booktabs with a row of notes. */
const kable: Layout = {
  name: 'kableExtra, LaTeX',
  vocabulary: {
    n: 'Num.Obs.',
    r2: 'R2',
    adjR2: 'R2 Adj.',
    withinR2: 'R2 Within',
    aic: 'AIC',
    rmse: 'RMSE',
    f: 'F',
    Constant: '(Intercept)',
  },
  limits: {
    below: [[inParentheses('se')], [inParentheses('t')], [inParentheses('se'), inBrackets('ci')]],
    decimals: ['.'],
  },
  render: ({ table, notes }) => `\\begin{table}
\\centering
\\caption{\\label{tab:unnamed}${escaped(table.study.title)}}
\\centering
\\begin{tabular}[t]{l${'c'.repeat(table.heads.length)}}
\\toprule
  & ${table.heads.map((_, i) => `Model ${i + 1}`).join(' & ')}\\\\
\\midrule
${tex(labelled(lines(table, ({ coef, stars }) => `\\num{${coef}}${stars.replace('†', '\\dag')}`)))}
\\midrule
${tex([...table.stats, ...labelled(table.words)])}
\\bottomrule
${notes.map((note) => `\\multicolumn{${table.heads.length + 1}}{l}{\\rule{0pt}{1em}${escaped(note)}}\\\\`).join('\n')}
\\end{tabular}
\\end{table}
`,
};

export const latexHands: readonly Layout[] = [
  texreg,
  journal,
  longtable,
  panels,
  comma,
  wide,
  kable,
];
