/** Quantities computed from the coefficients of every replicate: long-run effects and expressions. */
import type { Engine } from '../../core/engine.js';
import { parseStatements } from '../../data/index.js';
import { longRunValue, reportedTerms } from '../../models/dpd/result/long-run.js';
import type { FitResult } from '../../results/fit.js';
import { evaluate } from '../../inference/evaluate.js';
import { scalarMath } from '../../inference/linearize.js';
import { badOption } from '../options.js';
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

/**
 * @throws InputError `expression-syntax`, `unknown-coefficient`, `omitted-coefficient`, `bad-value` for an equation and without a coefficient
 */
export function expressionQuantities(
  engine: Engine,
  { params, omitted }: FitResult,
  texts: readonly string[],
): Quantity[] {
  const names = Object.keys(params);
  const math = scalarMath(engine);
  const none = names.map(() => NaN);
  return texts
    .flatMap((text) => parseStatements(text, names, omitted))
    .map(({ text, difference, relation }) => {
      if (relation !== undefined) {
        throw badOption('statistics', `expressions without "${relation}"`, text);
      }
      if (!Number.isNaN(evaluate(difference, none, math))) {
        throw badOption('statistics', 'expressions that name a coefficient', text);
      }
      const params = new Float64Array(names.length);
      const evaluateReplicate = (values: ArrayLike<number>, first: number) => {
        for (let i = 0; i < params.length; ++i) params[i] = values[first + i]!;
        return evaluate(difference, params, math);
      };
      return { name: text, evaluate: evaluateReplicate };
    });
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
