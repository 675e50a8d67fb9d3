/** Tests of equal variances: auxiliary regressions of the squared residuals. */
import type { HeteroskedasticityTests } from '../../../results/inference/diagnostics.js';
import type { Test } from '../../../results/test.js';
import { chi2Test, fTest } from '../../../core/numerics/inference.js';
import { missing } from '../../../results/missing.js';
import { type Auxiliary, regress } from '../auxiliary.js';
import { countReason, type Regressed } from './regression.js';
import { plural, type Said, say, type Word } from '../../../words/phrase.js';

/** Maximum number of values in the design of White's regression. */
const largestDesign = 5e7;

export function heteroskedasticityTests(fit: Regressed): HeteroskedasticityTests {
  const { columns, fitted, nobs, engine } = fit;
  const rhs = squaresOn(fit, columns);
  const onFitted = squaresOn(fit, columns.length === 0 ? [] : [fitted]);
  return {
    breuschPagan: tested(rhs, (aux, df) => chi2Test(engine, nobs * share(aux), df)),
    breuschPaganF: tested(rhs, (aux, df) => {
      const dfResid = nobs - aux.rank;
      return fTest(engine, (aux.tssCentered - aux.rss) / df / (aux.rss / dfResid), df, dfResid);
    }),
    breuschPaganNormal: normalTest(fit, rhs),
    cookWeisberg: normalTest(fit, onFitted),
    white: white(fit),
  };
}

type Outcome = Auxiliary | Word | Said;

/** The regression of u^2 on a constant and `columns`, or the reason why there is none. */
function squaresOn(fit: Regressed, columns: readonly Float64Array[]): Outcome {
  const reason = countReason(fit);
  if (reason !== undefined) return reason;
  if (columns.length === 0) return 'there are no slopes';
  const { engine, residuals, weights, nobs } = fit;
  const y = residuals.map((u) => u * u);
  const aux = regress(engine, { y, columns, intercept: true, weights });
  if (aux === undefined)
    return say(
      'there are too few observations ({}) for {}',
      nobs,
      plural(columns.length + 1, 'term'),
    );
  if (aux.rank === 1) return 'the regressors do not vary';
  return aux;
}

function tested(outcome: Outcome, test: (aux: Auxiliary, df: number) => Test): Test {
  if (typeof outcome === 'string' || 'say' in outcome) return missing(outcome);
  if (!(outcome.tssCentered > 0)) return missing('the squared residuals do not vary');
  return test(outcome, outcome.rank - 1);
}

function share({ rss, tssCentered }: Auxiliary): number {
  return 1 - rss / tssCentered;
}

function normalTest({ engine, rss, nobs }: Regressed, outcome: Outcome): Test {
  const variance = rss / nobs;
  return tested(outcome, (aux, df) =>
    chi2Test(engine, (aux.tssCentered - aux.rss) / (2 * variance * variance), df),
  );
}

function white(fit: Regressed): Test {
  const { columns, nobs, engine, y } = fit;
  const k = columns.length;
  const terms = 1 + k + (k * (k + 1)) / 2;
  if (terms * y.length > largestDesign) {
    return missing(
      say(
        'the test has {} for {}, more than the {} numbers allowed',
        plural(terms, 'term'),
        plural(y.length, 'row'),
        largestDesign,
      ),
    );
  }
  const outcome = squaresOn(fit, secondOrder(columns.map(centred)));
  return tested(outcome, (aux, df) => chi2Test(engine, nobs * share(aux), df));
}

/**
 * The columns, their squares and products, without products that are 0 or equal one of their factors, as happens with
 * dummies.
 */
function secondOrder(columns: readonly Float64Array[]): Float64Array[] {
  const products = columns.flatMap((a, i) =>
    columns.slice(i).flatMap((b) => {
      const product = a.map((value, row) => value * b[row]!);
      const known = [a, b].some((factor) => product.every((value, row) => value === factor[row]));
      return known || product.every((value) => value === 0) ? [] : [product];
    }),
  );
  return [...columns, ...products];
}

/**
 * Centres a column at its mean and scales it to size 1, which preserves the span of the terms. Dummies are not changed.
 */
function centred(column: Float64Array): Float64Array {
  if (column.every((value) => value === 0 || value === 1)) return column;
  const mean = column.reduce((sum, value) => sum + value / column.length, 0);
  const moved = column.map((value) => value - mean);
  const size = moved.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  return size > 0 ? moved.map((value) => value / size) : moved;
}
