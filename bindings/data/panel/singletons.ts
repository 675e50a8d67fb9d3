import { type LedgerRule, lossOf } from '../ledger.js';

/** A category of a sample's rows: the code of each row, -1 if it has none. */
export interface Categories {
  readonly name: string;
  readonly codes: Int32Array;
  /** Number of rows of each code, if codes are numbered in order of appearance (`numbered.ts`). */
  readonly sizes?: Int32Array;
}

/** One more than the largest code. */
export function levelBound(codes: Int32Array): number {
  let largest = -1;
  for (let row = 0; row < codes.length; row++) if (codes[row]! > largest) largest = codes[row]!;
  return largest + 1;
}

/**
 * Drops singletons: rows that are the only one in a level of a category, whose effect would fit them exactly. Dropping
 * one can create another, so it repeats until none is left. `among` is 1 for the rows to check; `times` is the number
 * of observations per row (1 by default). Returns no rules if there are no singletons.
 */
export function singletonRules(
  categories: readonly Categories[],
  among: Uint8Array,
  times?: Float64Array,
): LedgerRule[] {
  const all = times === undefined && !among.includes(0);
  const known = categories.map((category) => (all ? category.sizes : undefined));
  const sizes = categories.map(({ codes }, i) => known[i] ?? levelSizes(codes, among, times));
  if (!sizes.some((levels) => levels.includes(1))) return [];
  const state = {
    codes: categories.map(({ codes }) => codes),
    sizes: sizes.map((levels) => levels.slice()),
    keep: among.slice(),
    dropped: categories.map(() => new Uint8Array(among.length).fill(1)),
  };
  while (dropAlone(state));
  return categories.map(({ name }, category) => ({
    ...lossOf('singletons of {}', name),
    keep: state.dropped[category]!,
  }));
}

interface Pruning {
  readonly codes: readonly Int32Array[];
  /** Rows left in each level. */
  readonly sizes: readonly (Float64Array | Int32Array)[];
  /** 1 for the rows left. */
  readonly keep: Uint8Array;
  /** 0 for the rows that the category drops. */
  readonly dropped: readonly Uint8Array[];
}

/** One pass over the rows; true if it dropped any. */
function dropAlone({ codes, sizes, keep, dropped }: Pruning): boolean {
  let any = false;
  for (let row = 0; row < keep.length; row++) {
    if (keep[row] === 0) continue;
    const alone = codes.findIndex((of, category) => sizes[category]![of[row]!] === 1);
    if (alone < 0) continue;
    any = true;
    keep[row] = 0;
    dropped[alone]![row] = 0;
    codes.forEach((of, category) => sizes[category]![of[row]!]!--);
  }
  return any;
}

function levelSizes(codes: Int32Array, among: Uint8Array, times?: Float64Array): Float64Array {
  const sizes = new Float64Array(levelBound(codes));
  for (let row = 0; row < codes.length; row++) {
    if (among[row] === 1) sizes[codes[row]!]! += times?.[row] ?? 1;
  }
  return sizes;
}
