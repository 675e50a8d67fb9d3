/**
 * Least squares from arrays, compared with other npm packages: typed and plain columns, 100,000 rows. Each package runs
 * in a separate process and starts from the same columns, so the conversion to its own form counts. A fit has
 * coefficients, residuals and standard errors; `wasmetrics` also computes covariance, tests and intervals.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, type Contender } from '../alternate.js';
import { startPeer, type Peer } from '../peers/processes/peer.js';
import type { Group } from '../report/report.js';
import { requireClose } from '../require-close.js';
import { generateRegression } from './rows.js';

const n = 100_000;
const kinds = { typed: 'Float64Array', plain: 'number[]' } as const;

/** Solves a task with an npm package. */
interface Entry {
  readonly program: string;
  readonly task: string;
  readonly what: string;
}

/** The first entry of each list is the reference for the ratios. */
const fits: readonly Entry[] = [
  { program: 'wasmetrics', task: 'fit', what: 'ols' },
  { program: 'ml-matrix', task: 'fit', what: 'QR' },
  { program: 'numpy-ts', task: 'fit', what: 'QR' },
  { program: 'simple-statistics', task: 'fit', what: 'linearRegression' },
];
const coefficients: readonly Entry[] = [
  { program: 'wasmetrics', task: 'coefficients', what: 'lstsq' },
  { program: 'ml-matrix', task: 'coefficients', what: 'QR' },
  { program: 'numpy-ts', task: 'coefficients', what: 'QR' },
  { program: 'simple-statistics', task: 'coefficients', what: 'linearRegression' },
  { program: 'simple-statistics', task: 'pairs', what: 'linearRegression of pairs kept' },
];

/** Faster, but their error grows with the square of X's condition number. */
const normalEquations: readonly Entry[] = [
  { program: 'wasmetrics', task: 'normal', what: 'crossprod and solve' },
  { program: 'numpy-ts', task: 'normal', what: 'matmul and solve' },
];

/** Groups for 1, 5 and 20 regressors and a constant. */
export async function arrayGroups(rounds: number): Promise<Group[]> {
  const groups: Group[] = [];
  for (const k of [1, 5, 20]) {
    for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
      groups.push(...(await groupsOf(k, kind, rounds)));
    }
  }
  return groups;
}

async function groupsOf(k: number, kind: keyof typeof kinds, rounds: number): Promise<Group[]> {
  const { x, y } = generateRegression(n, k + 1, 1);
  const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-bench-'));
  const file = join(folder, 'columns.f64');
  writeFileSync(
    file,
    Buffer.concat([y, x.subarray(0, n * k)].map((part) => Buffer.from(part.slice().buffer))),
  );
  const peers = new Map<string, Peer>();
  try {
    for (const { program } of fits) {
      if (program === 'simple-statistics' && k > 1) continue;
      const peer = await startPeer(process.execPath, 'arrays.mjs', [program, kind, `${n}`, file]);
      if (peer === undefined) throw new Error(`${program}: expected a process, found its end`);
      peers.set(program, peer);
    }
    const title = `${n.toLocaleString('en-GB')} rows, ${k + 1} coefficients, from ${kinds[kind]}`;
    const group = async (name: string, entries: readonly Entry[]): Promise<Group> => ({
      title: `${name} of ${title}`,
      item: 'fit',
      timings: await alternate(await contendersOf(entries, peers), rounds),
    });
    return [
      await group('fit', fits),
      await group('coefficients', coefficients),
      await group('normal equations', normalEquations),
    ];
  } finally {
    for (const peer of peers.values()) peer.stop();
    rmSync(folder, { recursive: true });
  }
}

async function contendersOf(
  entries: readonly Entry[],
  peers: ReadonlyMap<string, Peer>,
): Promise<Contender[]> {
  const contenders: Contender[] = [];
  let expected: readonly number[] | undefined;
  for (const { program, task, what } of entries) {
    const peer = peers.get(program);
    if (peer === undefined) continue;
    const name = `${peer.program}, ${what}`;
    const [, ...numbers] = await peer.solve(task);
    expected ??= numbers;
    expected.forEach((value, i) =>
      requireClose(`${name}, number ${i}`, numbers[i]!, value, 1e-9, 'wasmetrics'),
    );
    let processor = 0;
    const run = async () => void ([processor = NaN] = await peer.solve(task));
    contenders.push({ name, amount: 1, run, processor: () => processor });
  }
  return contenders;
}
