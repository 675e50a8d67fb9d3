import type { Arena, RecordValues } from '../../../core/arena.js';
import type { dpdFit } from '../../../generated/records.js';

/** What the core returns, copied out of its memory. Matrices are column-major. */
export interface DpdEstimate {
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
  /** Six integers a potential column, see `assembly/estimators/dpd/stack/instrument-rows.ts`. */
  readonly instruments: Int32Array;
  /** Statistic, pairs, units, variance of each order. */
  readonly ar: Float64Array;
  /** First and last period of the later residual of a pair of each order, -1 without pairs. */
  readonly arPeriods: Int32Array;
  /** Nonlinear moment conditions, which `ninstruments` and `rank` do not count. */
  readonly nonlinear: number;
  /** The same as a row of `diffHansen`, without them. */
  readonly nonlinearHansen: Float64Array;
  /** Smallest number of clusters of a dimension; the units by default. */
  readonly nclusters: number;
  /** The covariance has a negative eigenvalue, which a sum over several clusterings may have. */
  readonly indefinite: boolean;
  readonly converged: boolean;
  /** Coefficients, then the objective, of every step. */
  readonly trace: Float64Array;
  /** J without the group, its df, the difference, its df of each test; and the names of the groups. */
  readonly diffHansen: Float64Array;
  readonly tested: readonly string[];
  /** Summed moments Z'e at the estimate (ninstruments). */
  readonly moments: Float64Array;
  /** Reported rows, each as often as its frequency says. */
  readonly nobs: number;
  readonly ncomponents: number;
  /** Of the correlations of the GMM-style instruments, from the largest down; empty without components. */
  readonly eigenvalues: Float64Array;
  readonly kmo: number;
}

/** What the fit record points to, but does not say the size of. */
interface Sizes extends Pick<DpdEstimate, 'tested' | 'instruments'> {
  readonly arOrders: number;
}

/**
 * The estimate that a record of the core describes. Its numbers are named one by one, as a copy of all of the record's
 * takes 5 us.
 */
export function readEstimate(
  arena: Arena,
  fit: RecordValues<typeof dpdFit>,
  { tested, instruments, arOrders }: Sizes,
): DpdEstimate {
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
  };
}
