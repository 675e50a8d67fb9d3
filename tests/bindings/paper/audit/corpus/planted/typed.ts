/** Impossible tables as typed: descriptives, correlations, and statistics of single columns. */
interface Typed {
  readonly what: string;
  readonly right: string;
  readonly wrong: string;
}

/** \`[right|wrong]\` in the text is the number that is planted. */
function typed(what: string, text: string): Typed {
  const side = (index: 0 | 1) =>
    text.replace(
      /⟦([^|⟧]*)\|([^⟧]*)⟧/g,
      (_, right: string, wrong: string) => [right, wrong][index]!,
    );
  return { what, right: side(0), wrong: side(1) };
}

export const descriptives: readonly Typed[] = [
  typed(
    'a mean above the maximum',
    `| Variable | N | Mean | SD | Min | Max |
|---|---|---|---|---|---|
| Wage | 412 | ⟦11.20|51.20⟧ | 3.10 | 4.00 | 31.50 |
| Age | 412 | 41.30 | 9.80 | 18.00 | 65.00 |`,
  ),
  typed(
    'a minimum above the maximum',
    `\\begin{tabular}{lrrrrr}
Variable & Obs. & Mean & Std. Dev. & Min & Max \\\\ \\hline
Leverage & 230 & 0.31 & 0.12 & ⟦0.02|0.98⟧ & 0.87 \\\\
Size & 230 & 7.10 & 1.50 & 3.20 & 11.40 \\\\
\\end{tabular}`,
  ),
  typed(
    'a standard deviation too large for its range',
    `Variable,Obs,Mean,Std. dev.,Min,Max
Share,155,0.080,⟦0.027|0.097⟧,0.045,0.288
Income,155,9.100,1.200,6.100,12.300`,
  ),
  typed(
    'a negative standard deviation',
    `| | Mean | Std. Dev. | Min | Max | N |
|---|---|---|---|---|---|
| Export share | 0.21 | ⟦0.11|-0.11⟧ | 0.00 | 0.90 | 310 |
| Employment | 54.10 | 20.20 | 10.00 | 200.00 | 310 |`,
  ),
  typed(
    'a mean that no count of dummies gives',
    `| Variable | N | Mean | SD | Min | Max |
|---|---|---|---|---|---|
| Female (dummy) | 25 | ⟦0.48|0.47⟧ | 0.51 | 0 | 1 |
| Age | 25 | 40.12 | 9.31 | 21.00 | 64.00 |`,
  ),
  typed(
    'a standard deviation that no dummy has',
    `<table><tr><th>Variable</th><th>Obs</th><th>Mean</th><th>SD</th><th>Min</th><th>Max</th></tr>
<tr><td>Union (0/1)</td><td>200</td><td>0.30</td><td>⟦0.46|0.31⟧</td><td>0</td><td>1</td></tr>
<tr><td>Wage</td><td>200</td><td>12.10</td><td>4.10</td><td>5.00</td><td>40.20</td></tr></table>`,
  ),
];

export const correlations: readonly Typed[] = [
  typed(
    'a correlation above one',
    `| | a | b | c |
|---|---|---|---|
| a | 1 | | |
| b | ⟦0.42|1.42⟧ | 1 | |
| c | 0.11 | -0.20 | 1 |`,
  ),
  typed(
    'correlations that no data have',
    `| | Wage | Hours | Tenure |
|---|---|---|---|
| Wage | 1.00 | | |
| Hours | 0.90 | 1.00 | |
| Tenure | 0.85 | ⟦0.80|-0.40⟧ | 1.00 |`,
  ),
  typed(
    'a variable that is not correlated with itself',
    `\\begin{tabular}{lccc}
 & (1) & (2) & (3) \\\\ \\hline
(1) Wage & 1.000 & & \\\\
(2) Hours & 0.310 & ⟦1.000|0.310⟧ & \\\\
(3) Tenure & 0.120 & 0.050 & 1.000 \\\\
\\end{tabular}`,
  ),
  typed(
    'two correlations of the same pair',
    `<table><tr><th></th><th>x</th><th>y</th><th>z</th></tr>
<tr><td>x</td><td>1.00</td><td>0.31</td><td>0.12</td></tr>
<tr><td>y</td><td>⟦0.31|0.13⟧</td><td>1.00</td><td>0.40</td></tr>
<tr><td>z</td><td>0.12</td><td>0.40</td><td>1.00</td></tr></table>`,
  ),
  typed(
    'three stars on a correlation of 0.02',
    `| Variables | Mean | S.D. | 1 | 2 | 3 |
|---|---|---|---|---|---|
| 1. Size | 7.10 | 1.50 | 1 | | |
| 2. Age | 21.00 | 9.10 | 0.31*** | 1 | |
| 3. Debt | 0.30 | 0.12 | 0.02⟦|***⟧ | 0.12 | 1 |

N = 140. *** p < 0.01, ** p < 0.05, * p < 0.1`,
  ),
  typed(
    'no star on a correlation of 0.60',
    `| | growth | rate | debt |
|---|---|---|---|
| growth | 1.00 | | |
| rate | 0.60⟦*|⟧ | 1.00 | |
| debt | 0.25* | 0.03 | 1.00 |

Observations: 210. * p < 0.05`,
  ),
];

export const columns: readonly Typed[] = [
  typed(
    'p of Hansen that J does not have',
    `| | (1) |
|---|---|
| L.y | 0.512 |
| | (0.101) |
| Observations | 620 |
| Hansen J | 20.00 |
| Hansen df | 12 |
| Hansen p-value | ⟦0.067|0.267⟧ |

Two-step GMM; standard errors in parentheses`,
  ),
  typed(
    'p of AR(2) that its z does not have',
    `| 变量 | (1) |
|---|---|
| L.y | 0.512*** |
| | (0.101) |
| 观测值 | 620 |
| AR(2) z | 0.80 |
| AR(2) p | ⟦0.424|0.124⟧ |

注：系统GMM；括号内为标准误；*** p<0.01，** p<0.05，* p<0.1`,
  ),
  typed(
    'AR(2) in a panel of four periods',
    `\\begin{tabular}{lc}
 & (1) \\\\ \\hline
L.n & 0.601 \\\\
 & (0.112) \\\\
Observations & ⟦900|300⟧ \\\\
Groups & 150 \\\\
Periods & ⟦9|4⟧ \\\\
AR(2) p-value & 0.412 \\\\
\\hline
\\multicolumn{2}{l}{Difference GMM, standard errors in parentheses}
\\end{tabular}`,
  ),
  typed(
    'parts with more rows than the whole',
    `| | All | Men | Women |
|---|---|---|---|
| Training | 0.120*** | 0.150*** | 0.090** |
| | (0.030) | (0.041) | (0.042) |
| Observations | 1,840 | ⟦1,010|1,310⟧ | 830 |

Columns 2 and 3 split the sample by sex. Robust standard errors in parentheses. *** p<0.01, ** p<0.05, * p<0.1`,
  ),
  typed(
    'R2 that t of the only regressor does not give',
    `| | (1) |
|---|---|
| x | 0.500*** |
| | (0.100) |
| Constant | 1.200*** |
| | (0.200) |
| Observations | 99 |
| R-squared | ⟦0.205|0.412⟧ |
| F (1, 97) | 25.00 |

Classical standard errors in parentheses. *** p<0.01, ** p<0.05, * p<0.1`,
  ),
  typed(
    'p of F that F does not have',
    `Variable,(1)
Capital,0.310
,(0.052)
Labour,0.610
,(0.071)
Observations,103
F,5.00
df1,2
df2,100
Prob > F,⟦0.009|0.200⟧

"Standard errors in parentheses"`,
  ),
  typed(
    'p of chi2 that chi2 does not have',
    `| | (1) Logit |
|---|---|
| Age | 0.041 |
| | (0.011) |
| Observations | 512 |
| Wald chi2 | 9.21 |
| df | 2 |
| Prob > chi2 | ⟦0.010|0.100⟧ |

Standard errors in parentheses`,
  ),
  typed(
    'a mean of the whole outside those of its parts',
    `| | All | | | Small | | | Large | | |
|---|---|---|---|---|---|---|---|---|---|
| Variable | N | Mean | SD | N | Mean | SD | N | Mean | SD |
| Profit | 400 | ⟦0.16|0.36⟧ | 0.10 | 160 | 0.10 | 0.08 | 240 | 0.20 | 0.11 |
| Debt | 400 | 0.42 | 0.21 | 160 | 0.30 | 0.20 | 240 | 0.50 | 0.22 |

The sample is split by size into small and large firms.`,
  ),
];
