import { inOnePiece } from '../../core/jobs/one-piece.js';
import { isRobust } from '../../models/covariances/registry.js';
import { checkKeys, flag } from '../../core/arguments/arguments.js';
import { type Engine, engineFor } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import type { Test } from '../../models/index.js';
import type { Warning } from '../../results/common.js';
import { chi2Test } from '../../core/numerics/inference.js';
import { quadraticForm } from '../../core/numerics/quadratic-form.js';
import { checkTested } from './arguments.js';
import type { TestedFit } from './delta-method.js';
import { dynamicPair, generalisedHausman } from './hausman-generalised.js';
import { robustHausman } from './hausman-robust.js';
import { missing } from '../../results/missing.js';
import type { HausmanTest } from '../../results/inference/hausman.js';
import { hausmanWarnings } from '../../words/en/warnings/analyses.js';
import { warning } from '../../words/warning.js';
import { nothingToCompare } from '../../words/errors/analysis/inference.js';
import { say } from '../../words/phrase.js';

export interface HausmanOptions extends LocalOptions {
  /** Use the robust test, an auxiliary regression clustered by unit. Needs a random effects fit with its rows. */
  readonly robust?: boolean | undefined;
}

const schemas = { ...localSchemas, robust: flag };

/**
 * Hausman (1978): (b - B)' (V(b) - V(B))^+ (b - B), each covariance with its own variance estimate, as in Stata's
 * `hausman fixed random` and plm's phtest. Works on results read from files. For `robust` see `robustHausman`. For two
 * dynamic panels fitted in this process see `generalisedHausman`.
 *
 * @param consistent - a fit that is consistent under both hypotheses, such as fixed effects
 * @param efficient - a fit that is efficient under the null, such as random effects
 * @throws InputError `nothing-to-compare` if the fits share no coefficient except the constant; with `robust` also
 *   `not-random-effects` and `no-rows`; for dynamic panels `no-influence`
 */
export async function hausman(
  consistent: TestedFit,
  efficient: TestedFit,
  options: HausmanOptions = {},
): Promise<HausmanTest> {
  checkTested('hausman', consistent);
  checkTested('hausman', efficient);
  checkKeys('hausman', schemas, options);
  return inOnePiece(options, async () => {
    const names = commonNames(consistent, efficient);
    const engine = await engineFor(options.engine);
    const pair = dynamicPair(consistent, efficient);
    if (pair !== undefined) return generalisedHausman(engine, pair, names);
    return options.robust === true
      ? robustHausman(engine, efficient, names)
      : classical(engine, [consistent, efficient], names);
  });
}

function classical(
  engine: Engine,
  [consistent, efficient]: readonly [TestedFit, TestedFit],
  names: readonly string[],
): HausmanTest {
  const difference = names.map((name) => consistent.params[name]! - efficient.params[name]!);
  const [larger, smaller] = [block(consistent, names), block(efficient, names)];
  const covariance = larger.map((row, i) => row.map((v, j) => v - smaller[i]![j]!));
  const variance = (i: number) => covariance[i]![i]!;
  const scales = larger.map((row, i) => Math.sqrt(row[i]!));
  const form = quadraticForm(difference, covariance, scales);
  return {
    kind: 'hausman',
    method: 'classical',
    names,
    difference: Object.fromEntries(names.map((name, i) => [name, difference[i]!])),
    stdErrors: Object.fromEntries(
      names.map((name, i) => [name, variance(i) < 0 ? null : Math.sqrt(variance(i))]),
    ),
    test: compare(engine, [consistent, efficient], form),
    warnings: warningsOf(form, names.length),
  };
}

type Form = ReturnType<typeof quadraticForm>;

function compare(engine: Engine, fits: readonly TestedFit[], { value, rank }: Form): Test {
  const robust = fits.find(({ vcov }) => isRobust(vcov));
  if (robust !== undefined) {
    const { type } = robust.vcov;
    return missing(
      say('the test needs unadjusted covariances, but one fit has {}; use the robust test', type),
    );
  }
  if (rank === 0) return missing('the two fits have the same covariance');
  if (value < 0) {
    return missing(
      say(
        'the statistic is negative ({}), because V(b) - V(B) is not positive definite; check which fit is efficient, or use the robust test for random effects',
        value.toPrecision(4),
      ),
    );
  }
  return chi2Test(engine, value, rank);
}

function warningsOf({ rank, negative }: Form, q: number): Warning[] {
  const warnings: Warning[] = [];
  if (rank < q) {
    const detail = { rank, coefficients: q, of: 'difference' } as const;
    warnings.push(warning(hausmanWarnings, 'singular-difference', detail));
  }
  if (negative > 0) {
    warnings.push(warning(hausmanWarnings, 'indefinite-difference', { negative }));
  }
  return warnings;
}

function commonNames(consistent: TestedFit, efficient: TestedFit): string[] {
  const others = new Set(efficient.vcov.names);
  const names = consistent.vcov.names.filter((name) => name !== '_cons' && others.has(name));
  if (names.length > 0) return names;
  const told = nothingToCompare({ one: consistent.vcov.names, other: efficient.vcov.names });
  throw new InputError(told, 'hausman');
}

/** Rows and columns of the covariance matrix. */
function block({ vcov }: TestedFit, names: readonly string[]): number[][] {
  const places = names.map((name) => vcov.names.indexOf(name));
  return places.map((i) => places.map((j) => vcov.values[i]![j]!));
}
