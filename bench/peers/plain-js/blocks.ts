/**
 * The cross-products of each unit, packed into one contiguous row of a table:
 *
 *   | G = Z'HZ, lower triangle by rows | X'Z, k rows of l | y'Z, l |
 *
 * A replicate is a weighted sum of these rows. Entries of G that are zero for every unit are left out;
 * `place` is the position of each stored entry in the (l + k + 1) x l matrix that is factorised.
 */
import type { Design, UnitDesign } from './design.js';

export interface Blocks {
  readonly n: number;
  readonly k: number;
  readonly l: number;
  /** Doubles per unit. */
  readonly width: number;
  /** n x width. */
  readonly table: Float64Array;
  /** Offset of X'Z in a row of the table; y'Z follows it. */
  readonly moments: number;
  /** Position of each of the first `moments` entries in the row-by-row matrix. */
  readonly place: Int32Array;
}

/** Cross-products of all units of a design. */
export function buildBlocks({ units, k, l }: Design): Blocks {
  const n = units.length;
  const dense = units.map((unit) => weightedInstruments(unit, l));
  const place = Int32Array.from(usedEntries(dense, l));
  const moments = place.length;
  const width = moments + (k + 1) * l;
  const table = new Float64Array(n * width);
  units.forEach((unit, i) => {
    const row = table.subarray(i * width, (i + 1) * width);
    for (let p = 0; p < moments; p++) row[p] = dense[i]![place[p]!]!;
    addProducts(row.subarray(moments), unit, k, l);
  });
  return { n, k, l, width, table, moments, place };
}

/** Lower triangle of Z'HZ of one unit, l x l. */
function weightedInstruments({ rows, z, h }: UnitDesign, l: number): Float64Array {
  const hz = new Float64Array(rows * l);
  for (let r = 0; r < rows; r++) {
    for (let s = 0; s < rows; s++) {
      const weight = h[r * rows + s]!;
      if (weight === 0) continue;
      for (let j = 0; j < l; j++) hz[r * l + j]! += weight * z[s * l + j]!;
    }
  }
  const product = new Float64Array(l * l);
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < l; i++) {
      const left = z[r * l + i]!;
      if (left === 0) continue;
      for (let j = 0; j <= i; j++) product[i * l + j]! += left * hz[r * l + j]!;
    }
  }
  return product;
}

/** Positions of the lower triangle at which some unit has an entry that is not zero. */
function usedEntries(dense: readonly Float64Array[], l: number): number[] {
  const used = new Uint8Array(l * l);
  for (const product of dense) {
    for (let p = 0; p < used.length; p++) if (product[p] !== 0) used[p] = 1;
  }
  return Array.from(used.keys()).filter((p) => used[p] === 1);
}

function addProducts(target: Float64Array, unit: UnitDesign, k: number, l: number): void {
  const { rows, x, y, z } = unit;
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c <= k; c++) {
      const left = c < k ? x[r * k + c]! : y[r]!;
      for (let j = 0; j < l; j++) target[c * l + j]! += left * z[r * l + j]!;
    }
  }
}
