import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import type { Test } from '../../results/test.js';
import type { Dual } from '../../core/numerics/dual.js';
import { chi2Test, fTest, oneSided, type Reference } from '../../core/numerics/inference.js';
import { quadraticForm } from '../../core/numerics/quadratic-form.js';
import { checkTestOptions } from './arguments.js';
import {
  crossVariance,
  describeFunction,
  evaluateFunction,
  statementsOf,
  type TestedFit,
  type TestOptions,
} from './delta-method.js';
import { independent, type Independent, type Restriction } from './independent.js';
import { InputError } from '../../core/errors/errors.js';
import type { Statement } from '../../data/index.js';
import type { WaldTest } from '../../results/inference/wald.js';
import { missing } from '../../results/missing.js';
import { degree, linearize, scalarMath } from './linearize.js';
import * as said from '../../words/errors/analysis/inference.js';
import { reasoned, say } from '../../words/phrase.js';
import { correctsClusters } from '../../models/covariances/registry.js';

export interface Hypothesis extends Restriction {
  /** Value and derivatives at the estimates. */
  readonly dual: Dual;
}

/**
 * Wald test of hypotheses on the coefficients, `x1 = 0, x2 = x3, 2*x1 + x3 = 1`, linear or not: W = g' (G V G')^-1 g,
 * with g the left minus the right sides and G their exact derivatives. F = W / q if the fit reports t. Without an
 * equals sign the right side is 0. Works on results read from files. With CV2 errors the joint test is HTZ.
 *
 * An inequality `x1 > x2` is the alternative of a one-sided t or z test of its opposite, `x1 <= x2`. It is tested by
 * itself.
 *
 * @param hypotheses - one text separated by commas, or several texts
 * @throws InputError `expression-syntax`, `unknown-coefficient`, `omitted-coefficient`, `undefined-function`,
 *   `inconsistent-hypotheses`, `dependent-hypotheses`, `no-hypothesis` if none restricts a coefficient,
 *   `joint-inequalities`
 */
export async function wald(
  fit: TestedFit,
  hypotheses: string | readonly string[],
  options: TestOptions = {},
): Promise<WaldTest> {
  checkTestOptions('hypothesis', fit, hypotheses, options);
  return inOnePiece(options, async () => {
    const engine = await engineFor(options.engine);
    const statements = statementsOf(fit, hypotheses);
    const { level = fit.level } = options;
    const inequality = onlyInequality(statements);
    if (inequality !== undefined) return oneSidedTest(engine, fit, inequality, level);
    const { kept, redundant } = hypothesesOf(engine, fit, hypotheses);
    const duals = kept.map(({ dual }) => dual);
    return {
      kind: 'wald',
      hypotheses: kept.map(({ text, dual }) => describeFunction(engine, fit, text, dual, level)),
      redundant: redundant.map(({ text }) => text),
      statistic: fit.statistic,
      level,
      ...(await referred(engine, fit, duals)),
    };
  });
}

/** The hypotheses that do not follow from earlier ones, and those that do. Throws as `wald`. */
export function hypothesesOf(
  engine: Engine,
  fit: TestedFit,
  texts: string | readonly string[],
): Independent<Hypothesis> {
  const read = statementsOf(fit, texts).map((statement) => hypothesis(engine, fit, statement));
  const hypotheses = independent(read);
  if (hypotheses.kept.length === 0) {
    const told = said.noHypothesis({ redundant: hypotheses.redundant.map(({ text }) => text) });
    throw new InputError(told, 'hypothesis');
  }
  return hypotheses;
}

function hypothesis(engine: Engine, fit: TestedFit, statement: Statement): Hypothesis {
  const { text, difference } = statement;
  const dual = evaluateFunction(engine, fit, text, difference);
  const row = dual.gradient;
  if (degree(difference) <= 1) {
    const origin = fit.vcov.names.map(() => 0);
    const offset = linearize(difference, origin, scalarMath(engine)).value;
    return { text, dual, row, linear: true, offset, scale: Math.abs(offset) };
  }
  const parts = fit.vcov.names.map((name, i) => row[i]! * fit.params[name]!);
  const offset = parts.reduce((sum, part) => sum - part, dual.value);
  const scale = parts.reduce((sum, part) => sum + Math.abs(part), Math.abs(dual.value));
  return { text, dual, row, linear: false, offset, scale };
}

/** The joint test, and its distribution if the errors correct for few clusters. */
async function referred(
  engine: Engine,
  fit: TestedFit,
  functions: readonly Dual[],
): Promise<Pick<WaldTest, 'test' | 'reference'>> {
  if (fit.statistic === 'z' || !correctsClusters(fit.vcov.type)) {
    return { test: jointTest(engine, fit, functions) };
  }
  const { htzFreedom } = await import('./htz.js');
  const gradients = functions.map(({ gradient }) => gradient);
  const eta = htzFreedom(engine, fit, gradients);
  return typeof eta === 'number'
    ? { reference: { distribution: 'HTZ' }, test: jointTest(engine, fit, functions, eta) }
    : {
        reference: { distribution: 'F', ...reasoned(eta) },
        test: jointTest(engine, fit, functions),
      };
}

/** The joint test that all functions are 0; their gradients are independent. It is HTZ with `eta`. */
export function jointTest(
  engine: Engine,
  fit: TestedFit,
  functions: readonly Dual[],
  eta?: number,
): Test {
  const covariance = functions.map((a) =>
    functions.map((b) => crossVariance(fit, a.gradient, b.gradient)),
  );
  const q = functions.length;
  const values = functions.map(({ value }) => value);
  const { value, rank, negative } = quadraticForm(values, covariance);
  if (negative > 0 || rank < q) {
    return missing(
      negative > 0
        ? 'the covariance of the hypotheses is not positive definite'
        : say('the covariance of the hypotheses has rank {} instead of {}', rank, q),
    );
  }
  if (fit.statistic === 'z') return chi2Test(engine, value, q);
  if (eta === undefined) return fTest(engine, value / q, q, fit.dfResid);
  const df = eta - q + 1;
  if (!(df > 0)) return missing('too few clusters: HTZ has no degrees of freedom');
  return fTest(engine, (df / (eta * q)) * value, q, df);
}

/**
 * The inequality among the hypotheses, if there is one.
 *
 * @throws InputError `joint-inequalities` if it is not the only hypothesis
 */
function onlyInequality(statements: readonly Statement[]): Statement | undefined {
  const inequality = statements.find(({ relation }) => relation === '<' || relation === '>');
  if (inequality === undefined || statements.length === 1) return inequality;
  const texts = statements.map(({ text }) => text);
  const told = said.jointInequalities({ found: texts, inequality: inequality.text });
  throw new InputError(told, 'hypothesis');
}

/**
 * The t or z test of the opposite of an inequality: p = P(t > t0) for ">", P(t < t0) for "<".
 *
 * @throws InputError `no-hypothesis` if no coefficient enters, and as `evaluateFunction`
 */
function oneSidedTest(
  engine: Engine,
  fit: TestedFit,
  { text, difference, relation }: Statement,
  level: number,
): WaldTest {
  const dual = evaluateFunction(engine, fit, text, difference);
  if (dual.gradient.every((slope) => slope === 0)) {
    throw new InputError(said.noRestriction({ hypothesis: text }), 'hypothesis');
  }
  const reference: Reference = { statistic: fit.statistic, df: fit.dfResid };
  const described = describeFunction(engine, fit, text, dual, level);
  const { statistic: stat } = described;
  const sign = relation === '<' ? -1 : 1;
  const pValue = stat === null ? null : oneSided(engine, sign * stat, reference);
  return {
    kind: 'wald',
    hypotheses: [{ ...described, pValue }],
    redundant: [],
    statistic: fit.statistic,
    level,
    oneSided: {
      alternative: text,
      null: text.replace(relation!, relation === '<' ? '>=' : '<='),
      ...(fit.statistic === 't' && { df: fit.dfResid }),
    },
    test:
      stat === null || pValue === null
        ? missing('the standard error of the difference is 0')
        : { stat, pValue },
  };
}
