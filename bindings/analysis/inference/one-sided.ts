/** One-sided tests of an inequality between functions of the coefficients. */
import type { Engine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { listed } from '../../core/text/messages.js';
import type { Statement } from '../../data/index.js';
import { oneSided, type Reference } from '../../core/numerics/inference.js';
import type { WaldTest } from '../../results/inference/wald.js';
import { describeFunction, evaluateFunction, type TestedFit } from './delta-method.js';
import { missing } from './missing.js';

/**
 * The inequality among the hypotheses, if there is one.
 *
 * @throws InputError `joint-inequalities` if it is not the only hypothesis
 */
export function onlyInequality(statements: readonly Statement[]): Statement | undefined {
  const inequality = statements.find(({ relation }) => relation === '<' || relation === '>');
  if (inequality === undefined || statements.length === 1) return inequality;
  const texts = listed(statements.map(({ text }) => text));
  const message = `hypothesis: expected an inequality by itself, found ${texts}; test ${inequality.text} alone, or write "=" for a joint test`;
  throw new InputError('joint-inequalities', message, {
    found: statements.map(({ text }) => text),
  });
}

/**
 * The t or z test of the opposite of an inequality: p = P(t > t0) for ">", P(t < t0) for "<".
 *
 * @throws InputError `no-hypothesis` if no coefficient enters, and as `evaluateFunction`
 */
export function oneSidedTest(
  engine: Engine,
  fit: TestedFit,
  { text, difference, relation }: Statement,
  level: number,
): WaldTest {
  const dual = evaluateFunction(engine, fit, text, difference);
  if (dual.gradient.every((slope) => slope === 0)) {
    const message = `hypothesis: expected one that restricts a coefficient, found ${text}`;
    throw new InputError('no-hypothesis', message);
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
