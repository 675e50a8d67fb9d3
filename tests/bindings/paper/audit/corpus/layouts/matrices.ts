/** Correlation matrices and descriptive tables. */
import { twoSided } from '../numbers/laws.js';
import { correlation, momentsOf } from '../numbers/moments.js';
import type { Draw } from '../numbers/draw.js';
import type { Row } from '../numbers/linear.js';
import { panelOf } from '../studies/data.js';
import { starsOf, withoutMinusZero } from '../style.js';
import { bars } from './markdown.js';
import { htmlRow, safe } from './html.js';
import type { Line } from '../printed.js';
import { documentOf, textCells } from './word.js';

/** A table that is not of models: from data alone. */
export interface PlainLayout {
  readonly name: string;
  readonly make: (draw: Draw, seed: number) => string | Uint8Array;
}

const names: Readonly<Record<string, string>> = {
  x1: 'Education',
  x2: 'Experience',
  x3: 'Urban share',
  y: 'Wage',
  endogenous: 'Training',
  count: 'Patents',
  d: 'Female (dummy)',
  y2: 'Profit',
};

interface Matrix {
  readonly rows: readonly Row[];
  readonly variables: readonly string[];
  readonly cells: readonly (readonly string[])[];
  readonly legend: Readonly<Record<string, number>>;
}

function matrixOf(
  draw: Draw,
  seed: number,
  options: { readonly stars: boolean; readonly digits: number; readonly zero: boolean },
): Matrix {
  const rows = panelOf(seed).slice(0, 40 + draw.below(200));
  const variables = Object.keys(names).slice(0, 4 + draw.below(4));
  const legend = draw.pick([
    { '*': 0.05 },
    { '***': 0.01, '**': 0.05, '*': 0.1 },
    { '*': 0.05, '**': 0.01 },
  ]) as Readonly<Record<string, number>>;
  const cells = variables.map((a, i) =>
    variables.map((b, j) => {
      if (j > i) return '';
      const r = i === j ? 1 : correlation(rows, a, b);
      const p =
        i === j ? 1 : twoSided(r * Math.sqrt((rows.length - 2) / (1 - r * r)), rows.length - 2);
      const text = withoutMinusZero(r.toFixed(options.digits));
      return (
        (options.zero ? text : text.replace(/^(-?)0\./, '$1.')) +
        (options.stars ? starsOf(p, legend) : '')
      );
    }),
  );
  return { rows, variables, cells, legend: options.stars ? legend : {} };
}

const legendWords = (legend: Matrix['legend']) =>
  Object.entries(legend)
    .map(([mark, level]) => `${mark} p < ${level}`)
    .join(', ');

/** Lower triangle under the names of the variables. */
const triangle: PlainLayout = {
  name: 'correlations, Markdown',
  make: (draw, seed) => {
    const { rows, variables, cells, legend } = matrixOf(draw, seed, {
      stars: draw.chance(0.6),
      digits: draw.pick([2, 3]),
      zero: true,
    });
    const body = cells.map((line, i): Line => [
      names[variables[i]!]!,
      ...line.map((text) => text.replaceAll('*', '\\*')),
    ]);
    return `Table: Pairwise correlations\n\n${bars([['', ...variables.map((name) => names[name]!)], ['---', ...variables.map(() => '---')], ...body])}\n\nN = ${rows.length}. ${legendWords(legend).replaceAll('*', '\\*')}\n`;
  },
};

/** Means and standard deviations in front, variables by number, a dash on the diagonal. */
const numbered: PlainLayout = {
  name: 'means and correlations, LaTeX',
  make: (draw, seed) => {
    const { rows, variables, cells, legend } = matrixOf(draw, seed, {
      stars: draw.chance(0.5),
      digits: 2,
      zero: false,
    });
    const dash = draw.chance(0.5);
    const body = variables.map((name, i) => {
      const { mean, sd } = momentsOf(rows.map((row) => row[name]!));
      const line = cells[i]!.map((text, j) =>
        j === i && dash ? '--' : text.replace(/(\*+)$/, '$^{$1}$'),
      );
      return `${i + 1}. ${names[name]!} & ${mean.toFixed(2)} & ${sd.toFixed(2)} & ${line.join(' & ')} \\\\`;
    });
    return `\\begin{table}\\caption{Descriptive statistics and correlations}
\\begin{tabular}{lcc${'c'.repeat(variables.length)}}
\\toprule
Variable & Mean & S.D. & ${variables.map((_, i) => String(i + 1)).join(' & ')} \\\\
\\midrule
${body.join('\n')}
\\bottomrule
\\multicolumn{${variables.length + 3}}{l}{$N = ${rows.length}$. ${legendWords(legend).replace(/</g, '$<$')}}
\\end{tabular}\\end{table}`;
  },
};

const full: PlainLayout = {
  name: 'full correlation matrix, HTML',
  make: (draw, seed) => {
    const { rows, variables } = matrixOf(draw, seed, { stars: false, digits: 3, zero: true });
    const body = variables.map((a) =>
      htmlRow([
        safe(names[a]!),
        ...variables.map((b) =>
          withoutMinusZero((a === b ? 1 : correlation(rows, a, b)).toFixed(3)),
        ),
      ]),
    );
    return `<table><caption>Correlation matrix</caption>${htmlRow(['', ...variables.map((name) => safe(names[name]!))], 'th')}${body.join('\n')}</table><p>Pearson correlations, ${rows.length} observations.</p>`;
  },
};

function momentLine(rows: readonly Row[], name: string, digits: number): Line {
  const { n, mean, sd, min, max } = momentsOf(rows.map((row) => row[name]!));
  const isWhole = name === 'count' || name === 'd';
  const end = (value: number) => (isWhole ? String(value) : value.toFixed(digits));
  return [names[name]!, String(n), mean.toFixed(digits), sd.toFixed(digits), end(min), end(max)];
}

const described: PlainLayout = {
  name: 'descriptives, LaTeX',
  make: (draw, seed) => {
    const rows = panelOf(seed);
    const digits = draw.pick([2, 3]);
    const body = Object.keys(names).map(
      (name) => `${momentLine(rows, name, digits).join(' & ')} \\\\`,
    );
    return `\\begin{tabular}{lccccc}\\toprule\n & N & Mean & Std. Dev. & Min & Max \\\\ \\midrule\n${body.join('\n')}\n\\bottomrule\\end{tabular}`;
  },
};

const stata: PlainLayout = {
  name: 'descriptives, Word',
  make: (draw, seed) => {
    const rows = panelOf(seed);
    const digits = draw.pick([2, 3]);
    const order = draw.pick([
      [0, 2, 3, 4, 5, 1],
      [0, 1, 2, 3, 4, 5],
    ]);
    const heads = ['Variable', 'Obs', 'Mean', 'Std. dev.', 'Min', 'Max'];
    const lines = [heads, ...Object.keys(names).map((name) => momentLine(rows, name, digits))];
    return documentOf(
      'Table 1: Summary statistics',
      textCells(lines.map((line) => order.map((i) => line[i]!))),
      ['Source: own calculations.'],
    );
  },
};

/** Means of two groups, their difference and its p-value. */
const balance: PlainLayout = {
  name: 'balance of two groups, Markdown',
  make: (draw, seed) => {
    const rows = panelOf(seed);
    const digits = draw.pick([2, 3]);
    const [treated, control] = [1, 0].map((high) => rows.filter((row) => row['high'] === high)) as [
      Row[],
      Row[],
    ];
    const body = Object.keys(names).map((name): Line => {
      const [a, b] = [treated, control].map((part) => momentsOf(part.map((row) => row[name]!)));
      const se = Math.sqrt(a!.sd ** 2 / a!.n + b!.sd ** 2 / b!.n);
      const gap = a!.mean - b!.mean;
      return [
        names[name]!,
        a!.mean.toFixed(digits),
        b!.mean.toFixed(digits),
        withoutMinusZero(gap.toFixed(digits)),
        twoSided(gap / se, Infinity).toFixed(3),
      ];
    });
    return `Table 1. Balance\n\n${bars([['', 'Treated', 'Control', 'Difference', 'p-value'], ['---', '---', '---', '---', '---'], ...body, ['N', String(treated.length), String(control.length), '', '']])}\n\nMeans by group.\n`;
  },
};

export const plainLayouts: readonly PlainLayout[] = [
  triangle,
  numbered,
  full,
  described,
  stata,
  balance,
];
