import type { Engine } from '../../../core/engine/engine.js';
import type { FitResult } from '../../../results/fit.js';
import type { Quantity } from './quantities.js';

/** The expressions of a summary. Their parser is loaded only if there are any. Throws as `expressionQuantities`. */
export async function expressionsOf(
  engine: Engine,
  fit: FitResult,
  expressions: readonly string[] = [],
): Promise<readonly Quantity[]> {
  if (expressions.length === 0) return [];
  const { expressionQuantities } = await import('./expression-quantities.js');
  return expressionQuantities(engine, fit, expressions);
}
