import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import { unexpected } from '../../core/errors/bad-argument.js';
import { InputError } from '../../core/errors/errors.js';
import { badKeyValue } from '../../words/errors/values.js';
import { confidenceExpected, isConfidence } from '../../core/arguments/levels.js';
import type { LocalOptions } from '../../core/jobs/run-options.js';
import { type Expression, parseStatements, type Statement } from '../../data/index.js';
import type { FitResult } from '../../models/index.js';
import type { DeltaMethodResult, FunctionResult } from '../../results/inference/delta-method.js';
import type { Dual } from '../../core/numerics/dual.js';
import { criticalValue, type Reference, twoSided } from '../../core/numerics/inference.js';
import { checkTestOptions } from './arguments.js';
import { linearize, scalarMath } from './linearize.js';
import { relationInFunction, undefinedFunction } from '../../words/errors/analysis/inference.js';

/** Options of tests of coefficients. */
export interface TestOptions extends LocalOptions {
  /** Confidence level of intervals; by default the fit's level. */
  readonly level?: number | undefined;
}

/** The parts of a result that tests of its coefficients read. */
export type TestedFit = Pick<
  FitResult,
  'params' | 'vcov' | 'statistic' | 'dfResid' | 'level' | 'omitted'
>;

/**
 * Functions of the coefficients such as `Gov/(1-L1.Level)`: values, standard errors by the delta method with exact
 * derivatives, t or z statistics for the hypothesis that they are 0, and intervals.
 *
 * @param expressions - one text separated by commas, or several texts
 * @throws InputError `expression-syntax`, `unknown-coefficient`, `omitted-coefficient`, `undefined-function` if a value
 *   or a derivative is not finite, `bad-value`
 */
export async function delta(
  fit: TestedFit,
  expressions: string | readonly string[],
  options: TestOptions = {},
): Promise<DeltaMethodResult> {
  checkTestOptions('function', fit, expressions, options);
  return inOnePiece(options, async () => {
    const engine = await engineFor(options.engine);
    const statements = statementsOf(fit, expressions);
    const equation = statements.find((statement) => statement.relation !== undefined);
    if (equation !== undefined) {
      const { relation, text } = equation;
      throw new InputError(relationInFunction({ found: text, relation: relation! }), 'function');
    }
    const { level = fit.level } = options;
    const functions = statements.map(({ text, difference }) =>
      describeFunction(engine, fit, text, evaluateFunction(engine, fit, text, difference), level),
    );
    return { kind: 'delta-method', statistic: fit.statistic, level, functions };
  });
}

/** The statements of one or several texts, parsed with the coefficients of the fit. */
export function statementsOf(fit: TestedFit, texts: string | readonly string[]): Statement[] {
  return [texts].flat().flatMap((text) => parseStatements(text, fit.vcov.names, fit.omitted));
}

/**
 * Value and derivatives at the estimates.
 *
 * @throws InputError `undefined-function` if one is not finite
 */
export function evaluateFunction(
  engine: Engine,
  { params, vcov }: TestedFit,
  text: string,
  expression: Expression,
): Dual {
  const values = vcov.names.map((name) => params[name]!);
  const result = linearize(expression, values, scalarMath(engine));
  const fails = (what: 'value' | 'derivative', size: number) =>
    new InputError(undefinedFunction({ expression: text, what, found: size }), 'function');
  if (!Number.isFinite(result.value)) throw fails('value', result.value);
  const bad = result.gradient.find((slope) => !Number.isFinite(slope));
  if (bad !== undefined) throw fails('derivative', bad);
  return result;
}

/** The function with its standard error, statistic and interval. */
export function describeFunction(
  engine: Engine,
  fit: TestedFit,
  expression: string,
  { value, gradient }: Dual,
  level: number = fit.level,
): FunctionResult {
  checkLevel(level);
  const reference: Reference = { statistic: fit.statistic, df: fit.dfResid };
  const stdError = Math.sqrt(crossVariance(fit, gradient, gradient));
  const exists = stdError > 0 && stdError < Infinity;
  const half = stdError === 0 ? 0 : criticalValue(engine, level, reference) * stdError;
  const statistic = exists ? value / stdError : null;
  return {
    expression,
    value,
    stdError,
    statistic,
    pValue: statistic === null ? null : twoSided(engine, statistic, reference),
    confInt: [value - half, value + half],
  };
}

/** a' V b. */
export function crossVariance(
  { vcov }: TestedFit,
  a: readonly number[],
  b: readonly number[],
): number {
  let sum = 0;
  vcov.values.forEach((row, i) => {
    if (a[i] === 0) return;
    let along = 0;
    row.forEach((v, j) => (along += b[j] === 0 ? 0 : v * b[j]!));
    sum += a[i]! * along;
  });
  return sum;
}

function checkLevel(level: number): void {
  if (isConfidence(level)) return;
  throw new InputError(badKeyValue(unexpected('level', confidenceExpected(level), level)), 'level');
}
