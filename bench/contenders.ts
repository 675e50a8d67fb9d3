/**
 * The contenders of one benchmark case: the package, the same algorithm in numpy and in JavaScript, the kernels of the
 * core from rows, and ml-matrix from rows. All must agree before any is timed.
 */
import { bootstrap, fitModel, type Engine } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { Contender } from './alternate.js';
import { requireClose } from './require-close.js';
import { prepareRows } from './peers/from-rows.js';
import { bootstrapRows, estimateRows, toUnitRows } from './peers/ml-matrix.js';
import { drawsOf, startNumpy } from './peers/numpy.js';
import { buildBlocks, type Blocks } from './peers/plain-js/blocks.js';
import { bootstrapBlocks } from './peers/plain-js/bootstrap.js';
import { buildDesign, type Design } from './peers/plain-js/design.js';
import { simple, unrolled } from './peers/plain-js/loops.js';
import { createWorkspace, twoStep } from './peers/plain-js/two-step.js';
import type { Peer } from './peers/processes/peer.js';
import { coefficientNames, toModel, writeColumns, type Columns, type Spec } from './spec.js';

/** Replicates per timed call; 0 leaves a contender out. */
export interface Amounts {
  readonly wasmetrics: number;
  readonly numpy: number;
  readonly rows: number;
  readonly plainJs: number;
  readonly mlMatrix: number;
}

export interface Case {
  readonly engine: Engine;
  readonly columns: Columns;
  readonly spec: Spec;
  readonly table: ReturnType<typeof parseCsv>;
  readonly fit: Awaited<ReturnType<typeof fitModel>>;
  readonly design: Design;
  readonly blocks: Blocks;
}

const SEED = 1;

/** Fits the model with the package and with the peer. Throws if they differ. */
export async function prepareCase(engine: Engine, columns: Columns, spec: Spec): Promise<Case> {
  const table = parseCsv(writeColumns(columns));
  const fit = await fitModel(table, toModel(spec), { engine });
  const design = buildDesign(columns, spec);
  const blocks = buildBlocks(design);
  const expected = fitBlocks(blocks);
  coefficientNames(spec).forEach((name, c) => {
    requireClose(name, fit.params[name] ?? NaN, expected[c]!, 1e-8);
  });
  return { engine, columns, spec, table, fit, design, blocks };
}

/** One fit each. The package also computes standard errors and tests; the peers coefficients and J. */
export function fitContenders({ engine, columns, spec, table, design }: Case): Contender[] {
  const model = toModel(spec);
  const rows = toUnitRows(design);
  const repeat = async (times: number, fit: () => unknown) => {
    for (let i = 0; i < times; i++) await fit();
  };
  return [
    {
      name: 'wasmetrics, with standard errors and tests',
      amount: 100,
      run: () => repeat(100, () => fitModel(table, model, { engine })),
    },
    {
      name: 'plain JavaScript, coefficients and J',
      amount: 20,
      run: () => repeat(20, () => fitBlocks(buildBlocks(buildDesign(columns, spec)))),
    },
    {
      name: 'ml-matrix, coefficients and J, rows ready made',
      amount: 10,
      run: () => repeat(10, () => estimateRows(rows)),
    },
  ];
}

/** Bootstrap replicates on one core. `numpy` is started by `startPeers`. */
export async function bootstrapContenders(
  prepared: Case,
  amounts: Amounts,
  numpy: Peer | undefined,
): Promise<Contender[]> {
  const { blocks, design } = prepared;
  const rows = amounts.mlMatrix > 0 ? toUnitRows(design) : [];
  const estimate = prepareRows(design);
  const draws = drawsOf(blocks.n, amounts.rows, SEED);
  await requireSameReplicates(prepared, numpy, estimate);
  const contenders: Contender[] = [
    bootstrapContender(prepared, amounts.wasmetrics, 0),
    {
      name: `${numpy?.program ?? 'numpy'}, same algorithm`,
      amount: numpy === undefined ? 0 : amounts.numpy,
      run: async () => void (await numpy?.solve()),
    },
    {
      name: 'the kernels of the core, from rows',
      amount: amounts.rows,
      run: () => {
        for (let r = 0; r < amounts.rows; r++) {
          estimate(draws.subarray(r * blocks.n, (r + 1) * blocks.n));
        }
      },
    },
    {
      name: 'plain JavaScript, same algorithm',
      amount: amounts.plainJs,
      run: () => void bootstrapBlocks(blocks, amounts.plainJs, SEED, simple),
    },
    {
      name: 'JavaScript unrolled by hand, same algorithm',
      amount: amounts.plainJs,
      run: () => void bootstrapBlocks(blocks, amounts.plainJs, SEED, unrolled),
    },
    {
      name: 'ml-matrix, from rows',
      amount: amounts.mlMatrix,
      run: () => void bootstrapRows(rows, amounts.mlMatrix, SEED),
    },
  ];
  return contenders.filter(({ amount }) => amount > 0);
}

/** Replicates that peers compute from given draws. */
const GIVEN = 8;

export function startPeers({ blocks }: Case, { numpy }: Amounts): Promise<Peer | undefined> {
  return startNumpy(blocks, drawsOf(blocks.n, GIVEN, SEED), numpy);
}

/** Checks coefficients and J of every peer for the draws of the package's first replicates. */
async function requireSameReplicates(
  { fit, blocks }: Case,
  numpy: Peer | undefined,
  estimate: ReturnType<typeof prepareRows>,
): Promise<void> {
  const options = { reps: GIVEN, seed: SEED, workers: 0, recenter: false };
  const { values, width } = await bootstrap(fit, options).replicates;
  const draws = drawsOf(blocks.n, GIVEN, SEED);
  const fromNumpy = await numpy?.solve('given');
  const work = createWorkspace(blocks);
  for (let r = 0; r < GIVEN; r++) {
    const counts = draws.subarray(r * blocks.n, (r + 1) * blocks.n);
    const rows = estimate(counts);
    const [plain, unrolledToo] = [simple, unrolled].map((loops) => {
      const j = twoStep(blocks, Float64Array.from(counts), work, loops);
      return [...work.beta2, j];
    });
    for (let c = 0; c < width; c++) {
      const value = values[r * width + c]!;
      const place = `replicate ${r}, number ${c}`;
      requireClose(place, value, plain![c]!, 1e-8);
      requireClose(place, value, unrolledToo![c]!, 1e-8, 'JavaScript unrolled by hand');
      requireClose(place, value, rows[c]!, 1e-8, 'the kernels from rows');
      if (fromNumpy) requireClose(place, value, fromNumpy[r * width + c]!, 1e-8, 'numpy');
    }
  }
}

/** The package's bootstrap with a given number of workers; 0 means this thread. */
export function bootstrapContender({ fit }: Case, reps: number, workers: number): Contender {
  return {
    name: workers === 0 ? 'wasmetrics' : `wasmetrics, workers: ${workers}`,
    amount: reps,
    run: async () => {
      await bootstrap(fit, { reps, seed: SEED, workers, recenter: false }).result;
    },
  };
}

/** The bootstrap in this thread, without and with Windmeijer's standard errors in every replicate. */
export function errorsContenders({ fit }: Case, reps: number): Contender[] {
  const run = async (ci: 'percentile' | 'studentized') => {
    await bootstrap(fit, { reps, seed: SEED, workers: 0, recenter: false, ci: [ci] }).result;
  };
  return [
    { name: 'none', amount: reps, run: () => run('percentile') },
    { name: 'Windmeijer errors in every replicate', amount: reps, run: () => run('studentized') },
  ];
}

/** The bootstrap in this thread, with progress and an abort signal. */
export function watchedContender({ fit }: Case, reps: number): Contender {
  return {
    name: 'wasmetrics, progress read and a signal given',
    amount: reps,
    run: async () => {
      const { signal } = new AbortController();
      const run = bootstrap(fit, { reps, seed: SEED, workers: 0, recenter: false, signal });
      let last = 0;
      for await (const { done } of run) last = done;
      if (last < reps) await run.result;
    },
  };
}

/** Checks that bootstrap standard errors of package and peer, from different draws, agree within Monte Carlo error. */
export async function requireSameBootstrap({ fit, blocks, spec }: Case): Promise<void> {
  const reps = 4000;
  const result = await bootstrap(fit, { reps, seed: SEED, workers: 0, recenter: false }).result;
  const { beta } = bootstrapBlocks(blocks, reps, SEED, unrolled);
  coefficientNames(spec).forEach((name, c) => {
    const column = Array.from({ length: reps }, (_, r) => beta[r * blocks.k + c]!);
    requireClose(`bootstrap of ${name}`, result.stdErrors[name] ?? NaN, deviation(column), 0.1);
  });
}

function fitBlocks(blocks: Blocks): Float64Array {
  const work = createWorkspace(blocks);
  twoStep(blocks, new Float64Array(blocks.n).fill(1), work, unrolled);
  return work.beta2;
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
