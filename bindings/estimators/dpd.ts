/** Difference and system GMM from arrays. */
import { badArgument } from '../core/bad-argument.js';
import { checkWhole } from '../core/choices.js';
import { wholeEngine } from '../core/engine.js';
import type { Column } from '../data/column.js';
import { quoteName } from '../data/formula/quote-name.js';
import type { Levels } from '../data/levels.js';
import { arranged } from '../data/panel/arranged.js';
import type { PanelIndex } from '../data/panel/panel.js';
import { timeGrid } from '../data/panel/time-grid.js';
import type { Table } from '../data/table.js';
import type { DataInput } from '../data/to-table.js';
import { clusterRule, designOf, type DpdSample } from '../models/dpd/design/design.js';
import { weightsOf } from '../models/dpd/design/weights.js';
import { fitDesign } from '../models/dpd/fit.js';
import { completeDpd } from '../models/dpd/model/complete.js';
import { dpdKeys } from '../models/dpd/model/keys.js';
import type { DpdModel, DpdModelInput } from '../models/dpd/model/model.js';
import { checked } from '../models/schema/check.js';
import { withCovarianceKeys } from '../models/schema/covariance-words.js';
import { record } from '../models/schema/schema.js';
import type { VectorMath } from '../numerics/elementary.js';
import type { FitResult } from '../results/fit.js';
import { type Columns, codesOf, columnsOf, namesOf, type Vector, vectorOf } from './arrays.js';
import { withDpdContext } from './dpd-context.js';
import {
  type Equation,
  evaluated,
  nameOf,
  termsOf,
  type Variable,
  variableOf,
} from './dpd-variables.js';
import type { Labels } from './sample.js';

/** Keys of a dynamic panel model that arrays have too; see the reference page of dynamic panels. */
type ModelKeys = Pick<
  DpdModelInput,
  | 'system'
  | 'transform'
  | 'steps'
  | 'gaps'
  | 'timeEffects'
  | 'h'
  | 'vcov'
  | 'pca'
  | 'arOrders'
  | 'nonlinear'
  | 'level'
  | 'collinear'
  | 'gmm'
  | 'iv'
  | 'roles'
>;

export interface DpdOptions extends ModelKeys {
  /** The unit of each row. */
  readonly unit: Labels;
  /** The period of each row, a whole number. */
  readonly time: Vector;
  /** Lags of y among the regressors, from 1; 1 by default, 0 for none. */
  readonly lags?: number | undefined;
  /** Names of the columns of X, by which `gmm`, `iv` and `roles` name them; `x1`, `x2`, ... by default. y is `y`. */
  readonly names?: readonly string[] | undefined;
}

/**
 * Difference or system GMM of y on its lags and the columns of X. Instruments are as in a model: by default y has its
 * second and deeper lags, and each column of X is strictly exogenous.
 *
 * @param y - n numbers
 * @param x - n x k, or undefined for lags of y alone
 * @throws as `ols`; also InputError of the model's keys and of the panel
 */
export function dpd(y: Vector, x: Columns | undefined, options: DpdOptions): FitResult {
  if (typeof options !== 'object' || options === null) {
    throw badArgument('dpd', 'options', '{ unit, time }', options);
  }
  const engine = wholeEngine('dpd');
  const { unit, time, lags = 1, names: given, ...keys } = options;
  const outcome = vectorOf('dpd', 'y', y);
  const columns = x === undefined ? [] : columnsOf('dpd', 'x', x, outcome.length);
  checkWhole('dpd', 'lags', [columns.length === 0 ? 1 : 0, MOST_LAGS], lags);
  const names = namesOf('dpd', given, 'x', columns.length);
  const values = byName(outcome, columns, names);
  const rows = rowsOf({ unit, time }, outcome.length);
  const panel = panelOf(rows);
  const equation = equationOf(lags, names);
  const model = modelOf(keys, equation, [...values.keys()]);
  const table = tableOf(values, rows);
  const build = (_: DpdModel, __: DataInput, ___: VectorMath, without: readonly string[]) =>
    designFrom({ model, table, panel, equation, values, without });
  return withDpdContext(fitDesign(engine, { model, data: table, build }));
}

const schema = record(dpdKeys);

const MOST_LAGS = 100;

function usualInstruments(names: readonly string[]) {
  return {
    gmm: [{ vars: 'y', lags: [2, null] }],
    ...(names.length > 0 && { iv: [{ vars: names.map(quoteName) }] }),
  };
}

function byName(
  y: Float64Array,
  columns: readonly Float64Array[],
  names: readonly string[],
): ReadonlyMap<string, Float64Array> {
  const reserved = names.find((name) => ['y', 'unit', 'time'].includes(name));
  if (reserved !== undefined) {
    throw badArgument('dpd', 'names', 'names other than y, unit and time', reserved);
  }
  return new Map([['y', y], ...names.map((name, j) => [name, columns[j]!] as const)]);
}

/** The unit of each row, numbered in the order in which they appear, and its period. */
interface Rows {
  readonly units: Levels;
  readonly times: Float64Array;
}

function rowsOf({ unit, time }: Pick<DpdOptions, 'unit' | 'time'>, nrows: number): Rows {
  const { codes, count } = codesOf('dpd', 'unit', unit, nrows);
  const names = Array.from({ length: count }, (_, code) => String(code));
  return { units: { codes, names }, times: vectorOf('dpd', 'time', time, nrows) };
}

function panelOf({ units, times }: Rows): PanelIndex {
  const grid = timeGrid(times, { column: 'time', step: 1, use: 'panel.time' });
  return arranged({ unit: 'unit', time: 'time', step: 1 }, units, grid);
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

function modelOf(keys: ModelKeys, { regressors }: Equation, columns: readonly string[]): DpdModel {
  const names = columns.slice(1);
  const written = {
    ...(keys.gmm === undefined && keys.roles === undefined && usualInstruments(names)),
    ...withCovarianceKeys(keys),
  };
  const model = {
    ...checked(schema, written, 'dpd'),
    estimator: 'dpd' as const,
    panel: { unit: 'unit', time: 'time', step: 1 },
    formula: `y ~ ${regressors.map(nameOf).join(' + ')}`,
  };
  return completeDpd(model, (text) => [nameOf(variableOf(text, columns))]);
}

/** The arrays as columns, which clusters and weights name. */
function tableOf(values: ReadonlyMap<string, Float64Array>, { units, times }: Rows): Table {
  const keys = [['unit', Float64Array.from(units.codes)] as const, ['time', times] as const];
  const columns = new Map<string, Column>();
  for (const [name, cells] of [...values, ...keys]) {
    columns.set(name, { kind: 'number', values: cells });
  }
  return { nrows: times.length, columns };
}

interface Parts {
  readonly model: DpdModel;
  readonly table: Table;
  readonly panel: PanelIndex;
  readonly equation: Equation;
  readonly values: ReadonlyMap<string, Float64Array>;
  readonly without: readonly string[];
}

function designFrom({ model, table, panel, equation, values, without }: Parts): DpdSample {
  const weights = weightsOf(model, table, panel);
  return designOf(model, {
    table,
    panel,
    variables: evaluated(model, equation, values, panel),
    terms: termsOf(model, equation, [...values.keys()]),
    intercept: true,
    filter: [...clusterRule(model, table, panel), ...weights.rules],
    weights: weights.values,
    without,
  });
}
