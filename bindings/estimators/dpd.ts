/** Difference and system GMM from arrays. */
import { badArgument } from '../core/bad-argument.js';
import { checkWhole } from '../core/choices.js';
import { wholeEngine } from '../core/engine.js';
import type { Column } from '../data/column.js';
import { parseCanonical } from '../data/formula/canonical.js';
import type { Table } from '../data/table.js';
import type { DataInput } from '../data/to-table.js';
import { designOf } from '../models/dpd/design/design.js';
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
  const table = tableOf(outcome, columns, names, { unit, time });
  const terms = [
    ...Array.from({ length: lags }, (_, i) => `L${i + 1}.y`),
    ...names.map((name) => `\`${name}\``),
  ];
  const estimated = checked(
    schema,
    {
      ...(keys.gmm === undefined && keys.roles === undefined && usualInstruments(names)),
      ...withCovarianceKeys(keys),
    },
    'dpd',
  );
  const text = `y ~ ${terms.join(' + ')}`;
  const model = completeDpd({
    ...estimated,
    estimator: 'dpd',
    panel: { unit: 'unit', time: 'time', step: 1 },
    formula: text,
  });
  const formula = parseCanonical(text);
  const build = (given: DpdModel, _: DataInput, math: VectorMath, without: readonly string[]) =>
    designOf(given, { table, formula, math, without });
  return withDpdContext(fitDesign(engine, { model, data: table, build }));
}

const schema = record(dpdKeys);

const MOST_LAGS = 100;

function usualInstruments(names: readonly string[]) {
  return {
    gmm: [{ vars: 'y', lags: [2, null] }],
    ...(names.length > 0 && { iv: [{ vars: [...names] }] }),
  };
}

function tableOf(
  y: Float64Array,
  columns: readonly Float64Array[],
  names: readonly string[],
  { unit, time }: Pick<DpdOptions, 'unit' | 'time'>,
): Table {
  const reserved = names.find((name) => ['y', 'unit', 'time'].includes(name));
  if (reserved !== undefined) {
    throw badArgument('dpd', 'names', 'names other than y, unit and time', reserved);
  }
  const units = codesOf('dpd', 'unit', unit, y.length);
  const numbers = (values: Float64Array): Column => ({ kind: 'number', values });
  const cells = new Map<string, Column>([
    ['unit', numbers(Float64Array.from(units.codes))],
    ['time', numbers(vectorOf('dpd', 'time', time, y.length))],
    ['y', numbers(y)],
  ]);
  names.forEach((name, j) => cells.set(name, numbers(columns[j]!)));
  return { nrows: y.length, columns: cells };
}
