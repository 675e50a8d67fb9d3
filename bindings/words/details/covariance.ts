/** The kind of covariance: which dependence of errors it allows for. */
export interface CovarianceKind {
  readonly type: string;
  /** Columns of the clusters and the number of clusters in each. */
  readonly clusters?: readonly { readonly column: string; readonly count: number }[];
  /** The column of the units of a panel, if no clusters are named. */
  readonly unit?: string | undefined;
  /** For autocorrelation-consistent types: the kernel, its number of lags, and the column that orders the rows. */
  readonly kernel?: string;
  readonly bandwidth?: number;
  readonly order?: string;
  /** The keys that only this type has in a model, such as a distance. */
  readonly keys?: Readonly<Record<string, string | number>>;
}
