/** Principal components, how many to keep, and what they explain. */
import { componentLimit, parallelOfCorrelations } from '../../words/expectations/models/indices.js';
import { badArgument } from '../../core/arguments/arguments.js';
import type { ComponentIndex } from '../../results/indices/composite-index.js';
import { normals } from '../../core/numerics/random.js';
import { quantile } from '../../core/numerics/sums.js';
import type { Engine } from '../../core/engine/engine.js';
import { chi2Test } from '../../core/numerics/inference.js';
import { adequacy, aggregate, type Columns, components } from './kernels.js';
import { checkVaries, type Indicators, referenceColumns } from './indicators.js';
import type { IndexOptions } from './options.js';

/** Measures whether the indicators are correlated enough for one index. */
const byName = <T>(names: readonly string[], read: (place: number) => T) =>
  Object.fromEntries(names.map((name, place) => [name, read(place)]));

/** The Kaiser-Meyer-Olkin measure and Bartlett's test, or the reason why there are none. */
function adequacyOf(engine: Engine, names: readonly string[], columns: Columns) {
  const n = columns[0]!.length;
  const k = columns.length;
  const measures = n > k ? adequacy(engine, components(engine, columns, true).columns) : undefined;
  if (measures === undefined) {
    const reason =
      n > k
        ? 'the correlations are singular: an indicator is a combination of others'
        : `the correlations of ${k} columns in ${n} rows are singular`;
    return { kmo: null, kmoByColumn: null, bartlett: null, reason };
  }
  const stat = -(n - 1 - (2 * k + 5) / 6) * measures.logDeterminant;
  return {
    kmo: measures.overall,
    kmoByColumn: byName(names, (j) => measures.byColumn[j]!),
    bartlett: chi2Test(engine, stat, (k * (k - 1)) / 2),
  };
}

/** Replicates of a parallel analysis. */
const PARALLEL = 1000;
/**
 * Loadings, sums of loadings, shares and eigenvalues tie within this relative difference, so that rounding does not
 * decide.
 */
const TIE = 1e-8;
/** Quantile of the random eigenvalues that a kept eigenvalue must exceed (Glorfeld, 1995). */
const SHARE = 0.95;

/** The parts to which `compositeIndex` adds nothing. */
export type Components = Pick<
  ComponentIndex,
  | 'matrix'
  | 'eigenvalues'
  | 'explained'
  | 'cumulative'
  | 'loadings'
  | 'components'
  | 'keep'
  | 'parallel'
  | 'score'
  | 'communalities'
  | 'kmo'
  | 'kmoByColumn'
  | 'bartlett'
  | 'reason'
> & {
  /** Positions, from 1, of eigenvalues that tie with that of a kept component. */
  readonly tied: readonly number[];
  /** One list for each component, of the complete rows. */
  readonly scores: Columns;
  readonly composite: Float64Array;
};

/** Components and scores, without the parts for reports. */
export interface ComponentScores {
  readonly eigenvalues: Float64Array;
  readonly explained: readonly number[];
  readonly loadings: Columns;
  readonly parallel: readonly number[] | undefined;
  readonly kept: number;
  readonly scores: Columns;
  readonly composite: Float64Array;
}

/** @throws InputError `bad-value`, `constant-column` */
export function principalComponents(
  engine: Engine,
  indicators: Indicators,
  options: IndexOptions,
): Components {
  const { names, columns } = indicators;
  const { matrix = 'correlation', keep = 'eigenvalue>=1', score = 'variance-share' } = options;
  const parts = componentScores(engine, indicators, options);
  const { eigenvalues, explained, loadings, parallel, kept, scores, composite } = parts;
  return {
    matrix,
    eigenvalues: [...eigenvalues],
    explained,
    cumulative: explained.map((_, j) => explained.slice(0, j + 1).reduce((a, b) => a + b, 0)),
    loadings: Object.fromEntries(
      loadings.map((loading, j) => [`PC${j + 1}`, byName(names, (i) => loading[i]!)]),
    ),
    components: kept,
    keep,
    ...(parallel !== undefined && { parallel }),
    score,
    scores,
    composite,
    tied: tiedPlaces(eigenvalues, kept),
    communalities: byName(names, (i) => communality(loadings, eigenvalues, kept, i)),
    ...adequacyOf(engine, names, columns),
  };
}

/**
 * Scores of all rows on the components of the reference rows. `sample` are the components of the sample. With it, each
 * component gets the sign of its correlation with the nearest component of the sample. A parallel analysis is taken
 * from the sample, because its random eigenvalues depend only on the numbers of rows and columns.
 *
 * @throws InputError `bad-value`, `constant-column`
 */
export function componentScores(
  engine: Engine,
  indicators: Indicators,
  options: IndexOptions,
  sample?: Pick<ComponentScores, 'loadings' | 'parallel'>,
): ComponentScores {
  const { names, columns } = indicators;
  const reference = referenceColumns(indicators);
  checkVaries(names, reference);
  const { matrix = 'correlation', keep = 'eigenvalue>=1', score = 'variance-share' } = options;
  const parts = components(engine, columns, matrix === 'correlation', reference);
  const { columns: z, eigenvalues } = parts;
  const loadings = parts.loadings.map((loading) =>
    sample === undefined
      ? signed(loading, options.sign ?? 'largest')
      : alignedTo(loading, sample.loadings),
  );
  const total = eigenvalues.reduce((a, b) => a + b, 0);
  const explained = Array.from(eigenvalues, (value) => value / total);
  const parallel =
    sample?.parallel ??
    (keep === 'parallel' ? randomEigenvalues(engine, columns, options) : undefined);
  const kept = score === 'first' ? 1 : keptComponents(keep, eigenvalues, explained, parallel);
  const scores = loadings.map((loading) => aggregate(engine, z, loading, 'arithmetic'));
  const composite = compositeOf(engine, scores.slice(0, kept), eigenvalues, score);
  return { eigenvalues, explained, loadings, parallel, kept, scores, composite };
}

/** A unit vector, with its sign changed if necessary so that its product with the nearest of `loadings` is positive. */
function alignedTo(loading: Float64Array, loadings: Columns): Float64Array {
  const products = loadings.map((other) =>
    loading.reduce((sum, value, i) => sum + value * other[i]!, 0),
  );
  return firstOfLargest(products) < 0 ? loading.map((value) => -value) : loading;
}

/**
 * A unit vector whose largest element in absolute value, or whose sum, is positive. Among several largest elements the
 * first decides, and also if the sum is zero.
 */
function signed(loading: Float64Array, rule: 'largest' | 'sum'): Float64Array {
  const largest = firstOfLargest(loading);
  const sum = rule === 'sum' ? loading.reduce((a, b) => a + b, 0) : 0;
  const key = Math.abs(sum) > TIE * Math.abs(largest) ? sum : largest;
  return key < 0 ? loading.map((value) => -value) : loading;
}

/** The first number whose absolute value ties with the largest one. */
function firstOfLargest(values: ArrayLike<number>): number {
  const sizes = Array.from(values, Math.abs);
  const most = sizes.reduce((a, b) => Math.max(a, b));
  return values[sizes.findIndex((size) => size >= most * (1 - TIE))]!;
}

function tiedPlaces(eigenvalues: Float64Array, kept: number): number[] {
  const ties = (i: number, j: number) =>
    i !== j && Math.abs(eigenvalues[i]! - eigenvalues[j]!) <= TIE * eigenvalues[0]!;
  const places = Array.from(eigenvalues, (_, i) => i);
  const tied = places.filter((i) => i < kept && places.some((j) => ties(i, j)));
  return places.filter((i) => tied.includes(i) || tied.some((j) => ties(i, j))).map((i) => i + 1);
}

/** Quantiles of the eigenvalues of the same number of independent normal columns, by position. */
function randomEigenvalues(engine: Engine, columns: Columns, options: IndexOptions): number[] {
  const { seed = 1, matrix = 'correlation' } = options;
  if (matrix === 'covariance') {
    throw badArgument('index', 'keep', parallelOfCorrelations(), 'covariance');
  }
  const n = columns[0]!.length;
  const draws = columns.map(() => new Float64Array(PARALLEL));
  for (let replicate = 0; replicate < PARALLEL; replicate++) {
    const cells = normals(engine, seed, replicate, n * columns.length);
    const random = columns.map((_, j) => cells.subarray(n * j, n * (j + 1)));
    components(engine, random, true).eigenvalues.forEach((value, j) => {
      draws[j]![replicate] = value;
    });
  }
  return draws.map((values) => quantile(values.sort(), SHARE));
}

function keptComponents(
  keep: string,
  eigenvalues: Float64Array,
  explained: readonly number[],
  parallel: readonly number[] | undefined,
): number {
  const k = eigenvalues.length;
  const leading = (enough: (j: number) => boolean) => {
    const end = explained.findIndex((_, j) => !enough(j));
    return Math.max(1, end < 0 ? k : end);
  };
  if (parallel !== undefined) return leading((j) => eigenvalues[j]! > parallel[j]!);
  if (keep.startsWith('eigenvalue>=')) {
    const bound = ((1 - TIE) * Number(keep.slice('eigenvalue>='.length))) / k;
    return leading((j) => explained[j]! >= bound);
  }
  if (keep.startsWith('share:')) {
    const share = (1 - TIE) * Number(keep.slice('share:'.length));
    let sum = 0;
    const end = explained.findIndex((part) => (sum += part) >= share);
    return end < 0 ? k : end + 1;
  }
  const number = Number(keep.slice('n:'.length));
  if (number <= k) return number;
  throw badArgument('index', 'keep', componentLimit({ most: k }), keep);
}

/** The kept scores weighted by their shares of variance; `unit-variance` divides each by its standard deviation. */
function compositeOf(
  engine: Engine,
  scores: Columns,
  eigenvalues: Float64Array,
  score: ComponentIndex['score'],
): Float64Array {
  const values = eigenvalues.subarray(0, scores.length);
  const total = values.reduce((a, b) => a + b, 0);
  const scale = (value: number) => (score === 'unit-variance' && value > 0 ? Math.sqrt(value) : 1);
  const weights = values.map((value) => value / total / scale(value));
  return aggregate(engine, scores, weights, 'arithmetic');
}

function communality(loadings: Columns, eigenvalues: Float64Array, kept: number, i: number) {
  const part = (m: number) =>
    loadings
      .slice(0, m)
      .reduce((sum, loading, j) => sum + eigenvalues[j]! * loading[i]! * loading[i]!, 0);
  return part(kept) / part(loadings.length);
}
