/** Quantities computed from the coefficients of every replicate. */
import { longRunValue, reportedTerms } from '../../models/dpd/result/long-run.js';
import type { FitResult } from '../../results/fit.js';
import type { Replicates } from '../replicates.js';

export interface Quantity {
  readonly name: string;
  /** Evaluates the quantity at the coefficients in `values` from `first` on. */
  evaluate(values: ArrayLike<number>, first: number): number;
}

/** The number in a place of every replicate. */
export function placed(name: string, place: number): Quantity {
  return { name, evaluate: (values, first) => values[first + place]! };
}

/** Lists the long-run effects that the fit reports. */
export function longRunQuantities(fit: FitResult): Quantity[] {
  return reportedTerms(fit).map((term) => ({
    name: term.name,
    evaluate: (values, first) => longRunValue(term, values, first),
  }));
}

/** Computes replicates of the quantities, NaN if a quantity does not exist. */
export function derive(quantities: readonly Quantity[], replicates: Replicates): Replicates {
  const { values, width, completed } = replicates;
  const count = quantities.length;
  const derived = new Float64Array(completed * count);
  for (let r = 0; r < completed; ++r) {
    for (let j = 0; j < count; ++j)
      derived[r * count + j] = quantities[j]!.evaluate(values, r * width);
  }
  return { ...replicates, statistics: [], values: derived, width: count };
}
