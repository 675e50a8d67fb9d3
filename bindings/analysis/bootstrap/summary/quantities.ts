/** Quantities computed from the coefficients of every replicate. */
import { longRunValue, reportedTerms } from '../../../models/dynamic/result/long-run.js';
import type { FitResult } from '../../../results/fit.js';
import type { ByName } from '../../../results/common.js';
import type { Replicates } from '../replicates.js';

export interface Quantity {
  readonly name: string;
  /** Evaluates the quantity at the coefficients in `values` from `first` on. */
  evaluate(values: ArrayLike<number>, first: number): number;
}

/** Quantities, and the fit with them as its parameters. */
export interface Quantities {
  readonly list: readonly Quantity[];
  readonly fit: FitResult;
}

/** The long-run effects that a fit reports, and expressions in its coefficients. */
export interface Functions {
  readonly longRun: Quantities;
  readonly expressions: Quantities;
}

export function functionsOf(fit: FitResult, expressions: readonly Quantity[]): Functions {
  const longRun = longRunQuantities(fit);
  return { longRun: quantitiesOf(fit, longRun), expressions: quantitiesOf(fit, expressions) };
}

export function longRunQuantities(fit: FitResult): readonly Quantity[] {
  return reportedTerms(fit).map((term) => ({
    name: term.name,
    evaluate: (values, first) => longRunValue(term, values, first),
  }));
}

/** The quantity that is the number at a given position of every replicate. */
export function placed(name: string, place: number): Quantity {
  return { name, evaluate: (values, first) => values[first + place]! };
}

/**
 * Makes quantities the parameters of a fit. Their errors are the largest change of a quantity when one coefficient
 * moves by its standard error. They only set a scale for comparing replicates and are not reported.
 */
function quantitiesOf(fit: FitResult, list: readonly Quantity[]): Quantities {
  const values = Object.values(fit.params);
  const errors = Object.keys(fit.params).map((name) => fit.stdErrors[name]!);
  const sizeOf = ({ evaluate }: Quantity) => {
    const estimate = evaluate(values, 0);
    const moves = errors.map((error, j) =>
      Math.abs(evaluate(moved(values, j, error), 0) - estimate),
    );
    return Math.max(0, ...moves.filter(Number.isFinite));
  };
  const params = byQuantity(list, ({ evaluate }) => evaluate(values, 0));
  return { list, fit: { ...fit, params, stdErrors: byQuantity(list, sizeOf) } };
}

function moved(values: readonly number[], place: number, by: number): number[] {
  return values.map((value, j) => (j === place ? value + by : value));
}

function byQuantity(
  quantities: readonly Quantity[],
  value: (quantity: Quantity) => number,
): ByName {
  return Object.fromEntries(quantities.map((quantity) => [quantity.name, value(quantity)]));
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
