/** Functions of the coefficients that a summary reports next to them. */
import type { Engine } from '../../../core/engine/engine.js';
import { longRunValue, reportedTerms } from '../../../models/dpd/result/long-run.js';
import type { FitResult } from '../../../results/fit.js';
import { type Quantities, quantitiesOf, type Quantity } from './quantities.js';

/** The long-run effects that a fit reports, and expressions in its coefficients. */
export interface Functions {
  readonly longRun: Quantities;
  readonly expressions: Quantities;
}

/** The functions of a summary. The parser of expressions is loaded only if there are any. Throws as `expressionQuantities`. */
export async function functionsOf(
  engine: Engine,
  fit: FitResult,
  expressions: readonly string[] = [],
): Promise<Functions> {
  if (expressions.length === 0) return longRunFunctions(fit);
  const { expressionQuantities } = await import('./expression-quantities.js');
  return longRunFunctions(fit, expressionQuantities(engine, fit, expressions));
}

export function longRunFunctions(fit: FitResult, expressions: readonly Quantity[] = []): Functions {
  const longRun = reportedTerms(fit).map((term): Quantity => ({
    name: term.name,
    evaluate: (values, first) => longRunValue(term, values, first),
  }));
  return { longRun: quantitiesOf(fit, longRun), expressions: quantitiesOf(fit, expressions) };
}
