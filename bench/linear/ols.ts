/**
 * Least squares of a million rows: the package from a table of columns, with standard errors and tests, against
 * plain JavaScript, ml-matrix, numpy's lstsq and R's lm.fit. The last three compute coefficients only (lm.fit
 * residuals too); all must agree before any is timed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitModel, type Engine } from 'wasmetrics';
import { alternate, type Contender } from '../alternate.js';
import { leastSquares, type LeastSquares } from '../peers/plain-js/least-squares.js';
import { startPeer, type Peer } from '../peers/processes/peer.js';
import type { Group } from '../report/report.js';
import { requireClose } from '../require-close.js';
import { generateRegression, type Regression } from './rows.js';

const [n, k, nclusters] = [1_000_000, 10, 1000];

/** One timed fit each; the title names the programs that are absent. */
export async function olsGroup(engine: Engine, rounds: number): Promise<Group> {
  const rows = generateRegression(n, k, nclusters);
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-bench-'));
  const file = join(folder, 'rows.f64');
  const whole = new Float64Array(n * (k + 1));
  whole.set(rows.y);
  whole.set(rows.x, n);
  writeFileSync(file, whole);
  const args = [String(n), String(k), file];
  const numpy = await startPeer('python3', 'lstsq.py', args);
  const r = await startPeer('Rscript', 'lm-fit.R', args);
  const mlMatrix = await startPeer(process.execPath, 'ml-matrix.mjs', args);
  try {
    const expected = leastSquares(rows);
    const contenders = [
      ...(await packageContenders(engine, rows, expected)),
      {
        name: 'plain JavaScript, normal equations, HC1',
        amount: 1,
        run: () => void leastSquares(rows),
      },
      ...(await processContender('QR', mlMatrix, expected)),
      ...(await processContender('lstsq', numpy, expected)),
      ...(await processContender('lm.fit', r, expected)),
    ];
    const absent = Object.entries({ 'ml-matrix': mlMatrix, numpy, R: r })
      .filter(([, peer]) => peer === undefined)
      .map(([name]) => `; ${name} absent`);
    return {
      title: `least squares of ${n.toLocaleString('en-GB')} rows, ${k} coefficients${absent.join('')}`,
      item: 'fit',
      timings: await alternate(contenders, rounds),
    };
  } finally {
    numpy?.stop();
    r?.stop();
    mlMatrix?.stop();
    rmSync(folder, { recursive: true });
  }
}

async function packageContenders(
  engine: Engine,
  rows: Regression,
  expected: LeastSquares,
): Promise<Contender[]> {
  const names = Array.from({ length: k - 1 }, (_, j) => `x${j + 1}`);
  const column = (values: Float64Array) => ({ kind: 'number', values }) as const;
  const columns = new Map([
    ['y', column(rows.y)],
    ['cluster', column(rows.cluster)],
    ...names.map((name, j) => [name, column(rows.x.subarray(j * n, (j + 1) * n))] as const),
  ]);
  const table = { nrows: n, columns };
  const formula = `y ~ ${names.join(' + ')}`;
  const fit = (vcov: object) => fitModel(table, { estimator: 'ols', formula, vcov }, { engine });
  const estimate = await fit({ type: 'HC1' });
  [...names, '_cons'].forEach((name, j) => {
    requireClose(name, estimate.params[name]!, expected.params[j]!, 1e-10);
    requireClose(
      `standard error of ${name}`,
      estimate.stdErrors[name]!,
      expected.stdErrors[j]!,
      1e-10,
    );
  });
  const contender = (title: string, vcov: object): Contender => ({
    name: `wasmetrics, ${title}`,
    amount: 1,
    run: async () => void (await fit(vcov)),
  });
  return [
    contender('unadjusted', { type: 'unadjusted' }),
    contender('HC1', { type: 'HC1' }),
    contender(`${nclusters} clusters`, { type: 'cluster', cluster: 'cluster' }),
  ];
}

async function processContender(
  title: string,
  peer: Peer | undefined,
  expected: LeastSquares,
): Promise<Contender[]> {
  if (peer === undefined) return [];
  requireSame(peer.program, await peer.solve(), expected);
  const run = async () => void (await peer.solve());
  return [{ name: `${peer.program}, ${title}`, amount: 1, run }];
}

function requireSame(name: string, numbers: readonly number[], { params }: LeastSquares): void {
  params.forEach((value, j) =>
    requireClose(`${name}, column ${j}`, numbers[j] ?? NaN, value, 1e-10),
  );
}
