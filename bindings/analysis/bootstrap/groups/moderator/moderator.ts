/**
 * Replaces groups by a continuous moderator, which multiplies every regressor, or with `common` only the compared one.
 * `margins` computes the effect of the regressor over the range of the moderator. The joint test is that all products
 * are 0.
 */
import { notTested } from '../../../../words/errors/bootstrap/comparisons.js';
import * as said from '../../../../words/errors/bootstrap/groups.js';
import type { Engine } from '../../../../core/engine/engine.js';
import { InputError } from '../../../../core/errors/errors.js';
import { wald } from '../../../inference/wald.js';
import { FEW_CLUSTERS } from '../../../../models/covariances/few-clusters.js';
import { fitModel } from '../../../../models/fit.js';
import { namedColumns } from '../../../../models/reading/named-columns.js';
import { parseModel } from '../../../../models/reading/model-file.js';
import type { Model } from '../../../../models/model.js';
import { has } from '../../../../models/registry.js';
import { criticalValue, twoSided } from '../../../../core/numerics/inference.js';
import { margins } from '../../../postestimation/margins/margins.js';
import { findColumn, labelsOf, type Table } from '../../../../data/index.js';
import type { FitResult } from '../../../../results/fit.js';
import type { GroupComparison, ModeratorTest } from '../../../../results/groups.js';
import { bootstrap } from '../../bootstrap.js';
import { because, detectable, reasonOf } from '../difference.js';
import { fewReplicates } from '../few-replicates.js';
import type { ChosenOptions } from '../options.js';
import { moderatedFormula } from './formula.js';
import { say } from '../../../../words/phrase.js';
import { chosenFor } from '../choose.js';

/** Options including the level of the tests. */
type Options = ChosenOptions & { readonly level: number };

/**
 * @throws InputError `bad-value` for dynamic panels and a column of text, `unknown-coefficient`,
 *   `omitted-coefficient`; as `fitModel` and `margins`
 */
export async function moderatedComparison(
  engine: Engine,
  table: Table,
  model: Model,
  read: ChosenOptions,
): Promise<GroupComparison> {
  const { of, by, common, reps, seed } = read;
  if (has(model).dynamics) throw noModerator(read);
  if (findColumn(table, by, 'by').kind !== 'number') throw notNumeric(by);
  const options = { ...read, level: read.level ?? model.level };
  const { level } = options;
  const { additive, moderated, product } = moderatedFormula(model.formula, options);
  const fitOf = (formula: string) =>
    fitModel(table, parseModel({ ...model, formula, collinear: 'omit' }), { engine });
  const plain = await fitOf(additive);
  const fit = await fitOf(moderated);
  if (fit.params[product] === undefined) throw omitted(product, of);
  const products = Object.keys(fit.params).filter((name) => plain.params[name] === undefined);
  const { effects, warnings, errors } = await margins(fit, { of, over: by, level, engine });
  const tests = await testsOf(engine, fit, product, options);
  return {
    kind: 'groups',
    estimator: fit.estimator,
    by,
    of,
    depvar: fit.depvar,
    common,
    groups: [],
    differences: [],
    joint: (await wald(fit, products, { engine, level })).test,
    moderator: { by, formula: moderated, product, products, tests, effects },
    switchingUnits: 0,
    chosen: chosenOf(fit, tests),
    errors,
    units: model.panel?.unit ?? null,
    reps,
    seed,
    level,
    ...labelsOf(table, [...namedColumns(model), by]),
    warnings: [...fewReplicates(read, 1 - level), ...fit.warnings, ...warnings],
  };
}

async function testsOf(
  engine: Engine,
  fit: FitResult,
  product: string,
  options: Options,
): Promise<ModeratorTest[]> {
  const { methods, level } = options;
  const [estimate, stdError] = [fit.params[product]!, fit.stdErrors[product]!];
  const { statistic, dfResid } = fit;
  const reference = { statistic, df: dfResid };
  const half = criticalValue(engine, level, reference) * stdError;
  const known = {
    estimate,
    stdError,
    statistic,
    stat: estimate / stdError,
    df: statistic === 't' ? dfResid : null,
    minimumDetectable: detectable(engine, level, reference, stdError),
  };
  const analytic: ModeratorTest = {
    ...known,
    method: 'wald',
    pValue: twoSided(engine, known.stat, reference),
    monteCarloError: null,
    confInt: [estimate - half, estimate + half],
  };
  if (!methods.includes('wild')) return [analytic];
  const drawn = { ...known, method: 'wild', confInt: null } as const;
  const wild = await wildPValue(fit, product, options);
  return [...(methods.includes('wald') ? [analytic] : []), { ...drawn, ...wild }];
}

type Drawn = Pick<ModeratorTest, 'pValue' | 'monteCarloError' | 'reason' | 'told'>;

/** The p-value of the product by the wild bootstrap of the clusters, with the product imposed to be 0. */
async function wildPValue(
  fit: FitResult,
  product: string,
  { reps, seed, signal }: ChosenOptions,
): Promise<Drawn> {
  const column = fit.vcov.clusters?.[0]?.column;
  const few = (fit.vcov.clusters?.[0]?.count ?? Infinity) < FEW_SIGNS;
  const scheme = column === undefined ? ('wild' as const) : ('wild-cluster' as const);
  try {
    const { pValues } = await bootstrap(fit, {
      scheme,
      reps,
      seed,
      signal,
      ci: [],
      workers: 0,
      ...(column !== undefined && { cluster: column }),
      ...(few && { weights: 'webb' }),
    }).result;
    const pValue = pValues[product] ?? null;
    if (pValue === null) return { pValue, monteCarloError: null, ...because(notTested()) };
    return { pValue, monteCarloError: Math.sqrt((pValue * (1 - pValue)) / reps) };
  } catch (error) {
    signal?.throwIfAborted();
    return { pValue: null, monteCarloError: null, ...because(reasonOf(error)) };
  }
}

/** With fewer clusters than this there are too few sign vectors. */
const FEW_SIGNS = 10;

function chosenOf(fit: FitResult, tests: readonly ModeratorTest[]): GroupComparison['chosen'] {
  const clusters = fit.vcov.clusters?.[0];
  const wild = tests.some(({ method, pValue }) => method === 'wild' && pValue !== null);
  if (clusters === undefined) return { method: 'wald', why: 'errors are not clustered' };
  const { count, column } = clusters;
  const because = (
    sentence:
      | 'there are {} clusters of {}, enough for t'
      | 'there are {} clusters of {}; with few the test may reject too often'
      | 'there are {} clusters of {}, too few for t',
  ) => chosenFor(say(sentence, count, column));
  if (count >= FEW_CLUSTERS) {
    return { method: 'wald', ...because('there are {} clusters of {}, enough for t') };
  }
  if (!wild) {
    const few = 'there are {} clusters of {}; with few the test may reject too often';
    return { method: 'wald', ...because(few) };
  }
  return { method: 'wild', ...because('there are {} clusters of {}, too few for t') };
}

function noModerator({ of, by }: ChosenOptions): InputError {
  const told = said.dynamicModerator({ path: 'groups.continuous', of, by });
  return new InputError(told, { of: 'groups', key: 'continuous' });
}

function omitted(product: string, of: string): InputError {
  const told = said.omittedProduct({ path: 'of', found: product, of });
  return new InputError(told, { of: 'groups', key: 'of' });
}

function notNumeric(by: string): InputError {
  const told = said.textModerator({ path: 'groups.by', found: by });
  return new InputError(told, { of: 'groups', key: 'by' });
}
