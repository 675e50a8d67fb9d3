import type { Failure } from '../../../core/jobs/failures.js';
import type { ByName, Warning } from '../../../results/common.js';

/** Changes when a unit is left out: the estimate without it minus the estimate with it. */
export interface UnitInfluence {
  readonly unit: string;
  readonly params: ByName;
  /** The changes in standard errors of the whole sample; NaN if the standard error is 0 or missing. */
  readonly inStdErrors: ByName;
  /** The largest of these changes in absolute value, and the coefficient that it belongs to. */
  readonly largest: number;
  readonly coefficient: string;
  /** Dynamic panels only: changes of Hansen's J and of the AR test statistics from order 1 on. */
  readonly hansen: number | null;
  readonly ar: readonly (number | null)[];
}

export interface InfluenceResult {
  readonly kind: 'influence';
  /** Column of the units; `row` if rows are left out. */
  readonly unit: string;
  readonly depvar: string;
  readonly params: ByName;
  readonly stdErrors: ByName;
  /** From the most to the least influential; ties keep the order of the data. */
  readonly units: readonly UnitInfluence[];
  readonly failures: readonly (Failure & { readonly unit: string })[];
  /** True when the run was stopped before it was done. */
  readonly partial: boolean;
  /** Absent if there are none. */
  readonly warnings?: readonly Warning[];
}

/** The estimate of the whole sample. */
export interface WholeEstimate {
  readonly names: readonly string[];
  readonly params: ArrayLike<number>;
  readonly stdErrors: ByName;
}

/** The changes of the coefficients; a regression has no tests to compare. */
export function changeOf(
  unit: string,
  without: ArrayLike<number>,
  { names, params, stdErrors }: WholeEstimate,
): UnitInfluence {
  const changes = names.map((name, j) => [name, without[j]! - params[j]!] as const);
  const relative = changes.map(([name, change]) => {
    const error = stdErrors[name]!;
    return [name, error > 0 ? change / error : NaN] as const;
  });
  // A coefficient without a standard error has no change to compare.
  const [coefficient, most] = relative.reduce((a, b) =>
    Math.abs(b[1]) > Math.abs(a[1]) || Number.isNaN(a[1]) ? b : a,
  );
  return {
    unit,
    params: Object.fromEntries(changes),
    inStdErrors: Object.fromEntries(relative),
    largest: Math.abs(most),
    coefficient,
    hansen: null,
    ar: [],
  };
}
