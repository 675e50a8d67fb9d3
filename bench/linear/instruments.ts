/**
 * 2SLS and two-step GMM of a million rows with clusters, compared with least squares of the same size, plain JavaScript
 * and numpy. All must agree before any is timed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, fitModel } from 'wasmetrics';
import { alternate, type Contender } from '../alternate.js';
import { instrumented, type InstrumentedRows } from '../peers/plain-js/two-stage.js';
import { type Peer, startPeer } from '../peers/processes/peer.js';
import type { Group } from '../report/report.js';
import { requireClose } from '../require-close.js';
import { uniform } from './rows.js';

const [n, k, ninstruments, nclusters] = [1_000_000, 10, 15, 1000];

/** x0 is endogenous; x1 to x8 and the constant are exogenous; z0 to z5 are the excluded instruments. */
const exogenous = Array.from({ length: k - 2 }, (_, j) => `x${j + 1}`);
const excluded = Array.from({ length: ninstruments - k + 1 }, (_, j) => `z${j}`);

function generate(): { rows: InstrumentedRows; columns: Map<string, Float64Array> } {
  const columns = new Map<string, Float64Array>();
  [...exogenous, ...excluded].forEach((name, j) => columns.set(name, uniform(n, 10 + j)));
  const error = uniform(n, 3);
  const x0 = uniform(n, 4);
  for (const name of excluded) columns.get(name)!.forEach((z, i) => (x0[i]! += z));
  for (let i = 0; i < n; i++) x0[i]! += error[i]! / 2;
  const y = error.map((e, i) => e + x0[i]!);
  for (const name of exogenous) columns.get(name)!.forEach((x, i) => (y[i]! += x));
  const cluster = Float64Array.from({ length: n }, (_, i) => i % nclusters);
  columns.set('x0', x0).set('y', y).set('cluster', cluster);
  const constant = new Float64Array(n).fill(1);
  const included = [...exogenous.map((name) => columns.get(name)!), constant];
  const z = [...included, ...excluded.map((name) => columns.get(name)!)];
  return { rows: { n, y, x: [x0, ...included], z, cluster, nclusters }, columns };
}

const names = ['x0', ...exogenous, '_cons'];

/** One timed fit each; the title says when numpy is absent. */
export async function instrumentsGroup(engine: Engine, rounds: number): Promise<Group> {
  const { rows, columns } = generate();
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-bench-'));
  const file = join(folder, 'rows.f64');
  const whole = new Float64Array(n * (2 + rows.x.length + rows.z.length));
  [rows.y, rows.cluster, ...rows.x, ...rows.z].forEach((column, j) => whole.set(column, j * n));
  writeFileSync(file, whole);
  const sizes = [n, rows.x.length, rows.z.length].map(String);
  const peers = new Map<string, Peer | undefined>();
  for (const estimator of ['2sls', 'gmm']) {
    peers.set(estimator, await startPeer('python3', 'gmm.py', [...sizes, file, estimator]));
  }
  try {
    const contenders = [
      ...(await packageContenders(engine, rows, columns)),
      ...plainContenders(rows),
      ...(await peerContenders(rows, peers)),
    ];
    const absent = peers.get('gmm') === undefined ? '; numpy absent' : '';
    return {
      title: `${n.toLocaleString('en-GB')} rows, ${k} coefficients, ${ninstruments} instruments, ${nclusters} clusters${absent}`,
      item: 'fit',
      timings: await alternate(contenders, rounds),
    };
  } finally {
    for (const peer of peers.values()) peer?.stop();
    rmSync(folder, { recursive: true });
  }
}

async function packageContenders(
  engine: Engine,
  rows: InstrumentedRows,
  columns: ReadonlyMap<string, Float64Array>,
): Promise<Contender[]> {
  const table = {
    nrows: n,
    columns: new Map(
      [...columns].map(([name, values]) => [name, { kind: 'number', values } as const]),
    ),
  };
  const formula = `y ~ ${exogenous.join(' + ')} | x0 ~ ${excluded.join(' + ')}`;
  const vcov = { cluster: 'cluster' };
  const weight = { type: 'cluster', cluster: 'cluster' } as const;
  const fits = {
    '2SLS': (diagnostics: boolean) =>
      fitModel(table, { estimator: 'iv', formula, vcov, diagnostics }, { engine }),
    'two-step GMM': (diagnostics: boolean) =>
      fitModel(table, { estimator: 'gmm', formula, weight, diagnostics }, { engine }),
  };
  const steps = { '2SLS': 1, 'two-step GMM': 2 } as const;
  const contenders: Contender[] = [];
  for (const [title, fit] of Object.entries(fits)) {
    const expected = instrumented(rows, steps[title as keyof typeof steps]);
    const estimate = await fit(false);
    names.forEach((name, j) => {
      requireClose(`${title}, ${name}`, estimate.params[name]!, expected.params[j]!, 1e-9);
      requireClose(
        `${title}, error of ${name}`,
        estimate.stdErrors[name]!,
        expected.stdErrors[j]!,
        1e-9,
      );
    });
    contenders.push(
      { name: `wasmetrics, ${title}`, amount: 1, run: async () => void (await fit(false)) },
      {
        name: `wasmetrics, ${title} with diagnostics`,
        amount: 1,
        run: async () => void (await fit(true)),
      },
    );
  }
  const least = { estimator: 'ols', formula: `y ~ x0 + ${exogenous.join(' + ')}`, vcov } as const;
  const run = async () => void (await fitModel(table, least, { engine }));
  return [...contenders, { name: 'wasmetrics, least squares', amount: 1, run }];
}

function plainContenders(rows: InstrumentedRows): Contender[] {
  return [
    { name: 'plain JavaScript, 2SLS', amount: 1, run: () => void instrumented(rows, 1) },
    { name: 'plain JavaScript, two-step GMM', amount: 1, run: () => void instrumented(rows, 2) },
  ];
}

async function peerContenders(
  rows: InstrumentedRows,
  peers: ReadonlyMap<string, Peer | undefined>,
): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const [estimator, peer] of peers) {
    if (peer === undefined) continue;
    const expected = instrumented(rows, estimator === 'gmm' ? 2 : 1);
    const solution = await peer.solve();
    expected.params.forEach((value, j) =>
      requireClose(`${peer.program}, column ${j}`, solution[j] ?? NaN, value, 1e-9),
    );
    const title = estimator === 'gmm' ? 'two-step GMM' : '2SLS';
    const run = async () => void (await peer.solve());
    contenders.push({ name: `${peer.program}, ${title}`, amount: 1, run });
  }
  return contenders;
}
