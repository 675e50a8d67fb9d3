/** Makes the rows of a regression from arrays, in the form in which a formula makes them from a table. */
import { covarianceTraits, covarianceWords } from '../../models/covariances/registry.js';
import type { CovarianceTraits } from '../../models/covariances/traits.js';
import { badArgument } from '../../core/errors/bad-argument.js';
import { wordOf } from '../../core/arguments/choices.js';
import { confidenceExpected, isConfidence } from '../../core/arguments/levels.js';
import { type Clustering, oneCluster } from '../../models/linear/design/clusters.js';
import type { Dependence } from '../../models/linear/design/dependence.js';
import type { LinearSample } from '../../models/linear/design/sample.js';
import { resolveCovariance } from '../../models/linear/model/covariance.js';
import type {
  Absorption,
  Kernel,
  LinearCovariance,
  LinearCovarianceType,
  Weights,
  WeightType,
} from '../../models/linear/model/model.js';
import { codesOf, vectorOf, type Vector } from './arrays.js';
import { orderOf } from './row-order.js';
import * as wanted from '../../words/expectations/values.js';
import { typeOrKeys } from '../../words/expectations/analysis/arrays.js';

/** A label for each row. */
export type Labels = ArrayLike<number | string>;

export type VcovName = LinearCovarianceType | 'robust' | 'cluster';

/** The covariance of the estimates. */
export interface ArrayCovariance {
  readonly type?: VcovName | undefined;
  /** For hac and driscoll-kraay; `bartlett` by default. */
  readonly kernel?: Kernel | undefined;
  /** Number of lags; `auto` by default. */
  readonly bandwidth?: number | 'auto' | undefined;
  /**
   * Use t and F instead of z and chi-squared and, for types other than HC, Stata's small-sample factor. Default true
   * for ols, false for iv and gmm. HC1 always has n / (n - k).
   */
  readonly small?: boolean | undefined;
}

/** What all estimators of arrays take. */
export interface ArrayOptions<Name extends string = string> {
  /** Names of the columns of X; `x1`, `x2`, ... by default. The constant is `_cons`. */
  readonly names?: readonly Name[] | undefined;
  /** Add a constant as the last column; true by default. */
  readonly intercept?: boolean | undefined;
  /** By default CV1 with `cluster`, HC1 with probability weights, otherwise unadjusted. */
  readonly vcov?: VcovName | ArrayCovariance | undefined;
  /** A label for each row, or a list of labels for each of several dimensions. */
  readonly cluster?: Labels | readonly Labels[] | undefined;
  /** Whole numbers that order the rows for hac and driscoll-kraay. By default hac uses the order of the rows. */
  readonly time?: Vector | undefined;
  /** A weight above 0 for each row. */
  readonly weights?: Vector | undefined;
  /** `analytic` by default. */
  readonly weightType?: WeightType | undefined;
  /** Level of the confidence intervals; 0.95 by default. */
  readonly level?: number | undefined;
  /** Leave out columns that others explain (`omit`, the default), or throw `rank-deficient`. */
  readonly collinear?: 'omit' | 'error' | undefined;
}

/** Options with their defaults, in the form that models have. */
export interface Settings {
  readonly vcov: LinearCovariance;
  readonly weights: Weights | undefined;
  readonly level: number;
  readonly collinear: 'omit' | 'error';
  readonly absorb: Absorption;
  readonly intercept: boolean;
}

/** Not used, because no effects are absorbed. */
const absorb: Absorption = { tolerance: 1e-8, maxIterations: 10_000 };

// prettier-ignore
const known = [
  'names', 'intercept', 'vcov', 'cluster', 'time', 'weights', 'weightType', 'level',
  'collinear',
];

/** Types of covariance that need no leverages. All estimators have them. */
export const plainTypes = typesOfArrays(({ leverages }) => leverages === undefined);

/** Types of covariance that read no columns of their own. */
export function typesOfArrays(
  having: (traits: CovarianceTraits) => boolean = () => true,
): readonly VcovName[] {
  const words = covarianceWords((traits) => traits.columns === undefined && having(traits));
  return words as readonly VcovName[];
}

/** What an estimator adds to the options. */
export interface Kind {
  /** Whether small-sample statistics are the default. */
  readonly small: boolean;
  readonly types: readonly VcovName[];
  /** Names of the options that only this estimator has. */
  readonly keys?: readonly string[];
  /** The default covariance. */
  readonly usual?: VcovName;
}

const ofWeights = ['analytic', 'frequency', 'probability'] as const;

/**
 * Checks the options and fills in their defaults.
 *
 * @throws InputError `bad-value`
 */
export function settingsOf(
  subject: string,
  options: ArrayOptions,
  { small, types, keys: more = [], usual }: Kind,
): Settings {
  checkKnown(subject, options, [...known, ...more]);
  const { intercept = true, level = 0.95 } = options;
  const collinear = wordOf(subject, 'collinear', ['omit', 'error'], options.collinear ?? 'omit');
  const weightType = wordOf(subject, 'weightType', ofWeights, options.weightType ?? 'analytic');
  if (typeof intercept !== 'boolean') {
    throw badArgument(subject, 'intercept', wanted.trueOrFalse(), intercept);
  }
  if (typeof level !== 'number' || !isConfidence(level)) {
    throw badArgument(subject, 'level', confidenceExpected(level), level);
  }
  const weights = options.weights && ({ column: 'weights', type: weightType } as const);
  const { type: word = usual, ...rest } = writtenCovariance(subject, options.vcov);
  const type = word && wordOf(subject, 'vcov', types, word);
  const vcov = covarianceOf(subject, options.cluster, { small, ...rest, type }, weights?.type);
  return { vcov, weights, level, collinear, absorb, intercept };
}

function checkKnown(subject: string, options: unknown, keys: readonly string[]): void {
  checkIsOptions(subject, options);
  const other = Object.keys(options).find((key) => !keys.includes(key));
  if (other === undefined) return;
  throw badArgument(subject, 'options', wanted.keysAmong({ known: keys }), other);
}

function writtenCovariance(subject: string, vcov: unknown): ArrayCovariance {
  if (vcov === undefined) return {};
  if (typeof vcov === 'string') return { type: vcov as VcovName };
  if (typeof vcov !== 'object' || vcov === null) {
    throw badArgument(subject, 'vcov', typeOrKeys(), vcov);
  }
  const { type, kernel, bandwidth, small } = vcov as ArrayCovariance;
  return {
    ...(type !== undefined && { type }),
    ...(kernel !== undefined && { kernel }),
    ...(bandwidth !== undefined && { bandwidth }),
    ...(small !== undefined && { small }),
  };
}

const kernels = ['bartlett', 'parzen', 'qs'] as const;

function covarianceOf(
  subject: string,
  cluster: ArrayOptions['cluster'],
  written: ArrayCovariance,
  weightType: WeightType | undefined,
): LinearCovariance {
  const { type, small } = written;
  const kernel = written.kernel && wordOf(subject, 'vcov.kernel', kernels, written.kernel);
  if (typeof small !== 'boolean')
    throw badArgument(subject, 'vcov.small', wanted.trueOrFalse(), small);
  const names = clusterNames(cluster);
  return resolveCovariance(
    {
      ...written,
      ...(kernel && { kernel }),
      small,
      ...(names.length > 0 && { cluster: names }),
      ...(covarianceTraits(type ?? '')?.lags !== undefined && { order: 'time' }),
    } as Parameters<typeof resolveCovariance>[0],
    { weightType },
  );
}

function isSeveral(cluster: Labels | readonly Labels[]): cluster is readonly Labels[] {
  return Array.isArray(cluster) && cluster.length > 0 && typeof cluster[0] === 'object';
}

function dimensions(cluster: Labels | readonly Labels[]): readonly Labels[] {
  return isSeveral(cluster) ? cluster : [cluster];
}

/** Names of the dimensions of clustering. */
export function clusterNames(cluster: ArrayOptions['cluster']): string[] {
  if (cluster === undefined) return [];
  const count = dimensions(cluster).length;
  return count === 1 ? ['cluster'] : Array.from({ length: count }, (_, i) => `cluster${i + 1}`);
}

/** Outcome and columns of a regression with their names, without the constant. */
export interface NamedColumns {
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
  readonly names: readonly string[];
  /** Number of columns before the constant. */
  readonly before: number;
}

/**
 * Makes the rows that the estimators of the library take. Columns are read, not kept.
 *
 * @throws InputError `bad-value`, `shape-mismatch`, `non-finite-input`; IdentificationError `too-few-clusters`
 */
export function sampleOf(
  subject: string,
  { y, x, names, before }: NamedColumns,
  options: ArrayOptions,
  { vcov, intercept }: Settings,
): LinearSample {
  const nrows = y.length;
  const split = <T>(list: readonly T[], constant: T) => [
    ...list.slice(0, before),
    ...(intercept ? [constant] : []),
    ...list.slice(before),
  ];
  return {
    depvar: 'y',
    names: split(names, '_cons'),
    widths: names.map(() => 1),
    intercept,
    nrows,
    x: split<Float64Array | number>(x, 1),
    y,
    weights: weightsOf(subject, options.weights, nrows),
    ...dependence(subject, options, vcov, nrows),
    absorbed: [],
    table: { nrows, columns: new Map() },
    // Read only by the message about two rows with the same time.
    rows: numbered(options.time === undefined ? 0 : nrows),
    ledger: { keep: new Uint8Array(0), rowsRead: nrows, rowsUsed: nrows, lost: [] },
    nrowsRead: nrows,
  };
}

function numbered(nrows: number): Int32Array {
  const rows = new Int32Array(nrows);
  for (let i = 0; i < nrows; ++i) rows[i] = i;
  return rows;
}

function weightsOf(subject: string, given: unknown, nrows: number): Float64Array | undefined {
  if (given === undefined) return undefined;
  const weights = vectorOf(subject, 'weights', given, nrows);
  const place = weights.findIndex((weight) => !(weight > 0));
  if (place < 0) return weights;
  throw badArgument(subject, `weights[${place}]`, wanted.aboveZero(), weights[place]);
}

/** The clusters and the order that a covariance uses. Throws as `sampleOf`. */
export function dependence(
  subject: string,
  { cluster, time }: ArrayOptions,
  vcov: LinearCovariance,
  nrows: number,
): Dependence {
  const names = clusterNames(cluster);
  const used = cluster !== undefined && vcov.cluster !== undefined;
  const clusters = (used ? dimensions(cluster) : []).map((labels, i): Clustering => {
    const { codes, count } = codesOf(subject, names[i]!, labels, nrows);
    if (count < 2) throw oneCluster(names[i]!, `${subject}: cluster`);
    return { column: names[i]!, codes, count };
  });
  return {
    clusters,
    order: vcov.order === undefined ? undefined : orderOf(subject, vcov, time, nrows),
  };
}

/** @throws InputError `bad-value` unless the options are an object */
export function checkIsOptions(subject: string, options: unknown): asserts options is object {
  if (typeof options !== 'object' || options === null) {
    throw badArgument(subject, 'options', wanted.keysAndValues(), options);
  }
}
