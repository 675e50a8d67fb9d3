import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { expects } from '../../../words/expects.js';
import * as said from '../../../words/errors/analysis/postestimation.js';
import * as wanted from '../../../words/expectations/analysis/options.js';
import * as v from 'valibot';
import {
  badArgument,
  checkKeys,
  columnName,
  flag,
  isKeyed,
  level as levelSchema,
  listOf,
  text,
  whole,
} from '../../../core/arguments/arguments.js';
import { type Engine, engineFor } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { describeFunction } from '../../inference/delta-method.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { requireContext } from '../../../models/context.js';
import { covarianceKindOf } from '../../../models/covariances/kind.js';
import { fittedModel } from '../../../models/fitted-model.js';
import { checkUnchanged } from '../../../models/refits/unchanged.js';
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import type { MarginalEffect, MarginsResult } from '../../../results/postestimation/margins.js';
import { usedRows } from '../rows/used-rows.js';
import { designTerms } from '../rows/design-terms.js';
import { type VariableValues, checkedValues, combinations, gridOf } from './grid.js';
import { averageSlopes, type RowValues, rowValues, type Settings } from './row-values.js';
import { type Subject, subjectOf } from './subject.js';
import { postestimationWarnings } from '../../../words/en/warnings/postestimation.js';
import { warning } from '../../../words/warning.js';

export interface MarginsOptions extends LocalOptions {
  /** The variable whose effect is computed, such as `x`, `L1.x` or `log(x)`. */
  readonly of: string;
  /** A moderator: the effect is computed on a grid of its values. */
  readonly over?: string | undefined;
  /** Values that variables are set to in all rows, such as `{ z: [1, 2], g: 'a' }`; all combinations are used. */
  readonly at?: VariableValues | undefined;
  /** Set the other variables to their means instead of averaging over the rows; default false. */
  readonly means?: boolean | undefined;
  /** Points of the grid of a moderator with more than 12 values; default 11. */
  readonly points?: number | undefined;
  /** Confidence level of intervals; by default the fit's level. */
  readonly level?: number | undefined;
}

const value = v.union([v.string(), v.pipe(v.number(), v.finite())]);
const settingsExpected = expects(wanted.valuesOfVariables());
const schemas = {
  ...localSchemas,
  of: text(wanted.nameOfVariable()),
  over: columnName,
  at: v.custom<VariableValues>(
    (given) =>
      isKeyed(given) &&
      Object.values(given).every(
        (one) =>
          v.is(value, one) || (Array.isArray(one) && one.length > 0 && v.is(listOf(value), one)),
      ),
    settingsExpected,
  ),
  means: flag,
  points: whole(2, 1000),
  level: levelSchema,
};

/**
 * Marginal effects: the derivative of the fitted outcome with respect to a variable that interacts with others or
 * enters by powers and functions. The derivative is exact; it is averaged over the rows of the fit with the weights of
 * the model, or taken at the means. Standard errors are those of the delta method with the covariance of the fit; the
 * rows are taken as given.
 *
 * @throws InputError `bad-value`, `result-without-data`, `data-changed`, `unknown-variable`, `unknown-level`,
 *   `omitted-coefficient`, `no-interaction` for `over`, `undefined-function` if a derivative is not finite
 */
export async function margins(fit: FitResult, options: MarginsOptions): Promise<MarginsResult> {
  checkKeys('margins', schemas, options, ['of']);
  const context = requireContext('margins', fit);
  checkUnchanged('margins', context);
  if (fittedModel(context).mean !== undefined) throw notLinear(fit);
  return inOnePiece(options, async () => {
    const { of, over, means = false, level = fit.level } = options;
    const engine = await engineFor(options.engine);
    const used = usedRows(engine, context);
    const subject = subjectOf(fit, designTerms(context, used.table, used.rows), of);
    checkOver(subject, options);
    const values = rowValues(engine, used, subject.variables, subject.factors);
    const others = means ? 'means' : 'observed';
    const effects = settingsOf(values, options).map((settings) =>
      effectAt({ engine, fit, subject, values, level }, settings, others),
    );
    const { weights } = used;
    return {
      kind: 'margins',
      estimator: fit.estimator,
      depvar: fit.depvar,
      of: subject.name,
      ...(over !== undefined && { over }),
      others,
      terms: subject.slopes.map(({ name }) => name),
      nobs: values.nrows,
      ...(weights && { weights: weights.column }),
      statistic: fit.statistic,
      dfResid: fit.dfResid,
      level,
      errors: covarianceKindOf(fit),
      effects,
      warnings: [...subject.warnings, ...withoutEffect(subject, options)],
      ...(fit.labels && { labels: fit.labels }),
    };
  });
}

function notLinear({ estimator }: FitResult): InputError {
  return new InputError(said.notARegression({ estimator }), 'margins');
}

function checkOver({ name, moderators }: Subject, { over, at: written }: MarginsOptions): void {
  if (over === undefined) return;
  if (written !== undefined && Object.hasOwn(written, over)) {
    throw badArgument('margins', 'at', wanted.otherThanOver({ over }), over);
  }
  if (moderators.has(over)) return;
  const told = said.noInteraction({ of: name, over, moderators: [...moderators] });
  throw new InputError(told, { of: 'margins', key: 'over' });
}

/** Warns about variables whose values have no effect. */
function withoutEffect(
  { name, moderators }: Subject,
  { at: written = {} }: MarginsOptions,
): Warning[] {
  return Object.keys(written)
    .filter((variable) => !moderators.has(variable))
    .map((variable) => warning(postestimationWarnings, 'no-moderator', { of: name, variable }));
}

function settingsOf(
  values: RowValues,
  { over, at: written = {}, points = 11 }: MarginsOptions,
): Settings[] {
  const lists = new Map(
    Object.entries(written).map(([name, list]) => [name, checkedValues(name, list, values)]),
  );
  if (over !== undefined) lists.set(over, gridOf(over, values, points));
  return combinations(lists);
}

interface Setting {
  readonly engine: Engine;
  readonly fit: FitResult;
  readonly subject: Subject;
  readonly values: RowValues;
  readonly level: number;
}

function effectAt(
  { engine, fit, subject, values, level }: Setting,
  settings: Settings,
  others: 'observed' | 'means',
): MarginalEffect {
  const slopes = averageSlopes(subject.slopes, values, settings, others);
  const byName = new Map(subject.slopes.map(({ name }, i) => [name, slopes[i]!]));
  const bad = subject.slopes.find((_, i) => !Number.isFinite(slopes[i]));
  if (bad !== undefined) {
    const setting = settings.size === 0 ? undefined : settingWords(settings);
    const detail = { expression: bad.name, of: subject.name, setting };
    throw new InputError(said.noDerivative(detail), 'margins');
  }
  const gradient = fit.vcov.names.map((name) => byName.get(name) ?? 0);
  const estimate = gradient.reduce((sum, slope, j) => {
    return slope === 0 ? sum : sum + slope * fit.params[fit.vcov.names[j]!]!;
  }, 0);
  const described = describeFunction(
    engine,
    fit,
    subject.name,
    { value: estimate, gradient },
    level,
  );
  const { stdError, statistic, pValue, confInt } = described;
  return { at: Object.fromEntries(settings), estimate, stdError, statistic, pValue, confInt };
}

function settingWords(settings: Settings): string {
  return [...settings].map(([name, value]) => `${name}=${value}`).join(', ');
}
