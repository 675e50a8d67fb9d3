import { extraEntries } from '../../covariances/registry.js';
import { builtOf } from '../../../data/steps/facts.js';
import { fewClusters } from '../../covariances/few-clusters.js';
import type { Covariance, CovarianceKind, Sample, Test, Tests } from '../../../results/fit.js';
import type { AnyEngine } from '../../../core/engine/engine.js';
import { chi2Test, fTest } from '../../../core/numerics/inference.js';
import { matrixRows } from '../../inference.js';
import type { Clustering } from '../design/clusters.js';
import type { Dependence } from '../design/dependence.js';
import type { LinearCovariance } from '../model/model.js';
import type { LinearEstimate } from '../estimate/records.js';
import type { LinearSample } from '../design/sample.js';
import type { Warning } from '../../../results/common.js';
import { NO_RESIDUALS, perfectFit } from './perfect-fit.js';
import type { FewClusters } from '../../../words/details/linear.js';
import {
  estimateWarnings,
  linearWarnings as linearSentences,
} from '../../../words/en/warnings/linear.js';
import { warning } from '../../../words/warning.js';
import type { Said, Word } from '../../../words/phrase.js';

/** Describes the covariance for the result. */
export function describeCovariance(
  vcov: LinearCovariance,
  sample: Dependence,
  { names, vcov: values, factor, bandwidth }: DescribedCovariance,
): Covariance {
  return {
    ...describeKind(vcov, sample, bandwidth),
    names,
    values: matrixRows(values, names.length),
    factor,
  };
}

interface DescribedCovariance extends Pick<LinearEstimate, 'vcov' | 'factor' | 'bandwidth'> {
  readonly names: readonly string[];
}

/** Says which kinds of errors the covariance allows for; `bandwidth` is the one that was used. */
export function describeKind(
  vcov: Pick<LinearCovariance, 'kernel' | 'order'> & { readonly type: string },
  sample: Dependence,
  bandwidth: number,
): CovarianceKind {
  const { type, kernel, order } = vcov;
  const keys = extraEntries<string | number>(vcov, 'keys');
  const clusters = sample.clusters.map(({ column, count }) => ({ column, count }));
  return {
    type,
    ...(clusters.length > 0 && { clusters }),
    ...(kernel !== undefined && { kernel, bandwidth }),
    ...(order !== undefined && { order }),
    ...(keys.length > 0 && { keys: Object.fromEntries(keys) }),
  };
}

/** Tests the hypothesis that all slopes are 0: F with small-sample statistics, otherwise chi-squared. */
export function slopesTest(
  engine: AnyEngine,
  small: boolean,
  fit: Pick<LinearEstimate, 'wald' | 'waldDf' | 'waldRank' | 'dfReference' | 'perfect'>,
): Tests {
  const { wald, waldDf, waldRank, dfReference, perfect } = fit;
  const missing = (reason: Word): Test => ({ stat: null, pValue: null, reason });
  const test = (): Test => {
    if (waldDf === 0) return missing('there are no slopes');
    if (perfect) return missing(NO_RESIDUALS);
    if (!Number.isFinite(wald)) {
      const reason = `the covariance of the ${waldDf} slopes has rank ${waldRank}`;
      const told: Said = {
        say: 'the covariance of the {} slopes has rank {}',
        parts: [String(waldDf), String(waldRank)],
      };
      return { stat: null, pValue: null, reason, told };
    }
    return small
      ? fTest(engine, wald / waldDf, waldDf, dfReference)
      : chi2Test(engine, wald, waldDf);
  };
  return small ? { f: test() } : { wald: test() };
}

/** Sums of squares below this have fewer digits as doubles. */
const SMALLEST = 2 ** -960;

/** R-squared and its adjusted form: about the mean with an intercept, about 0 without one, as in Stata. */
export function goodness(
  { intercept }: LinearSample,
  fit: Pick<LinearEstimate, 'rss' | 'tss' | 'tssCentered' | 'nobs' | 'dfResid'>,
) {
  const { rss, tss, tssCentered, nobs, dfResid } = fit;
  const total = intercept ? tssCentered : tss;
  if (!(total > SMALLEST && total < Infinity && rss < Infinity)) return {};
  const rsquared = 1 - rss / total;
  const rsquaredAdj = 1 - (rss / dfResid) * ((nobs - Number(intercept)) / total);
  return { rsquared, rsquaredAdj };
}

/** Counts of the rows that were read, used and lost. */
export function describeSample({ ledger, nrowsRead, table, facts }: LinearSample): Sample {
  const { rowsUsed, lost } = ledger;
  return {
    rowsRead: nrowsRead,
    rowsUsed,
    lost,
    ...facts,
    ...builtOf(table),
  };
}

type WarnedEstimate = Pick<
  LinearEstimate,
  'indefinite' | 'saturated' | 'tssCentered' | 'perfect' | 'zeroVariances' | 'vcov'
> & {
  readonly names?: readonly string[];
  readonly stdErrors?: Float64Array | undefined;
  readonly ordinary?: boolean;
};

/** Warns about facts that a reader of the result must know. */
export function linearWarnings(
  sample: LinearSample,
  fit: WarnedEstimate,
  remedy: FewClusters['remedy'] = 'wild-cluster or CV3',
): Warning[] {
  const warnings: Warning[] = [
    ...clusterWarnings(sample.clusters, remedy),
    ...roundingWarnings(fit.names ?? sample.names, fit),
    ...scaleWarnings(sample, fit),
  ];
  for (const term of sample.emptyTerms ?? []) {
    warnings.push(warning(estimateWarnings, 'collinear-omitted', { names: [term] }));
  }
  if (fit.indefinite) warnings.push(warning(estimateWarnings, 'indefinite-covariance', {}));
  if (fit.saturated > 0) {
    warnings.push(warning(linearSentences, 'saturated', { count: fit.saturated }));
  }
  if (!sample.intercept) warnings.push(warning(linearSentences, 'uncentred-r2', {}));
  if (!(fit.tssCentered > 0)) {
    const { depvar: outcome, y } = sample;
    const detail = { outcome, constant: y.every((value) => value === y[0]) };
    warnings.push(warning(linearSentences, 'constant-outcome', detail));
  }
  return warnings;
}

/** The largest size of a column at which its squares, and quotients of squares, are in the range of a double. */
const LARGEST = 2 ** 200;

/** Warns of columns that are so large or small that sums of their squares may not be representable. */
function scaleWarnings({ names, x, depvar, y }: LinearSample, fit: WarnedEstimate): Warning[] {
  if (fit.ordinary === true) return [];
  const columns = [...x.map((column, j) => [names[j]!, column] as const), [depvar, y] as const];
  const extreme = columns.flatMap(([name, column]) => (isExtreme(column) ? [name] : []));
  if (extreme.length === 0) return [];
  const scaled = fit.stdErrors !== undefined;
  return [warning(linearSentences, 'extreme-scale', { columns: extreme, scaled })];
}

function isExtreme(column: Float64Array | number): boolean {
  if (typeof column === 'number') return false;
  const size = largestSize(column);
  return size > 0 && (size > LARGEST || size < 1 / LARGEST);
}

function largestSize(column: Float64Array): number {
  let size = 0;
  for (let i = 0; i < column.length; i++) {
    const value = Math.abs(column[i]!);
    if (value > size) size = value;
  }
  return size;
}

/** Says which statistics are missing because their variance is zero up to rounding. */
function roundingWarnings(
  names: readonly string[],
  { perfect, zeroVariances, vcov, stdErrors }: WarnedEstimate,
): Warning[] {
  if (perfect) return [perfectFit()];
  if (zeroVariances === 0) return [];
  const errors = stdErrors ?? names.map((_, j) => vcov[j * (names.length + 1)]!);
  const zero = names.filter((_, j) => errors[j] === 0);
  return [warning(linearSentences, 'zero-variance', { names: zero })];
}

/** Warns if an automatic bandwidth is the largest that the number of periods allows. */
export function bandwidthWarnings(
  vcov: Pick<LinearCovariance, 'bandwidth'>,
  { order }: Dependence,
  bandwidth: number,
): Warning[] {
  const most = (order?.periods.length ?? Infinity) - 1;
  if (vcov.bandwidth !== 'auto' || bandwidth < Math.max(most, 1)) return [];
  return [warning(linearSentences, 'largest-bandwidth', { bandwidth, periods: most + 1 })];
}

/** Warns about each clustering that has few clusters; `remedy` names the alternatives that the estimator has. */
export function clusterWarnings(
  clusters: readonly Clustering[],
  remedy: FewClusters['remedy'],
): Warning[] {
  return clusters.flatMap(({ column, count }) => fewClusters(count, column, remedy));
}
