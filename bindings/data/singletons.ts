import type { LedgerRule } from './sample.js';

/** Categories of a sample's rows: the code of each row, -1 where it has none. */
export interface Categories {
  readonly name: string;
  readonly codes: Int32Array;
}

/**
 * Leaves out rows that are alone in a level of some category: such an effect fits its row exactly. Leaving one out
 * may leave another alone, so it repeats until none is. `among` has 1 for the rows to look at; `times` says how many
 * rows each stands for, one when it is not given.
 */
export function singletonRules(
  categories: readonly Categories[],
  among: Uint8Array,
  times?: Float64Array,
): LedgerRule[] {
  const keep = among.slice();
  const rules = categories.map(({ name }) => ({
    reason: `the only row of its level of ${name}`,
    keep: new Uint8Array(among.length).fill(1),
  }));
  const sizes = categories.map(({ codes }) => levelSizes(codes, keep, times));
  for (let dropped = true; dropped;) {
    dropped = false;
    categories.forEach(({ codes }, own) => {
      for (let row = 0; row < keep.length; row++) {
        if (keep[row] === 0 || sizes[own]![codes[row]!] !== 1) continue;
        keep[row] = 0;
        rules[own]!.keep[row] = 0;
        dropped = true;
        categories.forEach((other, i) => sizes[i]![other.codes[row]!]!--);
      }
    });
  }
  return rules;
}

function levelSizes(codes: Int32Array, among: Uint8Array, times?: Float64Array): Float64Array {
  const sizes = new Float64Array(codes.reduce((most, code) => Math.max(most, code + 1), 0));
  codes.forEach((code, row) => {
    if (among[row] === 1) sizes[code]! += times?.[row] ?? 1;
  });
  return sizes;
}
