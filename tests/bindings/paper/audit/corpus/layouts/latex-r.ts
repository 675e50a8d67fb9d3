/** LaTeX as R programs write it. */
import { inBrackets, inParentheses } from '../style.js';
import { type Line, lines } from '../printed.js';
import { labelled, latexOfStata, latexOfStargazer, tex } from './latex-programs.js';
import { type Layout, levels, numbered } from './layout.js';

/** `modelsummary()` in tabularray. */
const tabularray: Layout = {
  name: 'modelsummary, tabularray',
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
    below: [[inParentheses('se')], [inBrackets('ci')], [inParentheses('se'), inBrackets('p')]],
    legends: [{ '+': 0.1, '*': 0.05, '**': 0.01, '***': 0.001 }],
    decimals: ['.'],
  },
  notes: (style) => [
    levels(style, 'mild')
      .map(([mark, level]) => `${mark} p \\num{< ${level}}`)
      .join(', '),
  ],
  render: ({ table, notes }) => {
    const number = (text: string) => text.replace(/-?\d[\d.]*/g, (one) => `\\num{${one}}`);
    return `\\begin{table}
\\centering
\\begin{talltblr}[         %% tabularray outer open
entry=none,label=none,
note{}={${notes.join('. ')}},
]                     %% tabularray outer close
{                     %% tabularray inner open
colspec={Q[]${'Q[]'.repeat(table.heads.length)}},
column{2-${table.heads.length + 1}}={}{halign=c,},
hline{${2 * table.rows.length + 2}}={1-${table.heads.length + 1}}{solid, black, 0.05em},
}                     %% tabularray inner close
\\toprule
& ${numbered(table).join(' & ')} \\\\ \\midrule %% TinyTableHeader
${tex(labelled(lines(table, ({ coef, stars }) => `${number(coef)}${stars}`, number)))}
${tex([...table.stats.map(([label, ...texts]): Line => [label, ...texts.map(number)]), ...labelled(table.words)])}
\\bottomrule
\\end{talltblr}
\\end{table}
`;
  },
};

/** `etable(tex = TRUE)`. */
const etable: Layout = {
  name: 'etable, LaTeX',
  vocabulary: {
    n: 'Observations',
    r2: 'R$^2$',
    withinR2: 'Within R$^2$',
    adjR2: 'Adjusted R$^2$',
    pseudoR2: 'Pseudo R$^2$',
  },
  limits: {
    below: [[inParentheses('se')]],
    legends: [{ '***': 0.01, '**': 0.05, '*': 0.1 }],
    decimals: ['.'],
  },
  notes: (style, study) => [
    `\\emph{${{ classical: 'IID', HC1: 'Heteroskedasticity-robust', cluster: 'Clustered (region)', twoway: 'Clustered (region \\& year)', bootstrap: 'Bootstrapped', hac: 'Newey-West (L=1)', ml: 'IID' }[study.errors]} standard-errors in parentheses}`,
    `\\emph{Signif. Codes: ${levels(style, 'strict')
      .map(([mark, level]) => `${mark}: ${level}`)
      .join(', ')}}`,
  ],
  render: ({ table, notes }) => {
    const n = table.heads.length;
    const section = (words: string) => `\\emph{${words}}\\\\`;
    return `\\begingroup
\\centering
\\begin{tabular}{l${'c'.repeat(n)}}
   \\tabularnewline \\midrule \\midrule
   Dependent Variable: & \\multicolumn{${n}}{c}{${table.outcomes[0]!}}\\\\
   Model:              & ${numbered(table).join(' & ')}\\\\
   \\midrule
   ${section('Variables')}
${tex(labelled(lines(table, ({ coef, stars }) => coef + (stars === '' ? '' : `$^{${stars}}$`))))}
${table.words.length === 0 ? '' : `   \\midrule\n   ${section('Fixed-effects')}\n${tex(labelled(table.words))}`}
   \\midrule
   ${section('Fit statistics')}
${tex(table.stats)}
   \\midrule \\midrule
${notes.map((note) => `   \\multicolumn{${n + 1}}{l}{${note}}\\\\`).join('\n')}
\\end{tabular}
\\par\\endgroup
`;
  },
};

export const latexPrograms: readonly Layout[] = [
  ...latexOfStata,
  latexOfStargazer,
  tabularray,
  etable,
];
