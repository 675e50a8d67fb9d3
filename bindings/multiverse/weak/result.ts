import type { ConfidenceSet, EngineInfo, Test, Warning } from '../../models/fit-result.js';

/** Values that the tests at 1 - level do not reject, and the degrees of freedom of S and of K and CLR. */
export interface RobustPanelSets {
  readonly dfS: number;
  readonly dfK: number;
  /** Stock and Wright's (2000) S. */
  readonly s: ConfidenceSet;
  /** Kleibergen's (2005) K. */
  readonly k: ConfidenceSet;
  /** The conditional likelihood ratio for GMM of Kleibergen (2005). */
  readonly clr: ConfidenceSet;
}

export interface CoefficientSets {
  readonly coefficient: string;
  readonly estimate: number;
  /** Other coefficients that may be weakly identified. */
  readonly others: readonly string[];
  /** Projections of the joint sets of this coefficient and the others: valid whatever the strength of identification. */
  readonly projected: RobustPanelSets;
  /** With the others concentrated out: valid where these are strongly identified. Absent where there are none. */
  readonly concentrated?: RobustPanelSets;
}

export interface WeakIdentification {
  readonly title: string;
  readonly depvar: string;
  readonly level: number;
  /** Independent moment conditions, coefficients, and units or clusters. */
  readonly nmoments: number;
  readonly nparams: number;
  readonly nclusters: number;
  /** Kleibergen and Paap's test that the derivatives of the moments do not have full rank. */
  readonly rankTest: Test;
  /** Coefficients taken as strongly identified and concentrated out of every set. */
  readonly strong: readonly string[];
  /** Values of each coefficient that were looked at, from minus to plus infinity, before the ends were refined. */
  readonly places: number;
  readonly sets: readonly CoefficientSets[];
  readonly warnings: readonly Warning[];
  readonly engine: EngineInfo;
}
