import type { Arena, RecordValues } from '../../../core/engine/arena.js';
import type { dpdFit } from '../../../generated/records.js';
import { type Conventions, xtabond2 } from './xtabond2.js';

/** What the core returns, copied out of its memory. Matrices are column-major. */
export interface DynamicEstimate {
  readonly nlevel: number;
  readonly ndiff: number;
  readonly ngroups: number;
  readonly minRows: number;
  readonly maxRows: number;
  readonly ninstruments: number;
  readonly rank: number;
  readonly rankTwoStep: number;
  readonly twoStep: boolean;
  readonly sigma2: number;
  readonly rss: number;
  readonly sargan: number;
  readonly hansen: number;
  readonly wald: number;
  readonly waldDf: number;
  readonly smallFactor: number;
  readonly params: Float64Array;
  readonly vcov: Float64Array;
  /** The covariance that homoskedastic errors would give, without its sigma2. */
  readonly bread: Float64Array;
  /** Six integers per potential column; see `assembly/estimators/dpd/stack/instrument-rows.ts`. */
  readonly instruments: Int32Array;
  /** Statistic, pairs, units and variance for each order. */
  readonly ar: Float64Array;
  /** First and last period of the later residual in the pairs of each order; -1 without pairs. */
  readonly arPeriods: Int32Array;
  /** Number of nonlinear moment conditions, which `ninstruments` and `rank` do not count. */
  readonly nonlinear: number;
  /** The same numbers as a row of `diffHansen`, for leaving out the nonlinear conditions. */
  readonly nonlinearHansen: Float64Array;
  /** Smallest number of clusters over the dimensions; the units are the clusters by default. */
  readonly nclusters: number;
  /** True when the covariance has a negative eigenvalue, which is possible for a sum over several clusterings. */
  readonly indefinite: boolean;
  /** True if all residuals are rounding errors; the covariance is then 0. */
  readonly perfect: boolean;
  readonly converged: boolean;
  /** Coefficients and then the objective, for every step. */
  readonly trace: Float64Array;
  /** For each test: J without the group, its df, the difference, its df. `tested` names the groups. */
  readonly diffHansen: Float64Array;
  readonly tested: readonly string[];
  /** Summed moments Z'e at the estimate (ninstruments). */
  readonly moments: Float64Array;
  /** Reported rows; a row counts as often as its frequency weight says. */
  readonly nobs: number;
  readonly ncomponents: number;
  /** Eigenvalues of the correlations of the GMM-style instruments, largest first; empty without components. */
  readonly eigenvalues: Float64Array;
  readonly kmo: number;
  readonly conventions: Conventions;
}

/** Sizes of lists that the fit record points to without their lengths. */
interface Sizes extends Pick<DynamicEstimate, 'tested' | 'instruments'> {
  readonly arOrders: number;
}

/**
 * Copies an estimate out of the core's memory. The fields are named one by one, as copying the whole record takes 5 us.
 */
export function readEstimate(
  arena: Arena,
  fit: RecordValues<typeof dpdFit>,
  { tested, instruments, arOrders }: Sizes,
): DynamicEstimate {
  const { nparams: k, ninstruments } = fit;
  const lists = arena.floatLists([
    [fit.params, k],
    [fit.vcov, k * k],
    [fit.bread, k * k],
    [fit.ar, 4 * arOrders],
    [fit.trace, fit.iterations * (k + 1)],
    [fit.nonlinearHansen, 4],
    [fit.diffHansen, 4 * tested.length],
    [fit.moments, ninstruments],
    [fit.eigenvalues, fit.ncandidates],
  ]);
  return {
    nlevel: fit.nlevel,
    ndiff: fit.ndiff,
    ngroups: fit.ngroups,
    minRows: fit.minRows,
    maxRows: fit.maxRows,
    ninstruments,
    rank: fit.rank,
    rankTwoStep: fit.rankTwoStep,
    twoStep: fit.twoStep === 1,
    sigma2: fit.sigma2,
    rss: fit.rss,
    sargan: fit.sargan,
    hansen: fit.hansen,
    wald: fit.wald,
    waldDf: fit.waldDf,
    smallFactor: fit.smallFactor,
    nonlinear: fit.nonlinear,
    nclusters: fit.nclusters,
    indefinite: fit.indefinite === 1,
    perfect: fit.perfect === 1,
    converged: fit.converged === 1,
    nobs: fit.nobs,
    ncomponents: fit.ncomponents,
    kmo: fit.kmo,
    instruments,
    tested,
    params: lists[0],
    vcov: lists[1],
    bread: lists[2],
    ar: lists[3],
    arPeriods: arena.ints(fit.arPeriods, 2 * arOrders),
    trace: lists[4],
    nonlinearHansen: lists[5],
    diffHansen: lists[6],
    moments: lists[7],
    eigenvalues: lists[8],
    conventions: xtabond2,
  };
}
