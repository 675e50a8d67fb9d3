/** Tables in the forms of common programs are read into the same numbers. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fitModel, type FitResult } from 'wasmetrics';
import { auditTable, type AuditTable, readPrintedTables } from 'wasmetrics/audit';
import { toText } from 'wasmetrics/report';
import { parseCsv } from 'wasmetrics/data';
import { regressionTable, renderTable } from 'wasmetrics/report';

const file = new URL('../../../../examples/abdata.csv', import.meta.url);
let fits: FitResult[];

beforeAll(async () => {
  const data = parseCsv(readFileSync(file, 'utf8'));
  fits = [
    await fitModel(data, { estimator: 'ols', formula: 'n ~ w' }),
    await fitModel(data, { estimator: 'ols', formula: 'n ~ w + k', vcov: { type: 'HC1' } }),
  ];
});

async function clean(tables: readonly AuditTable[]): Promise<void> {
  const { findings, checked } = await auditTable(tables);
  expect(findings).toEqual([]);
  expect(checked).toBeGreaterThan(5);
}

/** Coefficients and errors of a column, as printed. */
function numbersOf({ columns }: AuditTable) {
  return columns.map(({ rows, stats }) => [
    ...rows.map(({ row, printed: { coef, se, stars = '' } }) => [row, coef, se, stars].join(' ')),
    `n ${stats['n'] ?? ''}`,
  ]);
}

test.each(['markdown', 'latex', 'html', 'docx', 'quarto', 'xlsx', 'typst'] as const)(
  'our own tables in %s',
  async (format) => {
    const table = regressionTable(fits, { title: 'Employment' });
    const tables = readPrintedTables(await renderTable(table, format), 'ours');
    expect(tables).toHaveLength(1);
    const estimates = table.body.filter(({ kind }) => kind === 'estimate');
    expect(tables[0]!.columns[1]!.rows.map(({ row }) => row)).toEqual(
      estimates.map(({ label }) => label),
    );
    await clean(tables);
  },
);

const expected = [
  ['x 0.512 0.101 ***', 'Constant 1.204 0.250 ***', 'n 120'],
  ['x 0.498 0.110 ***', 'z -0.210 0.120 *', 'Constant 1.310 0.260 ***', 'n 120'],
];

const latexRows = `x & 0.512\\sym{***}& 0.498\\sym{***}\\\\
 & (0.101) & (0.110) \\\\
[1em]
z & & -0.210\\sym{*} \\\\
 & & (0.120) \\\\
Constant & 1.204\\sym{***}& 1.310\\sym{***}\\\\
 & (0.250) & (0.260) \\\\`;

test.each<[string, string]>([
  [
    'LaTeX with rules, as of esttab',
    `\\begin{tabular}{l*{2}{c}}\n\\hline\\hline\n &\\multicolumn{1}{c}{(1)}&\\multicolumn{1}{c}{(2)}\\\\\n &\\multicolumn{1}{c}{y}&\\multicolumn{1}{c}{y}\\\\\n\\hline\n${latexRows}\n\\hline\n\\(N\\) & 120 & 120 \\\\\n\\(R^{2}\\) & 0.179 & 0.200 \\\\\n\\hline\\hline\n\\multicolumn{3}{l}{\\footnotesize Standard errors in parentheses}\\\\\n\\multicolumn{3}{l}{\\footnotesize \\sym{*} \\(p<0.1\\), \\sym{**} \\(p<0.05\\), \\sym{***} \\(p<0.01\\)}\\\\\n\\end{tabular}`,
  ],
  [
    'LaTeX with math, as of stargazer',
    `\\begin{table}\\caption{}\\begin{tabular}{@{\\extracolsep{5pt}}lcc}\n\\\\[-1.8ex]\\hline \\hline \\\\[-1.8ex]\n & \\multicolumn{2}{c}{\\textit{Dependent variable:}} \\\\\n\\cline{2-3}\n\\\\[-1.8ex] & \\multicolumn{2}{c}{y} \\\\\n\\\\[-1.8ex] & (1) & (2)\\\\\n\\hline \\\\[-1.8ex]\n x & 0.512$^{***}$ & 0.498$^{***}$ \\\\\n  & (0.101) & (0.110) \\\\\n z &  & $-$0.210$^{*}$ \\\\\n  & & (0.120) \\\\\n Constant & 1.204$^{***}$ & 1.310$^{***}$ \\\\\n  & (0.250) & (0.260) \\\\\n\\hline \\\\[-1.8ex]\nObservations & 120 & 120 \\\\\nR$^{2}$ & 0.179 & 0.200 \\\\\nF Statistic & 25.700$^{***}$ (df = 1; 118) & 14.625$^{***}$ (df = 2; 117) \\\\\n\\hline\n\\textit{Note:}  & \\multicolumn{2}{r}{$^{*}$p$<$0.1; $^{**}$p$<$0.05; $^{***}$p$<$0.01} \\\\\n\\end{tabular}\\end{table}`,
  ],
  [
    'Markdown, as of modelsummary',
    `|  | (1) | (2) |\n|---|---|---|\n| x | 0.512*** | 0.498*** |\n|  | (0.101) | (0.110) |\n| z |  | -0.210* |\n|  |  | (0.120) |\n| Constant | 1.204*** | 1.310*** |\n|  | (0.250) | (0.260) |\n| Num.Obs. | 120 | 120 |\n| R2 | 0.179 | 0.200 |\n\n* p < 0.1, ** p < 0.05, *** p < 0.01`,
  ],
  [
    'errors in the cell of the estimate, as of etable',
    `|  | model 1 | model 2 |\n|---|---|---|\n| Dependent Var.: | y | y |\n| | | |\n| x | 0.512*** (0.101) | 0.498*** (0.110) |\n| z | | -0.210* (0.120) |\n| Constant | 1.204*** (0.250) | 1.310*** (0.260) |\n| S.E. type | IID | IID |\n| Observations | 120 | 120 |\n| R2 | 0.179 | 0.200 |\n\nSignif. codes: ***: 0.01, **: 0.05, *: 0.1`,
  ],
  [
    'text with errors behind the estimates, as of etable',
    `                            model 1           model 2\nDependent Var.:                   y                 y\n\nx                 0.512*** (0.101)  0.498*** (0.110)\nz                                    -0.210* (0.120)\nConstant          1.204*** (0.250)  1.310*** (0.260)\n________________  ________________  ________________\nS.E. type                       IID               IID\nObservations                    120               120\nR2                            0.179             0.200\n---\nSignif. codes: 0 '***' 0.01 '**' 0.05 '*' 0.1 ' ' 1`,
  ],
  [
    'a grid of Markdown with several lines a cell, as of modelsummary',
    `+------------+------------+------------+\n|            | (1)        | (2)        |\n+============+============+============+\n| x          | 0.512***\\  | 0.498***\\  |\n|            | (0.101)    | (0.110)    |\n+------------+------------+------------+\n| z          |            | -0.210*\\   |\n|            |            | (0.120)    |\n+------------+------------+------------+\n| Constant   | 1.204***\\  | 1.310***\\  |\n|            | (0.250)    | (0.260)    |\n+------------+------------+------------+\n| Num.Obs.   | 120        | 120        |\n+------------+------------+------------+\n| R2         | 0.179      | 0.200      |\n+------------+------------+------------+\n\n: Table 2. * p < 0.1, ** p < 0.05, *** p < 0.01`,
  ],
  [
    'HTML, as of outreg2 and stargazer',
    `<table><tr><td></td><td>(1)</td><td>(2)</td></tr><tr><td>VARIABLES</td><td>y</td><td>y</td></tr><tr><td>x</td><td>0.512***</td><td>0.498***</td></tr><tr><td></td><td>(0.101)</td><td>(0.110)</td></tr><tr><td>z</td><td></td><td>-0.210*</td></tr><tr><td></td><td></td><td>(0.120)</td></tr><tr><td>Constant</td><td>1.204***</td><td>1.310***</td></tr><tr><td></td><td>(0.250)</td><td>(0.260)</td></tr><tr><td>Observations</td><td>120</td><td>120</td></tr><tr><td>R-squared</td><td>0.179</td><td>0.200</td></tr><tr><td colspan="3">Standard errors in parentheses</td></tr><tr><td colspan="3">*** p&lt;0.01, ** p&lt;0.05, * p&lt;0.1</td></tr></table>`,
  ],
])('%s', async (_, text) => {
  const tables = readPrintedTables(text, 'T');
  expect(numbersOf(tables[0]!)).toEqual(expected);
  const { findings, checked } = await auditTable(tables);
  expect(findings).toEqual([]);
  expect(checked).toBeGreaterThan(10);
});

test.each([
  'Provinces',
  'No. of firms',
  'Number of states',
  'N (banks)',
  'Cities',
  '省份数',
  '企业数量',
])('%s is the number of groups', (label) => {
  const text = `| | (1) |\n|---|---|\n| x | 0.100 |\n| | (0.200) |\n| ${label} | 31 |\n| N | 155 |`;
  expect(readPrintedTables(text)[0]!.columns[0]!.stats).toEqual({ groups: '31', n: '155' });
});

test.each<[string, readonly string[]]>([
  ['t(28) = 2.20, p = .036', []],
  ['t(28)=2.20, d = 0.41, 95% CI [0.1, 0.8], p = .2', ['p-in-words impossible']],
  ['t(28) = 2.20, p = .02', ['p-in-words doubtful']],
  ['a one-tailed test: t(28) = 2.20, p = .018. Next', []],
  ['\\textit{t}(40.5) = 3.10, \\textit{p} < .001', ['p-in-words impossible']],
  ['<i>z</i> = 1.96, <i>p</i> = .05; <i>r</i>(28) = .38, p &lt; .01', ['p-in-words impossible']],
  ['F(1, 28) = 4.84, p = .06 and χ2(2, N = 80) = 5.99, p = .05', ['f-p impossible']],
])('tests in the sentence %j', async (text, expected) => {
  const { findings } = await auditTable(readPrintedTables(`We found an effect (${text}).`));
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(expected);
});

test('tests in the sentences of a Word file, after its tables', async () => {
  const notes = ['auto', 'We found an effect (t(28) = 2.20, d = 0.41, p = .2).'];
  const word = await renderTable(regressionTable(fits, { notes }), 'docx');
  const tables = readPrintedTables(word, 'paper.docx');
  expect(tables.map(({ table }) => table)).toEqual(['paper.docx', 'paper.docx, text']);
  const { findings } = await auditTable(tables);
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'p-in-words impossible',
  ]);
});

test('a table says what GRIM and DEBIT would need', async () => {
  const text = `| Variable | Mean | SD | Min | Max |\n|---|---|---|---|---|\n| treated | 0.47 | 0.50 | 0 | 1 |\n| age | 34.21 | 8.10 | 18 | 65 |`;
  const audit = await auditTable(readPrintedTables(text));
  expect(audit.notTestable).toEqual({ 'sd-bounds': 2, grim: 2, debit: 1 });
  expect(toText(audit)).toContain('grim needs mean; n; words such as dummy or count');
});

test('stars on a line of their own belong to the numbers below', () => {
  const text = `                 (1)            (2)
                     ***            **
Schooling       0.412          0.398
               (0.051)        (0.152)
N                420            420`;
  const stars = readPrintedTables(text)[0]!.columns.map(({ rows }) => rows[0]!.printed.stars);
  expect(stars).toEqual(['***', '**']);
});

test('a star that the numbers do not allow is found in any form', async () => {
  const text = `| | (1) |\n|---|---|\n| x | 0.100*** |\n| | (0.200) |\n| N | 120 |\n\n* p < 0.1, ** p < 0.05, *** p < 0.01`;
  const { findings } = await auditTable(readPrintedTables(text));
  expect(findings).toMatchObject([{ row: 'x', field: 'stars', severity: 'impossible' }]);
});

test('t in parentheses and intervals in brackets are told by the notes and their form', () => {
  const text = `| | (1) |\n|---|---|\n| x | 0.100 |\n| | (-0.50) |\n| | [-0.30, 0.50] |\n\nt statistics in parentheses`;
  expect(readPrintedTables(text)[0]!.columns[0]!.rows[0]!.printed).toEqual({
    coef: '0.100',
    t: '-0.50',
    ci_low: '-0.30',
    ci_high: '0.50',
  });
});

test('a descriptive table is read by the heads of its columns', () => {
  const text = `| Variable | N | Mean | Std. Dev. | Min | Max |\n|---|---|---|---|---|---|\n| Level | 150 | 0.080 | 0.027 | 0.045 | 0.288 |`;
  expect(readPrintedTables(text)[0]!.columns[0]!.variables).toEqual({
    Level: { n: '150', mean: '0.080', sd: '0.027', min: '0.045', max: '0.288' },
  });
});

test.each([
  ['', 'no text'],
  ['a,b\n1,2', 'another file'],
  ['\\begin{table}\\end{table}', 'LaTeX'],
])('a file without tables is refused', (text) => {
  expect(() => readPrintedTables(text, 'x.txt')).toThrow(/^x\.txt: expected/);
});
