/** Models of other programs as results that tables print. */
import { type Engine, engineNow } from '../../../core/engine/engine.js';
import { criticalValue, type Reference, twoSided } from '../../../core/numerics/inference.js';
import { type DataInput, toTable } from '../../../data/to-table.js';
import { isKeyed } from '../../../core/arguments/arguments.js';
import { checkedResult } from '../../../results/read.js';
import type { ByName } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import type { MarginalEffect, MarginsResult } from '../../../results/postestimation/margins.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';
import { tableOfDocument } from './documents.js';
import { type Coefficient, type ExternalModel, externalModels } from './rows.js';

/**
 * The models of another program, from a table of their coefficients: a row for each term, with its estimate and what the
 * program wrote of its error, t or z, p-value and interval. A column for the model separates several. What is missing is
 * computed where it follows: t from the error, p and intervals from t with the residual degrees of freedom, or from z.
 *
 * @param data - the table, with columns as broom, coeftest, parmest, statsmodels or the audit's long form call them; or a
 *   JSON document: coefficients by name, `{tidy, glance}`, these by model, or what `--json` printed of models or marginal effects
 * @returns results that `regressionTable` prints, without data or a covariance matrix
 * @throws InputError `bad-value`
 */
export function externalFits(data: DataInput | object): readonly FitResult[] {
  const results = printedResults(data);
  if (results !== undefined) return results;
  const engine = engineNow();
  return externalModels(toTable(tableOfDocument(data))).map((model) => fitOf(engine, model));
}

/** The results in what `--json` printed of one or several models. */
function printedResults(data: unknown): readonly FitResult[] | undefined {
  if (!isKeyed(data)) return undefined;
  const { kind, models } = data;
  if (kind === 'fit') return [checkedResult(data, ['fit']) as FitResult];
  if (kind === 'margins') return [effectsOf(checkedResult(data, ['margins']) as MarginsResult)];
  if (!Array.isArray(models) || !models.every((one) => isKeyed(one) && 'kind' in one))
    return undefined;
  return models.map((one) => checkedResult(one, ['fit']) as FitResult);
}

/** Marginal effects as coefficients; those at values of other variables are called `w, k = 2`. */
function effectsOf(result: MarginsResult): FitResult {
  const { of, effects, depvar, nobs, dfResid, level, statistic, errors } = result;
  const by = <Value>(read: (one: MarginalEffect) => Value | null): ByName<Value> =>
    Object.fromEntries(
      effects.flatMap((one) => {
        const places = Object.entries(one.at).map(([name, value]) => `${name} = ${value}`);
        const value = read(one);
        return value === null ? [] : [[[of, ...places].join(', '), value] as const];
      }),
    );
  return {
    kind: 'fit',
    estimator: 'external',
    title: '',
    depvar,
    nobs,
    dfModel: effects.length,
    dfResid,
    level,
    params: by(({ estimate }) => estimate),
    stdErrors: by(({ stdError }) => stdError),
    statistics: by((one) => one.statistic),
    statistic,
    pValues: by(({ pValue }) => pValue),
    confInt: by(({ confInt }) => confInt),
    vcov: { ...errors, factor: 1, names: [], values: [] },
    sigma2: NaN,
    rss: NaN,
    tests: {},
    reported: { nobs },
    sample: { rowsRead: nobs, rowsUsed: nobs, lost: [] },
    warnings: result.warnings,
    engine: engineNow().info,
  };
}

function fitOf(engine: Engine, model: ExternalModel): FitResult {
  const { name, coefficients, statistics, ignored } = model;
  const numberAt = (path: string, usual: number) => {
    const value = statistics.get(path);
    return typeof value === 'number' && !Number.isNaN(value) ? value : usual;
  };
  const textAt = (path: string) => {
    const value = statistics.get(path);
    return value === undefined ? undefined : String(value);
  };
  const reference = referenceOf(coefficients, numberAt('dfResid', NaN));
  const level = numberAt('level', 0.95);
  const whole = [...coefficients].map(
    ([term, one]) => [term, completed(engine, one, { reference, level })] as const,
  );
  const by = <Value>(read: (one: Coefficient) => Value | undefined): ByName<Value> =>
    Object.fromEntries(
      whole.flatMap(([term, one]) => {
        const value = read(one);
        return value === undefined ? [] : [[term, value] as const];
      }),
    );
  const nobs = numberAt('nobs', NaN);
  const heading = textAt('name') ?? name;
  const unsure = whole.filter(([, { pValue }]) => pValue === undefined).map(([term]) => term);
  return {
    kind: 'fit',
    ...(heading !== '' && { name: heading }),
    estimator: 'external',
    title: textAt('title') ?? '',
    depvar: textAt('depvar') ?? '',
    nobs,
    dfModel: coefficients.size,
    dfResid: reference?.df ?? NaN,
    level,
    params: by(({ estimate }) => estimate),
    stdErrors: by(({ stdError }) => stdError),
    statistics: by(({ t }) => t),
    statistic: reference?.statistic ?? 't',
    pValues: by(({ pValue }) => pValue),
    confInt: by(({ low, high }) =>
      low === undefined || high === undefined ? undefined : ([low, high] as const),
    ),
    vcov: { type: textAt('errors') ?? 'reported', factor: 1, names: [], values: [] },
    ...absorbedOf(textAt('effects')),
    sigma2: NaN,
    rss: NaN,
    tests: {},
    reported: Object.fromEntries([...statistics].filter(isNumber)),
    sample: { rowsRead: nobs, rowsUsed: nobs, lost: [] },
    warnings: warningsOf(unsure, ignored),
    engine: engine.info,
  };
}

function warningsOf(unsure: readonly string[], ignored: readonly string[]): FitResult['warnings'] {
  return [
    ...(unsure.length > 0 ? [warning(paperWarnings, 'external-p', { terms: unsure })] : []),
    ...(ignored.length > 0
      ? [warning(paperWarnings, 'external-columns', { columns: ignored })]
      : []),
  ];
}

const isNumber = (entry: readonly [string, number | string]): entry is [string, number] =>
  typeof entry[1] === 'number' && !Number.isNaN(entry[1]);

/** The distribution of t: normal for a program that wrote z, otherwise Student's if its degrees of freedom are known. */
function referenceOf(
  coefficients: ReadonlyMap<string, Coefficient>,
  df: number,
): Reference | undefined {
  if ([...coefficients.values()].some(({ z }) => z !== undefined)) return { statistic: 'z', df };
  return df > 0 ? { statistic: 't', df } : undefined;
}

interface Inference {
  readonly reference: Reference | undefined;
  readonly level: number;
}

/** The coefficient with what follows from its numbers; `t` is its statistic under any name. */
function completed(engine: Engine, one: Coefficient, inference: Inference): Coefficient {
  const { estimate = NaN, stdError: error = NaN } = one;
  const t = one.t ?? one.z ?? one.statistic ?? estimate / error;
  const stdError = one.stdError ?? Math.abs(estimate / t);
  const follows = {
    estimate,
    stdError,
    t,
    ...inferred(engine, { estimate, stdError, t }, inference),
  };
  const known = Object.entries({ ...follows, ...one }).filter(([, value]) =>
    Number.isFinite(value),
  );
  return { ...(Object.fromEntries(known) as Coefficient), ...(Number.isFinite(t) && { t }) };
}

/** The p-value and the ends of the interval; none without a distribution. */
function inferred(
  engine: Engine,
  { estimate, stdError, t }: Readonly<Record<'estimate' | 'stdError' | 't', number>>,
  { reference, level }: Inference,
): Coefficient {
  if (reference === undefined || !Number.isFinite(t)) return {};
  const half = stdError * criticalValue(engine, level, reference);
  return { pValue: twoSided(engine, t, reference), low: estimate - half, high: estimate + half };
}

/** The effects that a model absorbs, such as `firm + year`; nothing is known without them. */
function absorbedOf(effects: string | undefined): Pick<FitResult, 'absorbed'> {
  if (effects === undefined) return {};
  const names = effects.split(/[+,;\s]+/).filter((name) => name !== '');
  return {
    absorbed: names.map((name) => ({ name, levels: NaN, redundant: 0, nested: false })),
  };
}
