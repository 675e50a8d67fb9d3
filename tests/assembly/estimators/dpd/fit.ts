/** Fits of dynamic panel models by the core, their arrays read back. */
import { dpdFit, dpdOptions } from '../../../../bindings/generated/records.js';
import { wrap, type Dense } from '../../dense.js';
import { padded } from '../../lapack/panels.js';
import { core, get, integers, read, record } from '../../linear-design.js';
import { bytes, matrixAt, putDesign } from './design.js';
import type { Model } from './panel.js';

export interface Options {
  /** Three are iterated, four continuously updated. */
  readonly steps?: 1 | 2 | 3 | 4;
  readonly covariance?: 'unadjusted' | 'robust' | 'windmeijer' | 'doubly corrected';
  readonly small?: boolean;
  readonly arOrders?: number;
  readonly arLevels?: boolean;
  readonly maxIterations?: number;
  readonly tolerance?: number;
  /** Labels 0 .. G - 1 of the rows, for each dimension. */
  readonly clusters?: readonly (readonly number[])[];
  /** For each test and spec whether the test leaves out its transformed and its level part. */
  readonly tests?: readonly (readonly (readonly [boolean, boolean])[])[];
  readonly influence?: boolean;
  readonly blockMoments?: boolean;
}

const covariances = ['unadjusted', 'robust', 'windmeijer', 'doubly corrected'];

export interface Fit {
  readonly status: number;
  /** The numbers of the record. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly params: Dense;
  readonly vcov: Dense;
  readonly bread: Dense;
  readonly moments: Dense;
  /** Statistic, pairs, units and variance of each order. */
  readonly ar: readonly (readonly number[])[];
  /** J without the instruments, its degrees of freedom, the difference and its own, for each test. */
  readonly tests: readonly (readonly number[])[];
  /** Coefficients and objective of each step. */
  readonly trace: readonly (readonly number[])[];
  /** K x the units that have rows; empty unless asked for, as the two after it. */
  readonly influence: Dense;
  /** Sum of the moment blocks and of their outer products, an upper triangle. */
  readonly blockSum: Dense;
  readonly blockProducts: Dense;
}

/** Address of `DpdOptions`. */
function putOptions(options: Options): number {
  const { clusters = [], tests = [] } = options;
  return record(dpdOptions, {
    steps: options.steps ?? 1,
    covariance: covariances.indexOf(options.covariance ?? 'robust'),
    small: Number(options.small ?? false),
    arOrders: options.arOrders ?? 0,
    arLevels: Number(options.arLevels ?? false),
    maxIterations: options.maxIterations ?? 200,
    tolerance: options.tolerance ?? 1e-12,
    nclusterings: clusters.length,
    clusters: integers(clusters.flat()),
    clusterCounts: integers(clusters.map((labels) => Math.max(...labels) + 1)),
    ntests: tests.length,
    tests: bytes(tests.flat(2).map(Number)),
    influence: Number(options.influence ?? false),
    blockMoments: Number(options.blockMoments ?? false),
  });
}

const rowsAt = (address: number, rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, (_, i) => Array.from(get(address + 8 * columns * i, columns)));

/** The address of an opened estimate, and the numbers that describe its sample. */
export function openFit(model: Model, options: Options = {}) {
  const fit = record(dpdFit, {});
  const asked = putOptions(options);
  const status = core.dpd_open(putDesign(model), asked, fit);
  return { status, asked, fit, numbers: read(dpdFit, fit) };
}

/** Estimates a model; its arrays are empty where that fails. */
export function fitOf(model: Model, options: Options = {}): Fit {
  const start = core.mark();
  const { status: first, asked, fit } = openFit(model, options);
  const status = first === 0 ? core.dpd_finish(asked, fit) : first;
  const numbers = read(dpdFit, fit);
  const result = { status, numbers, ...(status === 0 ? arraysOf(numbers, options) : nothing) };
  core.release(start);
  return result;
}

type Arrays = Omit<Fit, 'status' | 'numbers'>;

const none = wrap(0, 0, new Float64Array());
const nothing: Arrays = {
  params: none,
  vcov: none,
  bread: none,
  moments: none,
  ar: [],
  tests: [],
  trace: [],
  influence: none,
  blockSum: none,
  blockProducts: none,
};

function arraysOf(numbers: Fit['numbers'], { arOrders = 0, tests = [] }: Options): Arrays {
  const k = numbers['nparams']!;
  const n = numbers['ninstruments']! + numbers['nonlinear']!;
  const order = (k + 1) * padded(n);
  const matrix = (field: string, rows: number, columns: number) =>
    numbers[field] ? matrixAt(numbers[field], rows, columns) : none;
  return {
    params: matrix('params', k, 1),
    vcov: matrix('vcov', k, k),
    bread: matrix('bread', k, k),
    moments: matrix('moments', n, 1),
    ar: rowsAt(numbers['ar']!, arOrders, 4),
    tests: rowsAt(numbers['diffHansen']!, tests.length, 4),
    trace: rowsAt(numbers['trace']!, numbers['iterations']!, k + 1),
    influence: matrix('influence', k, numbers['nentering']!),
    blockSum: matrix('blockSum', n, k + 1),
    blockProducts: matrix('blockProducts', order, order),
  };
}
