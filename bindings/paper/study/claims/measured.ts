/** The quantity of a claim, measured in one model. */
import type { Engine } from '../../../core/engine/engine.js';
import { EconError, InputError } from '../../../core/errors/errors.js';
import { suggestionOf } from '../../../data/nearest.js';
import {
  describeFunction,
  evaluateFunction,
  statementsOf,
} from '../../../analysis/inference/delta-method.js';
import type { Reference } from '../../../core/numerics/inference.js';
import type { FitResult } from '../../../results/fit.js';
import { severalCoefficients, unknownTerm } from '../../../words/errors/paper/claims.js';
import { termNameOf } from '../../tables/term-name.js';

/** A coefficient, or a function of coefficients, with its standard error. */
export interface Measured {
  readonly estimate: number;
  readonly stdError: number;
  readonly reference: Reference;
  /** The coefficient as the model prints it; absent for a function of several. */
  readonly name?: string;
}

/**
 * Measures a term of a claim: a coefficient in any spelling that tests accept, or an expression such as
 * `Gov/(1-L1.Level)`.
 *
 * @throws InputError `unknown-term` with the nearest coefficient, `omitted-coefficient`, `expression-syntax`
 */
export function measure(engine: Engine, fit: FitResult, term: string): Measured {
  const [statement, ...others] = statements(fit, term);
  if (statement === undefined || others.length > 0 || statement.relation !== undefined) {
    throw new InputError(severalCoefficients({ term }));
  }
  const reference: Reference = { statistic: fit.statistic, df: fit.dfResid };
  const { difference } = statement;
  if (difference.kind === 'coefficient') {
    const name = fit.vcov.names[difference.index]!;
    return { estimate: fit.params[name]!, stdError: fit.stdErrors[name]!, reference, name };
  }
  const dual = evaluateFunction(engine, fit, term, difference);
  const { value, stdError } = describeFunction(engine, fit, term, dual);
  return { estimate: value, stdError, reference };
}

function statements(fit: FitResult, term: string) {
  const name = reordered(fit, term);
  try {
    return statementsOf(fit, name);
  } catch (error) {
    if (!(error instanceof EconError) || error.code !== 'unknown-coefficient') throw error;
    const known = Object.keys(fit.params);
    const meant = suggestionOf(term, known);
    throw new InputError(unknownTerm({ found: term, known, meant, columns: [] }));
  }
}

/** The interaction of the model with the same factors in another order; otherwise the term itself. */
function reordered(fit: FitResult, term: string): string {
  const key = factorKey(term);
  if (key === undefined || Object.hasOwn(fit.params, term)) return term;
  return Object.keys(fit.params).find((name) => factorKey(name) === key) ?? term;
}

/** The factors of an interaction in alphabetical order; undefined for other terms. */
function factorKey(term: string): string | undefined {
  const parts = termNameOf(term);
  if (parts.kind !== 'interaction') return undefined;
  const factors = parts.factors.map((factor) => factor.trim().replace(/^L\./, 'L1.'));
  return factors.sort().join(':');
}
