import type { ConfidenceSet, EngineInfo, Test, Warning } from '../../models/fit-result.js';

/** Values of a coefficient that S (Stock and Wright, 2000), minimised over all others, does not reject. */
export interface ProjectedSets {
  /** Degrees of freedom, the number of moment conditions. */
  readonly dfS: number;
  readonly s: ConfidenceSet;
}

/**
 * Values of a coefficient that the tests do not reject with the others at the restricted continuously updated estimate.
 * Of the stated level only where these are strongly identified.
 */
export interface ConcentratedSets {
  /** The coefficients that have to be strongly identified. */
  readonly assumedStrong: readonly string[];
  /** Degrees of freedom of S; K and the ratio have 1. */
  readonly dfS: number;
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
  /** At least of the stated level, whatever the strength of identification of any coefficient. */
  readonly projected: ProjectedSets;
  readonly concentrated: ConcentratedSets;
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
  /** Values of each coefficient that were looked at, from minus to plus infinity, before the ends were refined. */
  readonly places: number;
  readonly sets: readonly CoefficientSets[];
  readonly warnings: readonly Warning[];
  readonly engine: EngineInfo;
}
