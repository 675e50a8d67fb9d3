/** Tables whose p-values or errors are not those of t and n - k. */
import { type Term, termOf } from '../fit.js';
import { drawer } from '../numbers/draw.js';
import { linearFit, type Row } from '../numbers/linear.js';
import { baseOf, labelsOf } from './basic.js';
import type { Study } from './study.js';

export function wild(seed: number): Study {
  const base = { ...baseOf(seed), vcov: 'cluster' as const };
  const draw = drawer(seed + 300);
  const fits = [['x1'], ['x1', 'x2']].map((slopes) => linearFit({ ...base, slopes }));
  const moved = (term: Term): Term => ({
    ...term,
    p: Math.min(1, term.p * (0.6 + draw.uniform()) + 0.002),
  });
  return {
    name: 'wild bootstrap',
    title: 'Few clusters',
    errors: 'cluster',
    labels: labelsOf(seed),
    resampled: true,
    notes: ['p-values by the wild cluster bootstrap with 999 replications'],
    fits: fits.map((fit) => ({ ...fit, terms: fit.terms.map(moved) })),
  };
}

export function bootstrapped(seed: number): Study {
  const base = baseOf(seed);
  const draw = drawer(seed + 400);
  const fits = [['x1'], ['x1', 'x2', 'x3']].map((slopes) => linearFit({ ...base, slopes }));
  const redone = ({ name, role, b, se }: Term) =>
    termOf([name, role], [b, se * (0.9 + 0.2 * draw.uniform())], Infinity);
  return {
    name: 'bootstrap errors',
    title: 'Bootstrapped standard errors',
    errors: 'bootstrap',
    labels: labelsOf(seed),
    notes: [],
    fits: fits.map((fit) => ({ ...fit, law: 'z' as const, terms: fit.terms.map(redone) })),
  };
}

export function oneSided(seed: number): Study {
  const base = baseOf(seed);
  const fit = linearFit({ ...base, slopes: ['x1', 'x2', 'x3'] });
  return {
    name: 'one-sided',
    title: 'Signed hypotheses',
    errors: base.vcov,
    labels: labelsOf(seed),
    oneSided: true,
    notes: ['Significance by one-sided tests'],
    fits: [{ ...fit, terms: fit.terms.map((term) => ({ ...term, p: term.p / 2 })) }],
  };
}

/** A short time series with errors robust to serial correlation. */
export function timeSeries(seed: number): Study {
  const base = baseOf(seed);
  const rows = base.rows.slice(0, 36);
  return {
    name: 'time series',
    title: 'Annual data',
    errors: 'hac',
    labels: labelsOf(seed),
    notes: [],
    fits: [['x1'], ['x1', 'x2']].map((slopes) => linearFit({ ...base, rows, slopes, vcov: 'HC1' })),
  };
}

export function twoWay(seed: number): Study {
  const base = { ...baseOf(seed), vcov: 'cluster' as const };
  return {
    name: 'two-way clusters',
    title: 'Clusters by region and year',
    errors: 'twoway',
    labels: labelsOf(seed),
    notes: [],
    fits: [['x1'], ['x1', 'x2', 'x3']].map((slopes) =>
      linearFit({ ...base, slopes, cluster: 'period' }),
    ),
  };
}

/** A sum of coefficients and a test below the regressors. */
export function sums(seed: number): Study {
  const base = baseOf(seed);
  const fits = [
    ['x1', 'x2'],
    ['x1', 'x2', 'x3'],
  ].map((slopes) => {
    const rows = base.rows.map((row): Row => ({ ...row, x2: row['x2']! - row['x1']! }));
    const fit = linearFit({ ...base, rows, slopes, law: 'z' });
    const [sum, other] = [fit.terms[0]!, fit.terms[1]!];
    const first = termOf(
      ['x1', 'slope'],
      [sum.b - other.b, Math.hypot(sum.se, other.se)],
      Infinity,
    );
    return {
      ...fit,
      terms: [
        first,
        ...fit.terms.slice(1),
        { ...sum, name: 'Sum of both effects', role: 'slope' as const },
      ],
      stats: { ...fit.stats, testP: other.p },
    };
  });
  return {
    name: 'sums',
    title: 'Short and long run',
    errors: base.vcov,
    labels: { ...labelsOf(seed), x3: 'Trend' },
    notes: [],
    fits,
    stats: ['testP', 'rmse'],
  };
}
