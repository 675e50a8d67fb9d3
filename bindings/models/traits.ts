/**
 * What is known of an estimator by its name alone, without its code and without data: what its fits have, and its words.
 * Reports, tables and figures ask it about results that were read from files, command lines and pages about models. A
 * fit in this process answers more; see `protocol.ts`.
 */

/** What the fits of an estimator have. */
export interface EstimatorHas {
  /** Regressors may be endogenous; instruments identify them, and their number and strength are reported. */
  readonly instruments: boolean;
  /** The user chooses how moment conditions are weighted, and Hansen's J tests them. */
  readonly moments: boolean;
  /** Lags of the outcome are regressors: serial correlation is tested, long-run effects and bounds are reported. */
  readonly dynamics: boolean;
  /** Each model has units and periods. */
  readonly units: boolean;
  /** Errors and moments are by unit without naming clusters, apart from unadjusted ones. */
  readonly unitErrors: boolean;
  /** R-squared is that of transformed rows where effects are absorbed, or of means of units. */
  readonly transformedFit: boolean;
  /** Each row has a residual of the estimated equation, which a wild bootstrap multiplies and a figure plots. */
  readonly rowResiduals: boolean;
  /** Estimates are least squares of the rows, perhaps transformed; without effects each row has a leverage. */
  readonly leastSquares: boolean;
  /** Each row has a leverage, without absorbed effects. */
  readonly leverages: boolean;
}

/** How an estimator is called, in English; other languages translate these. */
export interface EstimatorWords {
  /** What it estimates: `ordinary or weighted least squares`. */
  readonly summary: string;
  /** A fit in a sentence: `found a dynamic panel`. */
  readonly fit: string;
  /** A model in the titles of what many fits of it say: `Multiverse of k in a dynamic panel of n`. */
  readonly model: string;
  /** What Stata's commands for it call types of covariance of rows; other types have the same name. */
  readonly covarianceInStata: Readonly<Record<string, string>>;
}

/** A shortest model, in the columns y, x, z, i and t. */
export interface ShortestModel {
  readonly estimator: string;
  readonly formula: string;
  readonly [key: string]: unknown;
}

export interface EstimatorTraits {
  readonly name: string;
  readonly has: EstimatorHas;
  readonly words: EstimatorWords;
  readonly shortest: ShortestModel;
}

/** The traits of an estimator that says nothing of itself, such as one in a result of a later version. */
export const noTraits: EstimatorHas = {
  instruments: false,
  moments: false,
  dynamics: false,
  units: false,
  unitErrors: false,
  transformedFit: false,
  rowResiduals: false,
  leastSquares: false,
  leverages: false,
};

/** The panel of shortest models. */
export const shortestPanel = { unit: 'i', time: 't' } as const;

/** What Stata's commands for models with instruments call covariances: `robust` is HC0 there. */
export const instrumentsInStata = { HC0: 'robust', HC1: 'robust small', robust: 'robust' } as const;
