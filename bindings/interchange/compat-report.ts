import { inOnePiece } from '../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../core/jobs/run-options.js';
import { checkKeys } from '../core/arguments/arguments.js';
import { InputError } from '../core/errors/errors.js';
import { engineFor } from '../core/engine/engine.js';
import type { DataInput } from '../data/index.js';
import { type CompatRule, compatRules } from '../models/dynamic/estimate/convention-rules.js';
import { fitModel } from '../models/fit.js';
import type { FitResult } from '../results/fit.js';
import { parseModel } from '../models/reading/model-file.js';
import type { ModelInput } from '../models/model.js';
import { dynamicContext } from '../models/refits/dynamic.js';
import { noCompat } from '../words/errors/interchange/models.js';

/** A number that a rule changes; null if the result does not have it. */
export interface MovedNumber {
  readonly number: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface MovedByRule {
  readonly rule: string;
  /** Sorted by relative change, largest first; empty if the rule changes nothing in this model. */
  readonly moved: readonly MovedNumber[];
}

export interface CompatReport {
  readonly kind: 'compat';
  readonly compat: string;
  readonly depvar: string;
  readonly rules: readonly MovedByRule[];
}

/**
 * Reports which rule of `compat` changes which number, and from which xtabond2 value to which. The model is fitted with
 * the rules of xtabond2, then on the rows of the other program, then with all rules of that program.
 *
 * @throws InputError `no-compat`, `not-dynamic`, and what `fitModel` throws
 */
export async function compatReport(
  data: DataInput,
  model: ModelInput,
  options: LocalOptions = {},
): Promise<CompatReport> {
  checkKeys('compat', localSchemas, options);
  return inOnePiece(options, async () => {
    const parsed = parseModel(model);
    if (parsed.estimator !== 'dpd' || parsed.compat === 'xtabond2') {
      const estimator = parsed.estimator === 'dpd' ? undefined : parsed.estimator;
      throw new InputError(noCompat({ estimator }), { of: 'model', key: 'compat' });
    }
    const engine = await engineFor(options.engine);
    const fit = (change: object) => fitModel(data, { ...parsed, ...change }, { engine });
    const whole = await fit({});
    const { model: resolved, estimate } = dynamicContext('compat', whole);
    const strict = resolved.compat === 'gretl' ? { gaps: 'strict' } : {};
    const base = await fit({ compat: 'xtabond2', ...strict });
    const sameRows = await fit({ compat: 'xtabond2' });
    const bySample = changes(base, sameRows);
    const byRule = changes(sameRows, whole);
    const rules = compatRules(resolved, estimate).map(({ rule, moves }) => ({
      rule,
      moved:
        moves === 'sample'
          ? bySample
          : byRule.filter((movedNumber) => movedBy(movedNumber) === moves),
    }));
    return { kind: 'compat', compat: resolved.compat, depvar: whole.depvar, rules };
  });
}

/** The kind of rule that changes a number when the rows are the same. */
function movedBy({ number, to }: MovedNumber): CompatRule['moves'] {
  if (number === 'Sargan' || number.startsWith('difference-in-Hansen')) return 'sigma2';
  return number.startsWith('AR(') && to === null ? 'serialCorrelation' : 'errors';
}

function changes(before: FitResult, after: FitResult): MovedNumber[] {
  const to = new Map(numbersOf(after));
  return numbersOf(before)
    .map(([number, from]) => ({ number, from, to: to.get(number) ?? null }))
    .filter((one) => relativeChange(one) > 1e-12)
    .sort((a, b) => relativeChange(b) - relativeChange(a));
}

function relativeChange({ from, to }: MovedNumber): number {
  if (from === null || to === null) return from === to ? 0 : Infinity;
  return Math.abs(to - from) / Math.max(Math.abs(from), Math.abs(to), Number.MIN_VALUE);
}

function numbersOf({ nobs, params, stdErrors, tests }: FitResult): [string, number | null][] {
  const named = (what: string, values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([name, value]): [string, number] => [`${what} of ${name}`, value]);
  return [
    ['observations', nobs],
    ...named('coefficient', params),
    ...named('std. error', stdErrors),
    ['Sargan', tests.sargan?.stat ?? null],
    ['Hansen', tests.hansen?.stat ?? null],
    ['Wald', tests.wald?.stat ?? null],
    ...(tests.ar ?? []).map(({ order, stat }): [string, number | null] => [`AR(${order})`, stat]),
    ...(tests.diffHansen ?? []).map(({ group, difference }): [string, number | null] => [
      `difference-in-Hansen of ${group}`,
      difference.stat,
    ]),
  ];
}
