/** Tables of least squares: nested columns, fixed effects, weights, groups. */
import { linearFit, type Covariance, type Row, type Task } from '../numbers/linear.js';
import { panelOf } from './data.js';
import type { Study } from './study.js';

const labels: Readonly<Record<string, string>>[] = [
  {
    x1: 'Education',
    x2: 'Experience',
    x3: 'Urban share',
    d: 'Union member',
    endogenous: 'Training',
  },
  {
    x1: 'log(capital)',
    x2: 'R&D intensity',
    x3: 'Leverage',
    d: 'Exporter (0/1)',
    endogenous: 'Trade openness',
  },
  {
    x1: 'Treatment',
    x2: 'Age',
    x3: 'Age squared / 100',
    d: 'Female',
    endogenous: 'Years of schooling',
  },
  { x1: 'L.gdp', x2: 'fdi_share', x3: 'infl', d: 'crisis', endogenous: 'aid' },
];

export const labelsOf = (seed: number) => labels[seed % labels.length]!;

export interface Base {
  readonly rows: readonly Row[];
  readonly outcome: string;
  readonly vcov: Covariance;
}

export function baseOf(seed: number): Base {
  const vcov = (['classical', 'HC1', 'cluster'] as const)[seed % 3]!;
  return { rows: panelOf(seed), outcome: 'y', vcov };
}

const slopes = ['x1', 'x2', 'x3', 'd'];

export function nested(seed: number): Study {
  const base = baseOf(seed);
  const lists = [1, 2, 3, 4].map((n) => slopes.slice(0, n));
  return {
    name: 'nested',
    title: 'Determinants of the outcome',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: [],
    fits: lists.slice(seed % 2).map((list) => linearFit({ ...base, slopes: list })),
  };
}

export function hiddenControls(seed: number): Study {
  const base = baseOf(seed);
  const fit = (more: readonly string[]) =>
    linearFit({
      ...base,
      slopes: ['x1', ...more],
      hidden: more,
      words: { Controls: more.length > 0 ? 'Yes' : 'No' },
    });
  return {
    name: 'hidden controls',
    title: 'Main results',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: [],
    fits: [fit([]), fit(['x2', 'x3', 'd'])],
  };
}

export function fixedEffects(seed: number): Study {
  const base = baseOf(seed);
  const fit = (absorb: readonly string[]) =>
    linearFit({
      ...base,
      slopes: ['x1', 'x2'],
      absorb,
      words: {
        'Firm FE': absorb.includes('unit') ? 'Yes' : 'No',
        'Year FE': absorb.includes('period') ? 'Yes' : 'No',
      },
    });
  return {
    name: 'fixed effects',
    title: 'Effects within firms',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: [],
    fits: [fit([]), fit(['unit']), fit(['unit', 'period'])],
  };
}

/** Within R2 next to the overall adjusted R2, which the notes say. */
export function withinR2(seed: number): Study {
  const { fits, ...rest } = fixedEffects(seed);
  return {
    ...rest,
    name: 'within R2',
    notes: ['R2 is the within R2; adjusted R2 is overall'],
    stats: ['adjR2'],
    fits: fits
      .slice(1)
      .map((fit) => ({ ...fit, stats: { ...fit.stats, r2: fit.stats['withinR2']! } })),
  };
}

export function weighted(seed: number): Study {
  const base = baseOf(seed);
  const fit = (task: Partial<Task>, words: Readonly<Record<string, string>>) =>
    linearFit({ ...base, slopes: ['x1', 'x2'], ...task, words });
  return {
    name: 'weights',
    title: 'Weighted and unweighted estimates',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: [],
    fits: [
      fit({ slopes: ['x1'] }, { Weights: 'No' }),
      fit({ weights: 'w' }, { Weights: 'Yes' }),
      fit({ slopes: ['x1', 'x2', 'x3'], weights: 'w' }, { Weights: 'Yes' }),
    ],
  };
}

/** Means of units, pooled rows and rows within units; the between estimator has the degrees of freedom of units. */
export function between(seed: number): Study {
  const base = baseOf(seed - (seed % 3));
  const units = new Map<number, Row[]>();
  for (const row of base.rows) units.set(row['unit']!, [...(units.get(row['unit']!) ?? []), row]);
  const mean = (rows: readonly Row[], name: string) =>
    rows.reduce((sum, row) => sum + row[name]!, 0) / rows.length;
  const means = [...units.values()].map((rows): Row =>
    Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, mean(rows, name)])),
  );
  const list = ['x1', 'x2', 'x3'];
  const ofUnits = linearFit({ ...base, rows: means, slopes: list, head: 'Between' });
  const printed = {
    ...ofUnits,
    stats: { ...ofUnits.stats, n: base.rows.length, units: means.length },
  };
  const within = linearFit({ ...base, slopes: list, absorb: ['unit'], head: 'Within' });
  return {
    name: 'between',
    title: 'Panel estimators',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: ['The columns show pooled OLS, the between estimator and the within estimator'],
    fits: [
      linearFit({ ...base, slopes: list, head: 'Pooled OLS' }),
      printed,
      { ...within, stats: { ...within.stats, units: means.length } },
    ],
  };
}

/** Two groups and a pooled column; controls are common in the pooled column. */
export function splitCommon(seed: number): Study {
  const base = baseOf(seed);
  const controls = ['x2', 'x3', 'd'];
  const part = (high: number, head: string) =>
    linearFit({
      ...base,
      rows: base.rows.filter((row) => row['high'] === high),
      slopes: ['x1', ...controls],
      hidden: controls,
      head,
      words: { Controls: 'Yes' },
    });
  return {
    name: 'split with common controls',
    title: 'Heterogeneity',
    errors: base.vcov,
    labels: { ...labelsOf(seed), high: 'rich', x1high: `${labelsOf(seed)['x1']!} × rich` },
    notes: ['Columns 1 and 2 split the sample at the median of income'],
    fits: [
      part(0, 'poor'),
      part(1, 'rich'),
      linearFit({
        ...base,
        slopes: ['x1', 'x1high', 'high', ...controls],
        hidden: controls,
        head: 'pooled',
        words: { Controls: 'Yes' },
      }),
    ],
  };
}

export function splitFull(seed: number): Study {
  const base = baseOf(seed);
  const part = (high: number, head: string) =>
    linearFit({
      ...base,
      rows: base.rows.filter((row) => row['high'] === high),
      slopes: ['x1', 'x2'],
      head,
    });
  const names = labelsOf(seed);
  return {
    name: 'split with all interactions',
    title: 'Heterogeneity by size',
    errors: base.vcov,
    labels: {
      ...names,
      high: 'large',
      x1high: `${names['x1']!} × large`,
      x2high: `${names['x2']!} × large`,
    },
    notes: ['The sample is split by size'],
    fits: [
      part(0, 'small'),
      part(1, 'large'),
      linearFit({ ...base, slopes: ['x1', 'x2', 'x1high', 'x2high', 'high'], head: 'pooled' }),
    ],
  };
}

/** Subgroups that overlap: they do not add up. */
export function subgroups(seed: number): Study {
  const base = baseOf(seed);
  const fit = (head: string, is: (row: Row) => boolean) =>
    linearFit({ ...base, rows: base.rows.filter(is), slopes: ['x1', 'x2'], head });
  return {
    name: 'subgroups',
    title: 'Results by subgroup',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: ['Columns 2 to 4 show subsamples'],
    fits: [
      fit('Full sample', () => true),
      fit('Large', (row) => row['high'] === 1),
      fit('Exporters', (row) => row['d'] === 1),
      fit('Recent years', (row) => row['period']! > 1),
    ],
  };
}

/** Regressors with the names of statistics. */
export function oddNames(seed: number): Study {
  const base = baseOf(seed);
  const names = [
    ['k', 'n', 'r2', 'f'],
    ['K', 'N', 'R2', 'J'],
    ['params', 'groups', 'p', 'instruments'],
  ][seed % 3]!;
  return {
    name: 'odd names',
    title: 'Production function',
    errors: base.vcov,
    notes: [],
    labels: Object.fromEntries(slopes.map((slope, i) => [slope, names[i]!])),
    fits: [linearFit({ ...base, slopes: slopes.slice(0, 2) }), linearFit({ ...base, slopes })],
  };
}

export function outcomes(seed: number): Study {
  const base = baseOf(seed);
  const fit = (outcome: string, list: readonly string[]) =>
    linearFit({ ...base, outcome, slopes: list, head: outcome === 'y' ? 'Sales' : 'Profits' });
  return {
    name: 'outcomes',
    title: 'Effects on two outcomes',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: [],
    fits: [fit('y', ['x1', 'x2']), fit('y2', ['x1', 'x2', 'x3'])],
  };
}

export function noConstant(seed: number): Study {
  const base = baseOf(seed);
  const fit = (list: readonly string[]) => linearFit({ ...base, slopes: list, noConstant: true });
  return {
    name: 'no constant',
    title: 'Regressions through the origin',
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: ['No intercept'],
    fits: [fit(['x1', 'x3']), fit(['x1', 'x2', 'x3'])],
  };
}

/** Two outcomes in two panels. */
export function panels(seed: number): Study {
  const base = baseOf(seed);
  const study = (outcome: string, title: string): Study => ({
    name: 'panels',
    title,
    errors: base.vcov,
    labels: labelsOf(seed),
    notes: [],
    fits: [['x1'], ['x1', 'x2'], ['x1', 'x2', 'x3']].map((list) =>
      linearFit({ ...base, outcome, slopes: list }),
    ),
  });
  return { ...study('y', 'Panel A: Sales'), second: study('y2', 'Panel B: Profits') };
}
