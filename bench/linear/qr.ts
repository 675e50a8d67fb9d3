/**
 * The QR behind least squares against dgemm, both in the test build of the core, which exports kernels: time per 2 n
 * k^2 floating-point operations of a tall matrix, block by block of rows for the QR, X'X in full for dgemm.
 */
import { instantiateSync } from '@assemblyscript/loader';
import { readFileSync } from 'node:fs';
import { alternate } from '../alternate.js';
import type { Group } from '../report/report.js';
import { uniform } from './rows.js';

type Kernel = (...args: number[]) => void;

interface Kernels extends Record<string, unknown> {
  readonly memory: WebAssembly.Memory;
  readonly alloc: (bytes: number) => number;
  readonly pack: Kernel;
  readonly dtpqrt: Kernel;
  readonly dgemm: Kernel;
}

const [n, k] = [10_000, 60];
const blockRows = 256; // as in the solver
const trans = 1;
const noTrans = 0;

export async function qrGroup(rounds: number): Promise<Group> {
  const file = new URL('../../build/kernels.wasm', import.meta.url);
  const { exports: kernels } = instantiateSync<Kernels>(readFileSync(file), {});
  const panels = Math.ceil(k / 4);
  const triangleDoubles = 8 * panels * (panels + 1);
  const x = kernels.alloc(8 * n * k);
  const triangle = kernels.alloc(8 * triangleDoubles);
  const block = kernels.alloc(8 * blockRows * 4 * panels);
  const product = kernels.alloc(8 * k * k);
  new Float64Array(kernels.memory.buffer, x, n * k).set(uniform(n * k, 1));

  const factor = () => {
    new Float64Array(kernels.memory.buffer, triangle, triangleDoubles).fill(0);
    for (let start = 0; start < n; start += blockRows) {
      const rows = Math.min(blockRows, n - start);
      kernels.pack(rows, k, x + 8 * start, 1, n, blockRows, block);
      kernels.dtpqrt(rows, k, triangle, block, blockRows);
    }
  };
  const multiply = () => kernels.dgemm(trans, noTrans, k, k, n, 1, x, n, x, n, 0, product, k);
  const times = 20;
  const amount = (times * 2 * n * k * k) / 1e9;
  const repeat = (run: () => void) => () => {
    for (let i = 0; i < times; i++) run();
  };
  return {
    title: `QR of ${n.toLocaleString('en-GB')} x ${k}`,
    item: '10^9 floating-point operations',
    timings: await alternate(
      [
        { name: 'dgemm', amount, run: repeat(multiply) },
        { name: 'QR, dtpqrt on blocks of rows', amount, run: repeat(factor) },
      ],
      rounds,
    ),
  };
}
