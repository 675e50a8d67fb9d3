/**
 * The kernels, in the test build of the core, relative to the peak of this machine. The peak is a loop of multiply-adds
 * on twelve registers, timed in the same rounds. A `time ratio` of 1.25 is 80% of the peak.
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { loadKernels, NoTrans, Upper } from '../tests/assembly/load.js';
import { alternate, type Contender } from './alternate.js';
import { uniform } from './linear/rows.js';
import { oneThread } from './peers/processes/conversation.js';
import { startPeer } from './peers/processes/peer.js';
import type { Group } from './report/report.js';
import { requireClose } from './require-close.js';

const { kernels, put, get } = loadKernels();

/** Operations per timed call: a few hundredths of a second. */
const CALL = 4e8;

const OPERATIONS_OF_LOOP = 48;
const rows = 4000;
const size = 256;
const order = 40;

/** A contender that repeats a kernel of `operations` floating-point operations. */
function kernel(name: string, operations: number, run: () => void): Contender {
  const times = Math.max(1, Math.round(CALL / operations));
  const repeat = () => {
    for (let i = 0; i < times; i++) run();
  };
  return { name, amount: (times * operations) / 1e9, run: repeat };
}

function ceiling(): Contender {
  const count = 1_000_000;
  return kernel('multiply-add in registers, the ceiling', OPERATIONS_OF_LOOP * count, () => {
    kernels.multiplyAdd(count, 0.999, 1e-3);
  });
}

/** X'X of column-major rows: one triangle, so k (k + 1) operations per row. */
function crossProduct(k: number): Contender {
  const x = put(uniform(rows * k, k));
  const c = kernels.alloc(8 * k * k);
  return kernel(`dsyrk, X'X of ${rows} x ${k}`, rows * k * (k + 1), () => {
    kernels.dsyrk(Upper, 1, k, rows, 1, x, rows, 0, c, k);
  });
}

/** The sums S += G'G of the bootstrap, from packed rows. */
function packedCrossProduct(k: number, n: number): Contender {
  const a = put(uniform(n * k, k));
  const c = kernels.alloc(8 * kernels.triangleSize(k));
  return kernel(`the same on packed rows, ${n} x ${k}`, n * k * (k + 1), () => {
    kernels.dsyrkPanels(k, n, n, a, c);
  });
}

function product(): Contender {
  const [a, b] = [put(uniform(size * size, 1)), put(uniform(size * size, 2))];
  const c = kernels.alloc(8 * size * size);
  return kernel(`dgemm, ${size} x ${size} x ${size}`, 2 * size ** 3, () => {
    kernels.dgemm(NoTrans, NoTrans, size, size, size, 1, a, size, b, size, 0, c, size);
  });
}

export async function kernelGroups(rounds: number): Promise<Group[]> {
  const products = [
    ceiling(),
    crossProduct(order),
    crossProduct(60),
    packedCrossProduct(order, 160),
    product(),
  ];
  return [
    {
      title: 'kernels',
      item: '10^9 floating-point operations',
      timings: await alternate(products, rounds),
    },
    await choleskyGroup(rounds),
  ];
}

/** A'A of more rows than columns, row by row. */
function positiveDefinite(): number[][] {
  const a = uniform(2 * order * order, 3);
  const column = (j: number) => a.subarray(2 * order * j, 2 * order * (j + 1));
  return Array.from({ length: order }, (_, i) =>
    Array.from({ length: order }, (_, j) =>
      column(i).reduce((sum, value, r) => sum + value * column(j)[r]!, 0),
    ),
  );
}

/** Cholesky factor of one small matrix; every time includes the copy of the matrix. */
async function choleskyGroup(rounds: number): Promise<Group> {
  const matrix = positiveDefinite();
  const bytes = 8 * kernels.triangleSize(order);
  const [given, factor, reciprocals] = [bytes, bytes, 8 * order].map((n) => kernels.alloc(n));
  const memory = new Float64Array(kernels.memory.buffer);
  matrix.forEach((row, i) => {
    for (let j = i; j < order; j++) memory[kernels.triangleEntry(given!, i, j) / 8] = row[j]!;
  });
  const factorize = () => {
    const all = new Uint8Array(kernels.memory.buffer);
    all.copyWithin(factor!, given!, given! + bytes);
    kernels.dpotrf(order, order, 1e-14, factor!, reciprocals!, 0, 0);
  };
  const dense = new Matrix(matrix);
  factorize();
  const last = get(kernels.triangleEntry(factor!, order - 1, order - 1), 1)[0]!;
  const theirs = new CholeskyDecomposition(dense).lowerTriangularMatrix.get(order - 1, order - 1);
  requireClose('last pivot of ml-matrix', theirs, last, 1e-10, 'dpotrf');
  const lapack = await startPeer('python3', 'cholesky.py', [String(order)], oneThread);
  try {
    const contenders = [
      repeated('dpotrf', 10_000, factorize),
      repeated('ml-matrix', 500, () => void new CholeskyDecomposition(dense)),
    ];
    if (lapack !== undefined) {
      const [stack, pivot] = await lapack.solve(matrix.flat().join(' '));
      requireClose('last pivot of LAPACK', pivot!, last, 1e-10, 'dpotrf');
      const run = async () => void (await lapack.solve());
      contenders.push({ name: `${lapack.program}, cholesky of a stack`, amount: stack!, run });
    }
    return {
      title: `Cholesky, ${order} x ${order}${lapack === undefined ? '; numpy absent' : ''}`,
      item: 'factor',
      timings: await alternate(contenders, rounds),
    };
  } finally {
    lapack?.stop();
  }
}

function repeated(name: string, amount: number, once: () => void): Contender {
  const run = (): void => {
    for (let i = 0; i < amount; i++) once();
  };
  return { name, amount, run };
}
