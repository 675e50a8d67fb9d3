/** Difference and system GMM from arrays. */
import { badArgument } from '../../core/errors/bad-argument.js';
import { checkWhole } from '../../core/arguments/choices.js';
import { type Input, together } from '../../core/arguments/inferred.js';
import { estimationEngine } from '../../core/engine/engine.js';
import { omit } from '../../core/values/omit.js';
import type { DataInput } from '../../data/to-table.js';
import { designOf, type DynamicSample } from '../../models/dynamic/design/design.js';
import { fitDesign } from '../../models/dynamic/fit.js';
import { completeDynamic } from '../../models/dynamic/model/complete.js';
import { dynamicKeys } from '../../models/dynamic/model/keys.js';
import type { DynamicModel } from '../../models/dynamic/model/model.js';
import { checked } from '../../models/schema/check.js';
import type { KnownDynamic } from '../../models/refits/dynamic.js';
import { reportKeys } from '../../models/schema/common-keys.js';
import { withCovarianceKeys } from '../../models/covariances/text.js';
import { record } from '../../models/schema/schema.js';
import type { VectorMath } from '../../core/numerics/elementary.js';
import { type Columns, columnsOf, namesOf, type Vector, vectorOf } from './arrays.js';
import { withDpdContext } from './dpd-context.js';
import type { DpdFit, Noted } from './calls.js';
import { clustersOf, columnsByName, panelData, type PanelData } from './dpd-data.js';
import {
  type Equation,
  evaluated,
  nameOf,
  termsOf,
  type Variable,
  variableOf,
} from './dpd-variables.js';
import { withArrays } from './result.js';
import type { Labels } from './sample.js';
import { keysOfArrays } from '../../words/expectations/analysis/arrays.js';
import { keysOf } from '../../words/expectations/core/arrays.js';

const schema = record(together(omit(dynamicKeys, 'weights', 'compat'), reportKeys));

/** Keys of a dynamic panel model that arrays have too; see the reference page of dynamic panels. */
type ModelKeys = Omit<Input<typeof schema>, 'arLevels' | 'diffHansen' | 'baselines'>;

export interface DpdOptions extends ModelKeys {
  /** The unit of each row. */
  readonly unit: Labels;
  /** The period of each row, a whole number. */
  readonly time: Vector;
  /** Number of lags of y among the regressors; 1 by default, 0 for none. */
  readonly lags?: number | undefined;
  /** Names of the columns of X, which `gmm`, `iv` and `roles` use; `x1`, `x2`, ... by default. The outcome is `y`. */
  readonly names?: readonly string[] | undefined;
}

/**
 * Difference or system GMM of y on its lags and the columns of X. Instruments are as in a model: by default y has its
 * second and deeper lags, and each column of X is strictly exogenous.
 *
 * @param y - n numbers
 * @param x - n x k, or undefined if the only regressors are lags of y
 * @throws as `ols`; also InputError of the model's keys and of the panel
 */
export function dpd<const Written extends object = object>(
  y: Vector,
  x: Columns | undefined,
  options: DpdOptions & Noted<Written>,
): DpdFit<Written> {
  if (typeof options !== 'object' || options === null) {
    throw badArgument('dpd', 'options', keysOf({ keys: ['unit', 'time'] }), options);
  }
  const engine = estimationEngine('dpd');
  const { unit, time, lags = 1, names: given, ...keys }: DpdOptions = options;
  const outcome = vectorOf('dpd', 'y', y);
  const columns = x === undefined ? [] : columnsOf('dpd', 'x', x, outcome.length);
  checkWhole('dpd', 'lags', [columns.length === 0 ? 1 : 0, MOST_LAGS], lags);
  const names = namesOf('dpd', given, 'x', columns.length);
  const data = panelData({ y: outcome, columns, names, unit, time });
  const equation = equationOf(lags, names);
  const model = modelOf(keys, equation, [...data.columns.keys()]);
  const build = (_: DynamicModel, __: DataInput, ___: VectorMath, without: readonly string[]) =>
    designFrom(model, data, equation, without);
  const fitted = fitDesign(engine, { model, data: columnsByName(data), build });
  return withArrays(withDpdContext(fitted), Object.keys(fitted.result.params));
}

const MOST_LAGS = 100;

function usualInstruments(names: string[]) {
  return {
    gmm: [{ vars: 'y', lags: [2, null] }],
    ...(names.length > 0 && { iv: [{ vars: names }] }),
  };
}

function equationOf(lags: number, names: readonly string[]): Equation {
  const lagged = (_: unknown, i: number) =>
    ({ column: 'y', operator: 'L', order: i + 1 }) satisfies Variable;
  return {
    depvar: { column: 'y', order: 0 },
    regressors: [
      ...Array.from({ length: lags }, lagged),
      ...names.map((column) => ({ column, order: 0 })),
    ],
  };
}

/**
 * Keys that only models of tables have: there weights are a column; and the conventions here are always those of
 * xtabond2.
 */
const ofTables = ['weights', 'compat'] as const;

function modelOf(
  keys: ModelKeys,
  { regressors }: Equation,
  columns: readonly string[],
): KnownDynamic {
  const other = ofTables.find((key) => Object.hasOwn(keys, key));
  if (other !== undefined) {
    throw badArgument('dpd', 'options', keysOfArrays(), other);
  }
  const names = regressors.filter(({ operator }) => operator === undefined).map(nameOf);
  const written = {
    ...(keys.gmm === undefined && keys.roles === undefined && usualInstruments(names)),
    ...withCovarianceKeys(keys),
  };
  const model = {
    ...checked(schema, written, 'dpd'),
    estimator: 'dpd' as const,
    compat: 'xtabond2' as const,
    panel: { unit: 'unit', time: 'time', step: 1 },
    formula: `y ~ ${regressors.map(nameOf).join(' + ')}`,
  };
  return completeDynamic(model, (text) => [nameOf(variableOf(text, columns))]);
}

function designFrom(
  model: DynamicModel,
  data: PanelData,
  equation: Equation,
  without: readonly string[],
): DynamicSample {
  const { panel, columns } = data;
  return designOf(model, {
    panel,
    variables: evaluated(model, equation, columns, panel),
    terms: termsOf(model, equation, [...columns.keys()]),
    intercept: true,
    filter: [],
    clusters: clustersOf(model, data),
    without,
  });
}
