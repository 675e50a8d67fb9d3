/** Matrices in and out of the packed panels of the core, through its own address functions. */
import { at, dense, type Dense } from '../dense.js';
import type { Workbench } from '../load.js';

/** n rounded up to whole panels of 4. */
export function padded(n: number): number {
  return 4 * Math.ceil(n / 4);
}

/** Packs the upper triangle of a symmetric matrix; returns its address. */
export function putTriangle({ kernels }: Workbench, a: Dense): number {
  const address = kernels.allocZeroed(8 * kernels.triangleSize(a.rows));
  const memory = new DataView(kernels.memory.buffer);
  for (let j = 0; j < a.columns; j++) {
    for (let i = 0; i <= j; i++) {
      memory.setFloat64(kernels.triangleEntry(address, i, j), at(a, i, j), true);
    }
  }
  return address;
}

/** The packed triangle as an upper triangular matrix. */
export function readTriangle({ kernels }: Workbench, address: number, n: number): Dense {
  const memory = new DataView(kernels.memory.buffer);
  return dense(n, n, (i, j) =>
    i <= j ? memory.getFloat64(kernels.triangleEntry(address, i, j), true) : 0,
  );
}

/** Packs a matrix into panels of padded(rows) rows. */
export function putPanels({ kernels, put }: Workbench, a: Dense): number {
  const { rows, columns } = a;
  const address = kernels.alloc(8 * padded(rows) * padded(columns));
  kernels.pack(rows, columns, put(a.values), 1, rows, padded(rows), address);
  return address;
}

export function readPanels({ kernels, get }: Workbench, address: number, shape: Dense): Dense {
  const { rows, columns } = shape;
  const out = kernels.alloc(8 * rows * columns);
  kernels.unpack(rows, columns, address, padded(rows), out, rows);
  return { rows, columns, values: get(out, rows * columns) };
}
