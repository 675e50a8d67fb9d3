/** Expressions in the coefficients, computed from the coefficients of every replicate. */
import * as wanted from '../../../words/expectations/bootstrap.js';
import type { Engine } from '../../../core/engine/engine.js';
import { parseStatements } from '../../../data/index.js';
import { evaluate } from '../../inference/evaluate.js';
import { scalarMath } from '../../inference/linearize.js';
import type { FitResult } from '../../../results/fit.js';
import { badOption } from '../../../models/replicates/refusal.js';
import type { Quantity } from './quantities.js';

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
        throw badOption('statistics', wanted.expressionsWithout({ relation }), text);
      }
      if (!Number.isNaN(evaluate(difference, none, math))) {
        throw badOption('statistics', wanted.expressionsOfCoefficients(), text);
      }
      const params = new Float64Array(names.length);
      const evaluateReplicate = (values: ArrayLike<number>, first: number) => {
        for (let i = 0; i < params.length; ++i) params[i] = values[first + i]!;
        return evaluate(difference, params, math);
      };
      return { name: text, evaluate: evaluateReplicate };
    });
}
