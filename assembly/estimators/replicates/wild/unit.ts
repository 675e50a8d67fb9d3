/** What one unit adds to the sums of the wild bootstrap (`wild.ts`). */
import { doubles, get, set } from '../../../memory/layout';
import { rectangleEntry } from '../../../blas/panels';
import { LANES } from './residual-parts';
import { Wild, clusterOf } from './wild';

/** Scratch of one unit: vectors of k doubles, and B_g. */
@unmanaged
export class Unit {
  gram: usize;
  /** t_g; t~ in two parts; m and B m. */
  scores: usize;
  constant: usize;
  linear: usize;
  direction: usize;
  gramTerms: usize;
  /** m't~ B m. */
  cross: usize;
}

/** Adds B m of unit g to that of its cluster. */
export function addGramTerms(wild: Wild, terms: usize, unit: Unit, g: i32): void {
  const cluster = clusterOf(wild.sample.resampling, g);
  const block = terms + doubles((cluster & ~(LANES - 1)) * wild.k);
  for (let i = 0; i < wild.k; ++i) {
    const place = i * LANES + (cluster & (LANES - 1));
    set(block, place, get(block, place) + get(unit.gramTerms, i));
  }
}

/** Stores values of unit g in the columns from `first` on. */
export function storeColumns(wild: Wild, g: i32, first: i32, count: i32, x: usize): void {
  const units = wild.sample.resampling.nunits;
  for (let i = 0; i < count; ++i) {
    store<f64>(rectangleEntry(wild.columns, units, g, first + i), get(x, i));
  }
}
