/** A function of the coefficients at the estimates, with its standard error by the delta method. */
export interface FunctionResult {
  /** As written; an equation is its left side minus its right side. */
  readonly expression: string;
  readonly value: number;
  readonly stdError: number;
  /** value / stdError, compared with t or the normal as in the fit; null if the standard error is 0. */
  readonly statistic: number | null;
  readonly pValue: number | null;
  readonly confInt: readonly [number, number];
}

/** Functions of the coefficients of a fit. */
export interface DeltaMethodResult {
  readonly kind: 'delta-method';
  readonly statistic: 't' | 'z';
  /** Confidence level of the intervals. */
  readonly level: number;
  readonly functions: readonly FunctionResult[];
}
