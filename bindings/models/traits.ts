/**
 * What is known about an estimator from its name, without its code or data: what its fits have, and the words for it.
 * Reports, tables and figures use it for results read from files; command lines and web pages use it for models. A fit
 * in this process answers more questions; see `protocol.ts`.
 */
import type { EstimatorCode } from '../words/places.js';

/** What the fits of an estimator have. */
export interface EstimatorHas {
  /** Regressors may be endogenous; instruments identify them, and their number and strength are reported. */
  readonly instruments: boolean;
  /** The user chooses how moment conditions are weighted, and Hansen's J tests them. */
  readonly moments: boolean;
  /** Lags of the outcome are regressors: serial correlation is tested, long-run effects and bounds are reported. */
  readonly dynamics: boolean;
  /** Instruments are lags of variables in windows, which a multiverse varies. */
  readonly lagWindows: boolean;
  /** Each model has units and periods. */
  readonly units: boolean;
  /** Errors and moments are clustered by unit even if no clusters are named, except unadjusted ones. */
  readonly unitErrors: boolean;
  /** R-squared is that of transformed rows if effects are absorbed, or of means of units. */
  readonly transformedFit: boolean;
  /** Each row has a residual of the estimated equation, which a wild bootstrap multiplies and a figure plots. */
  readonly rowResiduals: boolean;
  /**
   * The estimates are least squares of the rows, which may be transformed. If there are no effects, each row has a
   * leverage.
   */
  readonly leastSquares: boolean;
  /** Each row has a leverage, without absorbed effects. */
  readonly leverages: boolean;
}

/** The words for an estimator in English, from which other languages are translated. */
export interface EstimatorWords {
  /** What it estimates: `ordinary or weighted least squares`. */
  readonly summary: string;
  /** A fit in a sentence: `found a dynamic panel`. */
  readonly fit: string;
  /** A model, in titles about many fits of it: `Multiverse of k in a dynamic panel of n`. */
  readonly model: string;
  /**
   * The names of covariance types of rows in Stata's commands for this estimator; types not listed keep their names.
   */
  readonly covarianceInStata: Readonly<Record<string, string>>;
}

/** Titles of results, by their start, and what sentences about printed columns call them. Only papers load them. */
export type Titles = readonly (readonly [start: string, code: EstimatorCode])[];

/** A short model, in the columns y, x, w, z, i and t: outcome, regressor, control, instrument, units and periods. */
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

/** The traits of an unknown estimator, such as one in a result of a later version. */
export const noTraits: EstimatorHas = {
  instruments: false,
  moments: false,
  dynamics: false,
  lagWindows: false,
  units: false,
  unitErrors: false,
  transformedFit: false,
  rowResiduals: false,
  leastSquares: false,
  leverages: false,
};

/** The panel of shortest models. */
export const shortestPanel = { unit: 'i', time: 't' } as const;

/** The names of covariances in Stata's commands for models with instruments, where `robust` is HC0. */
export const instrumentsInStata = { HC0: 'robust', HC1: 'robust small', robust: 'robust' } as const;
