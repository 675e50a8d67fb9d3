import type { ConfidenceSet, EngineInfo, Test } from '../results/fit.js';
import type { Warning } from '../results/common.js';

/**
 * A set that a search found: values at which some values of the other coefficients are not rejected. The search may
 * miss such values, never add any, so that the true set may be larger.
 */
export interface SearchedSet extends ConfidenceSet {
  /** Starts drawn at each place that was not found to be in the set, twice as many in each round. */
  readonly starts: number;
  /** Places that the last round brought in: where any, more starts may bring in more. */
  readonly added: number;
}

/** Projected sets of the joint tests of all coefficients but S. */
export interface SearchedSets {
  /** Degrees of freedom of K, the number of coefficients. */
  readonly dfK: number;
  /** Kleibergen's (2005) K. */
  readonly k: SearchedSet;
  /** His combination of K with J = S - K, which rejects where K is small though the moments are not. */
  readonly kj: SearchedSet;
  /** His conditional likelihood ratio for GMM. */
  readonly clr: SearchedSet;
  /** What these sets can and cannot be. */
  readonly note: string;
}

/** Values of a coefficient at which a joint test of all coefficients does not reject some values of the others. */
export interface ProjectedSets {
  /** Degrees of freedom, the number of moment conditions. */
  readonly dfS: number;
  /** Stock and Wright's (2000) S. */
  readonly s: ConfidenceSet;
  /** Where they were asked for. */
  readonly searched?: SearchedSets;
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
  /** Kleibergen's (2005) combination of K and J = S - K. */
  readonly kj: ConfidenceSet;
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
  readonly kind: 'weak-identification';
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
