/**
 * Bootstraps of least squares in one thread, including the draws: rows drawn with replacement, and wild clusters with
 * the null of every coefficient imposed, against the same algorithms in numpy. Results must agree within Monte Carlo
 * error before any is timed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, type BootstrapOptions, fitModel, type FitResult } from 'wasmetrics';
import { alternate, type Contender } from '../alternate.js';
import { startPeer } from '../peers/processes/peer.js';
import type { Group } from '../report/report.js';
import { generateRegression } from './rows.js';

interface Case {
  readonly title: string;
  readonly n: number;
  readonly k: number;
  readonly clusters: number;
  readonly reps: number;
  readonly options: Partial<BootstrapOptions>;
  /** Schemes of `bootstrap.py`. */
  readonly peers: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'rows drawn, 1,000 rows, 5 coefficients',
    n: 1000,
    k: 5,
    clusters: 100,
    reps: 20_000,
    options: { scheme: 'pairs' },
    peers: ['pairs-products', 'pairs-weights'],
  },
  {
    title: 'rows drawn, 100,000 rows, 10 coefficients',
    n: 100_000,
    k: 10,
    clusters: 100,
    reps: 256,
    options: { scheme: 'pairs' },
    peers: ['pairs-weights'],
  },
  {
    title: 'wild, 1,000 clusters, tests of 12 coefficients',
    n: 20_000,
    k: 12,
    clusters: 1000,
    reps: 20_000,
    options: { scheme: 'wild-cluster', cluster: 'cluster', ci: [] },
    peers: ['wild', 'wild-products'],
  },
];

export async function bootstrapGroups(rounds: number): Promise<Group[]> {
  const groups: Group[] = [];
  for (const one of cases) groups.push(await groupOf(one, rounds));
  return groups;
}

async function groupOf(one: Case, rounds: number): Promise<Group> {
  const { title, n, k, clusters, reps, options, peers } = one;
  const rows = generateRegression(n, k, clusters);
  for (let i = 0; i < n; i++) rows.y[i]! -= rows.x[i]!; // the first coefficient is 0
  const names = Array.from({ length: k - 1 }, (_, j) => `x${j + 1}`);
  const column = (values: Float64Array) => ({ kind: 'number', values }) as const;
  const columns = new Map([
    ['y', column(rows.y)],
    ['cluster', column(rows.cluster)],
    ...names.map((name, j) => [name, column(rows.x.subarray(j * n, (j + 1) * n))] as const),
  ]);
  const fit = await fitModel(
    { nrows: n, columns },
    { estimator: 'ols', formula: `y ~ ${names.join(' + ')}` },
  );
  const run = () => bootstrap(fit, { reps, workers: 0, ...options }).result;
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-bench-'));
  const file = join(folder, 'rows.f64');
  const whole = new Float64Array(n * (k + 1));
  whole.set(rows.y);
  whole.set(rows.x, n);
  writeFileSync(file, whole);
  const started = await Promise.all(
    peers.map((scheme) => {
      const args = [n, k, clusters, file, scheme, reps].map(String);
      return startPeer('python3', 'bootstrap.py', args);
    }),
  );
  try {
    const expected = numbersOf(await run(), options);
    const contenders: Contender[] = [
      { name: 'wasmetrics', amount: reps, run: async () => void (await run()) },
    ];
    for (const [i, peer] of started.entries()) {
      if (peer === undefined) continue;
      requireNear(await peer.solve(), expected, reps);
      const name = `${peer.program}, ${peers[i]}`;
      contenders.push({ name, amount: reps, run: async () => void (await peer.solve()) });
    }
    const absent = started.every((peer) => peer === undefined) ? '; numpy absent' : '';
    return {
      title: `${title}${absent}`,
      item: 'replicate',
      timings: await alternate(contenders, rounds),
    };
  } finally {
    started.forEach((peer) => peer?.stop());
    rmSync(folder, { recursive: true });
  }
}

/** The numbers to compare: p-values of wild tests, else standard errors. */
function numbersOf(
  { pValues, stdErrors }: NonNullable<FitResult['bootstrap']>,
  { scheme }: Partial<BootstrapOptions>,
): number[] {
  return Object.values(scheme === 'wild-cluster' ? pValues : stdErrors);
}

/** Throws if numbers from `reps` replicates differ by more than six Monte Carlo errors. */
function requireNear(numbers: readonly number[], expected: readonly number[], reps: number): void {
  expected.forEach((value, j) => {
    const error = 6 * Math.max(value, 1 / reps) * Math.sqrt(2 / reps) * 2;
    if (Math.abs(numbers[j]! - value) <= error) return;
    throw new Error(`bootstrap: number ${j} is ${numbers[j]} in numpy and ${value} here`);
  });
}
