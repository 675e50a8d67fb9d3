/** Loads the test build of the core and moves arrays in and out of its memory. */
import { readFileSync } from 'node:fs';
import { instantiateSync } from '@assemblyscript/loader';
import type { CoreExports } from '../../bindings/generated/exports.js';

/** A function of the core by its name; addresses are bytes, booleans 0 and 1. */
type Kernel = (...args: number[]) => number;
type KernelName =
  | 'allocMatrix'
  | 'allocZeroed'
  | 'exhausted'
  | 'multiplyAdd'
  | 'daxpy'
  | 'distinctColumns'
  | 'whitenerInverse'
  | 'whitenerRank'
  | 'ddot'
  | 'dnrm2'
  | 'dscal'
  | 'dgemv'
  | 'dtrsv'
  | 'multiplySymmetric'
  | 'dgemm'
  | 'dsyrk'
  | 'dsyrkPanels'
  | 'quadraticForm'
  | 'dgemmPanels'
  | 'sumDrawn'
  | 'rangedEntry'
  | 'setRange'
  | 'signedSums'
  | 'signedSumsWork'
  | 'dtrmmPanels'
  | 'dtrsm'
  | 'pack'
  | 'unpack'
  | 'triangleEntry'
  | 'triangleSize'
  | 'dpotrf'
  | 'dtrsmPanels'
  | 'dtrsvPanels'
  | 'dgeqp3'
  | 'dtpqrt'
  | 'dormqr'
  | 'dpstrf'
  | 'dgesvj'
  | 'cosine'
  | 'sine'
  | 'philox'
  | 'wordAddress'
  | 'multinomial'
  | 'drawWeights'
  | 'seed'
  | 'solved'
  | 'covariance'
  | 'absorb'
  | 'applyLevels'
  | 'columnAddress'
  | 'correlation'
  | 'countDegrees'
  | 'demeanFirst'
  | 'descendValley'
  | 'empiricalLikelihood'
  | 'gmmStep'
  | 'iterations'
  | 'lessMeans'
  | 'levelSums'
  | 'meanOf'
  | 'modelShape'
  | 'momentCovariance'
  | 'momentsOfUnit'
  | 'openUnitMeans'
  | 'openedEffects'
  | 'openedModel'
  | 'outcomeSums'
  | 'panelStep'
  | 'replicateOf'
  | 'sandwich'
  | 'settled'
  | 'squaresAbout'
  | 'squaresAboutMean'
  | 'stackedUnit'
  | 'subtractLevels'
  | 'summedMoments'
  | 'variance'
  | 'waldFirst'
  | 'windmeijer';

export type Kernels = CoreExports & Readonly<Record<KernelName, Kernel>>;

export interface Workbench {
  readonly kernels: Kernels;
  /** Copies doubles or integers into the arena; returns their address. */
  put(values: ArrayLike<number>): number;
  putInts(values: ArrayLike<number>): number;
  /** Copies out of the arena. */
  get(address: number, length: number): Float64Array;
  getInts(address: number, length: number): Int32Array;
  /** Runs `use` and gives back what it allocated. */
  scope<T>(use: () => T): T;
}

/** The letters of BLAS as the kernels take them. */
export const NoTrans = 0;
export const Trans = 1;
export const Upper = 0;
export const Lower = 1;

/** A fresh instance of `build/kernels.wasm`, with memory of its own. */
export function loadKernels(): Workbench {
  const wasm = readFileSync(new URL('../../build/kernels.wasm', import.meta.url));
  const { exports } = instantiateSync<Kernels & Record<string, unknown>>(wasm, {});
  const kernels: Kernels = exports;
  const buffer = () => kernels.memory.buffer;
  return {
    kernels,
    put(values) {
      const address = kernels.alloc(8 * values.length);
      new Float64Array(buffer(), address, values.length).set(values);
      return address;
    },
    putInts(values) {
      const address = kernels.alloc(4 * values.length);
      new Int32Array(buffer(), address, values.length).set(values);
      return address;
    },
    get: (address, length) => new Float64Array(buffer(), address, length).slice(),
    getInts: (address, length) => new Int32Array(buffer(), address, length).slice(),
    scope(use) {
      const mark = kernels.mark();
      try {
        return use();
      } finally {
        kernels.release(mark);
      }
    },
  };
}
