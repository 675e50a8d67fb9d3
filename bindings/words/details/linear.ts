/** What warnings say about regressions: their rows, columns and covariances. */

/** No more than its code. */
export type Nothing = Readonly<Record<string, never>>;

/** Standard errors with few clusters; `remedy` names what the estimator has instead. */
export interface FewClusters {
  readonly clusters: number;
  readonly column: string;
  readonly noun: 'cluster' | 'unit';
  readonly fewerThan: number;
  readonly remedy: 'wild-cluster or CV3' | 'cluster bootstrap' | 'studentized bootstrap';
}

/** A bootstrap with few clusters. */
export interface FewDrawnClusters {
  readonly clusters: number;
  readonly column: string;
  readonly fewerThan: number;
  readonly scheme: 'wild-cluster' | 'other';
  /** Sign vectors of a wild bootstrap, distinct resamples of another. */
  readonly draws: number;
}

/** Robust errors by row in a panel. */
export interface RowWiseErrors {
  readonly type: string;
  readonly unit: string;
  /** Why the rows of a unit are dependent: the effects of the model; absent if the unit is absorbed. */
  readonly effects?: string;
}

/** The same for a comparison of groups. */
export interface RowWiseTests {
  readonly type: string;
  readonly unit: string;
  readonly tests: readonly ('wald' | 'suest')[];
}

/** What any estimate warns of, also one of a dynamic panel. */
export interface EstimatedWarnings {
  'few-clusters': FewClusters;
  /** Empty `explainedBy` if the regressors are zero in every row; absent if a term has one level. */
  'collinear-omitted': {
    readonly names: readonly string[];
    readonly explainedBy?: readonly string[];
  };
  'indefinite-covariance': Nothing;
  'perfect-fit': Nothing;
}

/** What a bootstrap says with the code of an estimate. */
export interface DrawnWarnings {
  'few-clusters': FewDrawnClusters;
}

/** What estimates and their bootstraps warn of. */
export interface EstimateWarnings extends Omit<EstimatedWarnings, 'few-clusters'> {
  'few-clusters': FewClusters | FewDrawnClusters;
}

export interface LinearWarnings {
  'row-wise-errors': RowWiseErrors | RowWiseTests;
  saturated: { readonly count: number };
  'uncentred-r2': Nothing;
  'constant-outcome': {
    readonly outcome: string;
    /** True if it has one value; false if it varies by rounding after effects are taken out. */
    readonly constant: boolean;
  };
  'extreme-scale': { readonly columns: readonly string[]; readonly scaled: boolean };
  'zero-variance': { readonly names: readonly string[] };
  'largest-bandwidth': { readonly bandwidth: number; readonly periods: number };
}

export interface PanelWarnings {
  'group-of-one': { readonly alone: number; readonly units: number; readonly unit: string };
  'no-unit-variance': Nothing;
}
