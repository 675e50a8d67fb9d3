/**
 * The bootstrap that estimates each resample from its rows with the kernels of the core: the cost of a replicate that
 * does not use cross-products of units. It gathers the rows of the drawn units and computes Z'HZ, Z'[X y], both factors
 * and the moments of each unit with dgemm, dsyrk, dgemv and dpotrf of the test build.
 */
import { loadKernels, NoTrans, Trans, Upper } from '../../tests/assembly/load.js';
import type { Design, UnitDesign } from './plain-js/design.js';

const { kernels, put } = loadKernels();

/** Estimates a resample: takes the number of draws of each unit, returns coefficients and J. */
export type Estimate = (counts: Int32Array) => Float64Array;

/** Allocates memory in the core for the resamples of a design. All matrices are column-major. */
export function prepareRows({ units, k, l }: Design): Estimate {
  const stored = units.map((unit) => storeUnit(unit, k, l));
  const most = 2 * units.reduce((total, { rows }) => total + rows, 0);
  const doubles = (count: number) => kernels.alloc(8 * count);
  const element = (address: number, index: number) => address + 8 * index;
  const [z, hz, xy, e] = [l, l, k + 1, 1].map((width) => doubles(most * width));
  const [s, g, moments] = [doubles(l * l), doubles(2 * units.length * l), doubles(l * (k + 1))];
  const solve = solver(k, l);
  const first = doubles(k + 1);
  return (counts) => {
    const memory = new Float64Array(kernels.memory.buffer);
    const drawn = stored.flatMap((unit, i) => new Array<StoredUnit>(counts[i]!).fill(unit));
    const n = drawn.reduce((total, { rows }) => total + rows, 0);
    let top = 0;
    for (const unit of drawn) {
      for (const [from, to, width] of [
        [unit.z, z!, l],
        [unit.hz, hz!, l],
        [unit.xy, xy!, k + 1],
      ] as const) {
        for (let j = 0; j < width; j++) {
          const source = from / 8 + j * unit.rows;
          memory.copyWithin(to / 8 + j * n + top, source, source + unit.rows);
        }
      }
      top += unit.rows;
    }
    kernels.dgemm(Trans, NoTrans, l, l, n, 1, z!, n, hz!, n, 0, s, l);
    kernels.dgemm(Trans, NoTrans, l, k + 1, n, 1, z!, n, xy!, n, 0, moments, l);
    memory.set(solve(s, moments), first / 8);
    memory.copyWithin(e! / 8, xy! / 8 + k * n, xy! / 8 + (k + 1) * n);
    kernels.dgemv(NoTrans, n, k, -1, xy!, n, first, 1, e!);
    top = 0;
    drawn.forEach(({ rows }, i) => {
      kernels.dgemv(Trans, rows, l, 1, element(z!, top), n, element(e!, top), 0, element(g, i * l));
      top += rows;
    });
    kernels.dsyrk(Upper, NoTrans, l, drawn.length, 1, g, l, 0, s, l);
    return solve(s, moments);
  };
}

interface StoredUnit {
  readonly rows: number;
  /** Z, HZ and [X y], column-major. */
  readonly z: number;
  readonly hz: number;
  readonly xy: number;
}

function storeUnit({ rows, x, y, z, h }: UnitDesign, k: number, l: number): StoredUnit {
  const columns = (width: number, of: (row: number, column: number) => number) =>
    put(Float64Array.from({ length: rows * width }, (_, i) => of(i % rows, Math.floor(i / rows))));
  const hz = (row: number, column: number) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += h[row * rows + r]! * z[r * l + column]!;
    return sum;
  };
  return {
    rows,
    z: columns(l, (row, column) => z[row * l + column]!),
    hz: columns(l, hz),
    xy: columns(k + 1, (row, column) => (column < k ? x[row * k + column]! : y[row]!)),
  };
}

/** Solves a step from S (upper triangle) and its moments [A s]. Returns b, then the objective, like the core. */
function solver(k: number, l: number): (s: number, moments: number) => Float64Array {
  const padded = 4 * Math.ceil(l / 4);
  const width = 4 * Math.ceil((k + 1) / 4);
  const triangle = kernels.alloc(8 * kernels.triangleSize(l));
  const small = kernels.alloc(8 * kernels.triangleSize(k + 1));
  const reciprocals = kernels.alloc(8 * padded);
  const panels = kernels.alloc(8 * padded * width);
  const whitened = kernels.alloc(8 * l * (k + 1));
  const normal = kernels.alloc(8 * (k + 1) ** 2);
  return (s, moments) => {
    const memory = new Float64Array(kernels.memory.buffer);
    const entry = (i: number, j: number) => memory[kernels.triangleEntry(small, i, j) / 8]!;
    toPanels(memory, l, s, triangle);
    kernels.pack(l, k + 1, moments, 1, l, padded, panels);
    kernels.dpotrf(l, l, 1e-14, triangle, reciprocals, k + 1, panels);
    kernels.unpack(l, k + 1, panels, padded, whitened, l);
    kernels.dsyrk(Upper, Trans, k + 1, l, 1, whitened, l, 0, normal, k + 1);
    toPanels(memory, k + 1, normal, small);
    kernels.dpotrf(k + 1, k, 1e-14, small, reciprocals, 0, 0);
    const out = new Float64Array(k + 1);
    for (let j = k - 1; j >= 0; j--) {
      let value = entry(j, k);
      for (let i = j + 1; i < k; i++) value -= entry(j, i) * out[i]!;
      out[j] = value / entry(j, j);
    }
    out[k] = entry(k, k) ** 2;
    return out;
  };
}

/** Packs a column-major upper triangle into panels with full diagonal tiles and zeros after column n. */
function toPanels(memory: Float64Array, n: number, from: number, to: number): void {
  memory.fill(0, to / 8, to / 8 + kernels.triangleSize(n));
  for (let j = 0; j < n; j++) {
    const column = kernels.triangleEntry(to, 0, j) / 8;
    for (let i = 0; i <= j; i++) memory[column + 4 * i] = memory[from / 8 + j * n + i]!;
  }
}
