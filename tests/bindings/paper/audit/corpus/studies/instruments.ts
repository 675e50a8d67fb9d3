/** Tables of instruments, dynamic panels and designs. */
import type { Fit } from '../fit.js';
import { drawer } from '../numbers/draw.js';
import { chiTail, twoSided } from '../numbers/laws.js';
import { linearFit, type Row } from '../numbers/linear.js';
import { type Base, baseOf, labelsOf } from './basic.js';
import type { Study } from './study.js';

function stages(
  { rows, ...base }: Base,
  parts: readonly (readonly Row[])[],
  law: 't' | 'z',
): Fit[] {
  const [all = rows, reduced = rows, second = rows] = parts;
  const first = linearFit({
    ...base,
    rows: all,
    outcome: 'endogenous',
    slopes: ['z1', 'x2'],
    head: 'First stage',
  });
  const t = first.terms[0]!.stat;
  const iv = linearFit({
    ...base,
    rows: second,
    law,
    slopes: ['endogenous', 'x2'],
    instruments: ['z1', 'x2'],
    head: '2SLS',
  });
  return [
    linearFit({ ...base, rows: second, slopes: ['endogenous', 'x2'], head: 'OLS' }),
    first,
    linearFit({ ...base, rows: reduced, slopes: ['z1', 'x2'], head: 'Reduced form' }),
    { ...iv, stats: { ...iv.stats, firstF: t * t } },
  ];
}

const ivLabels = (seed: number) => ({
  ...labelsOf(seed),
  z1: 'Distance to college',
  z2: 'Quarter of birth',
});

export function instruments(seed: number): Study {
  const base = baseOf(seed);
  return {
    name: 'instruments',
    title: 'Instrumental variables',
    errors: base.vcov,
    labels: ivLabels(seed),
    notes: [],
    fits: stages(base, [], seed % 2 === 0 ? 't' : 'z'),
    stats: ['firstF'],
  };
}

/** The first stage and the reduced form have more rows than 2SLS. */
export function unequalStages(seed: number): Study {
  const base = baseOf(seed);
  const parts = [
    base.rows,
    base.rows.filter((row) => row['unit']! % 3 !== 0),
    base.rows.filter((row) => row['unit']! % 3 === 1),
  ];
  const fits = stages(base, parts, 't');
  return {
    name: 'stages of unequal size',
    title: 'IV estimates',
    errors: base.vcov,
    labels: ivLabels(seed),
    notes: [],
    fits: seed % 2 === 0 ? fits.slice(1) : fits,
  };
}

export function overidentified(seed: number): Study {
  const base = baseOf(seed);
  const fit = (law: 't' | 'z') =>
    linearFit({
      ...base,
      law,
      slopes: ['endogenous', 'x2'],
      instruments: ['z1', 'z2', 'x2'],
      head: '2SLS',
    });
  return {
    name: 'overidentified',
    title: 'Two instruments',
    errors: base.vcov,
    labels: ivLabels(seed),
    notes: ['Columns (2): instrumental variables'],
    fits: [linearFit({ ...base, slopes: ['endogenous', 'x2'] }), fit('z')],
    stats: ['j', 'jP'],
  };
}

/** Dynamic panels: lags, and tests whose statistics are drawn and whose p-values follow. */
export function dynamic(seed: number): Study {
  const base = baseOf(2 + 3 * seed);
  const draw = drawer(seed + 900);
  const nunits = new Set(base.rows.map((row) => row['unit'])).size;
  const fit = (head: string, more: readonly string[]) => {
    const iv = linearFit({
      ...base,
      law: 'z',
      slopes: ['lag', ...more],
      instruments: ['x1', ...more.map((name) => (name === 'x1' ? 'z1' : name))],
      head,
    });
    const jDf = 3 + draw.below(12);
    const j = jDf * (0.6 + 0.7 * draw.uniform());
    const [z1, z2] = [-2 - draw.uniform(), draw.normal()];
    return {
      ...iv,
      stats: {
        n: iv.stats['n']!,
        units: nunits,
        instruments: jDf + more.length + 2,
        j,
        jDf,
        jP: chiTail(j, jDf),
        ar1: z1,
        ar1P: twoSided(z1, Infinity),
        ar2: z2,
        ar2P: twoSided(z2, Infinity),
      },
    };
  };
  return {
    name: 'dynamic',
    title: 'Dynamic panel',
    errors: 'cluster',
    labels: { ...labelsOf(seed), lag: 'Lagged outcome' },
    notes: ['Two-step system GMM'],
    fits: [fit('Diff. GMM', ['x2']), fit('System GMM', ['x2', 'x3'])],
    stats: ['ar1P', 'ar2P', 'jP', 'instruments', 'units'],
  };
}

/** Local regressions: bandwidths, and the mean of the outcome, above the observations. */
export function discontinuity(seed: number): Study {
  const base = baseOf(seed);
  const fits = [0.5, 0.8, 1.2].map((bandwidth) => {
    const rows = base.rows
      .filter((row) => Math.abs(row['x1']!) < bandwidth)
      .map((row): Row => ({ ...row, above: row['x1']! > 0 ? 1 : 0 }));
    const fit = linearFit({ ...base, rows, slopes: ['above', 'x1'], hidden: ['x1', 'Constant'] });
    return { ...fit, stats: { ...fit.stats, bandwidth, order: 1 } };
  });
  return {
    name: 'discontinuity',
    title: 'Regression discontinuity',
    errors: base.vcov,
    labels: { above: 'Above cutoff' },
    notes: [],
    fits,
    stats: ['ymean', 'bandwidth', 'order'],
  };
}

export function eventStudy(seed: number): Study {
  const base = { ...baseOf(seed), vcov: 'cluster' as const };
  const terms = [-3, -2, 0, 1, 2, 3].map((k) => `event${k}`);
  const rows = base.rows.filter((row) => row['period']! < 7);
  const periods = new Set(rows.map((row) => row['period']! - 3));
  const slopes = terms.filter((name) => periods.has(Number(name.slice(5))));
  return {
    name: 'event study',
    title: 'Event study',
    errors: 'cluster',
    notes: [],
    labels: Object.fromEntries(
      terms.map((name) => [name, `t ${name.slice(5).replace(/^(\d)/, '+$1')}`]),
    ),
    fits: ['y', 'y2'].map((outcome) =>
      linearFit({
        ...base,
        rows,
        outcome,
        slopes,
        absorb: ['unit', 'period'],
        head: outcome,
        words: { 'Unit fixed effects': 'Yes', 'Year fixed effects': 'Yes' },
      }),
    ),
    stats: ['ymean', 'clusters'],
  };
}
