/** What a file of this folder says of a kind of covariance. All others ask; nobody compares with its word. */
import type { GenericSchema } from 'valibot';
import type { Covariance, InstrumentTests } from '../../generated/codes.js';
import type { CovarianceKind } from '../../results/fit.js';

export type LinearCovarianceType = keyof typeof Covariance;

/** Texts of a covariance that the report puts into its words. */
export interface CovarianceTexts extends Pick<CovarianceKind, 'type' | 'keys'> {
  /** `id (140 clusters)`. */
  readonly clusters: string;
  /** `Bartlett kernel, 4 lags, ordered by year`. */
  readonly lags: string;
  /** A number with a few digits. */
  number(value: number): string;
}

export interface CovarianceTraits<Keys extends object = object> {
  /** Another word for it in models: `robust` is HC0, or HC1 with the small-sample factor. */
  readonly alias?: string;
  /** The kind that `alias` means with the small-sample factor. */
  readonly small?: LinearCovarianceType;
  /** False if errors are taken to be independent with one variance. */
  readonly robust: boolean;
  /** Errors of different rows are taken to be independent. */
  readonly byRow?: true;
  /** Most columns of clusters; a kind without takes none. */
  readonly clusters?: number;
  /** What its lags count, with the keys kernel, bandwidth and order: rows, or periods whose rows it sums first. */
  readonly lags?: 'rows' | 'periods';
  /** It needs the leverages of least squares, which absorbed effects and instruments do not have. */
  readonly leverages?: true;
  /** It needs a row only once, so rows may come in parts. */
  readonly streamed?: true;
  /** It gives the parts of each cluster in a variance, for degrees of freedom after Bell and McCaffrey. */
  readonly clusterParts?: true;
  /** The moments of GMM may be weighted by it. */
  readonly weighting?: true;
  /** How replicates compute it, and what they have to draw. */
  readonly replicates?: {
    readonly tests: Exclude<keyof typeof InstrumentTests, 'none'>;
    readonly draws: readonly ('rows' | 'clusters')[];
  };
  /** Its own keys in `vcov`, with their checks; those without a default are required. */
  readonly keys?: { readonly [Key in keyof Keys]: GenericSchema<Keys[Key]> };
  readonly defaults?: Partial<Keys>;
  /** The key of these with the number that a text has after its colon, as `hac:4` has its lags. */
  readonly detail?: string;
  /** Keys of these that name columns of numbers, which the core gets in this order. */
  readonly columns?: readonly string[];
  /** Keys of these with numbers for the core, in this order. */
  readonly numbers?: readonly string[];
}

/** What a report calls a kind. It is apart from the traits, so that pages without reports do not load it. */
export interface CovarianceNames {
  /** What it allows for, in a report. */
  words(texts: CovarianceTexts): string;
  /** Its small-sample factor: n rows, k coefficients and absorbed effects, G clusters, T periods. */
  readonly factor?: string | undefined;
}
