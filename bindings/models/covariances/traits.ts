/**
 * What a file in this folder declares about a kind of covariance. Other code asks for traits; it never compares words.
 */
import type { GenericSchema } from 'valibot';
import type { Covariance, InstrumentTests } from '../../generated/codes.js';
import type { CovarianceKind } from '../../results/fit.js';

export type LinearCovarianceType = keyof typeof Covariance;

/** Texts about a covariance that its report sentence uses. */
export interface CovarianceTexts extends Pick<CovarianceKind, 'type' | 'keys'> {
  /** `id (140 clusters)`. */
  readonly clusters: string;
  /** `Bartlett kernel, 4 lags, ordered by year`. */
  readonly lags: string;
  /** A number with a few digits. */
  number(value: number): string;
}

export interface CovarianceTraits<Keys extends object = object> {
  /** Its alias in models: `robust` is HC0, or HC1 with the small-sample factor. */
  readonly alias?: string;
  /** The kind that `alias` means with the small-sample factor. */
  readonly small?: LinearCovarianceType;
  /** False if errors are assumed independent and homoskedastic. */
  readonly robust: boolean;
  /** Errors of different rows are assumed independent. */
  readonly byRow?: true;
  /** Maximum columns of clusters; absent for a kind without clusters. */
  readonly clusters?: number;
  /**
   * What its lags count, for a kind with the keys kernel, bandwidth and order: rows, or periods whose rows it sums
   * first.
   */
  readonly lags?: 'rows' | 'periods';
  /**
   * It needs the leverages of rows or of clusters, which models with instruments do not have. Those of rows are unknown
   * once effects are absorbed.
   */
  readonly leverages?: 'rows' | 'clusters';
  /** It needs a row only once, so rows may come in parts. */
  readonly streamed?: true;
  /** It reports the contribution of each cluster to a variance, for Bell and McCaffrey's degrees of freedom. */
  readonly clusterParts?: true;
  /** It may be used as GMM's weighting matrix. */
  readonly weighting?: true;
  /** How replicates compute it, and what the bootstrap must draw. */
  readonly replicates?: {
    readonly tests: Exclude<keyof typeof InstrumentTests, 'none'>;
    readonly draws: readonly ('rows' | 'clusters')[];
  };
  /** The keys in `vcov` that only this kind has, with their schemas; those without a default are required. */
  readonly keys?: { readonly [Key in keyof Keys]: GenericSchema<Keys[Key]> };
  readonly defaults?: Partial<Keys>;
  /** The key among these that is set by the number after the colon of a text, such as the lags in `hac:4`. */
  readonly detail?: string;
  /** The keys among these that name numeric columns, in the order of the core. */
  readonly columns?: readonly string[];
  /** The keys among these with numbers for the core, in this order. */
  readonly numbers?: readonly string[];
}

/**
 * The names of a kind in reports. They are separate from the traits, so that pages without reports do not load them.
 */
export interface CovarianceNames {
  /** A sentence about the dependence that it allows, for a report. */
  words(texts: CovarianceTexts): string;
  /** Its small-sample factor: n rows, k coefficients and absorbed effects, G clusters, T periods. */
  readonly factor?: string | undefined;
  /** What tables and figures call it; they name clusters by their columns. */
  readonly label?: string;
}
