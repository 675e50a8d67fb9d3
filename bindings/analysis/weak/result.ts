import type { Telling } from '../../words/phrase.js';
import type { ConfidenceSet, EngineInfo, Test } from '../../results/fit.js';
import type { Warning } from '../../results/common.js';

/**
 * A projected set from a search: values that are not rejected with some values of the other coefficients. The search
 * may miss values but adds none, so the true set may be larger.
 */
export interface SearchedSet extends ConfidenceSet {
  /** Random starts at each grid point that is not in the set; each round doubles their number. */
  readonly starts: number;
  /** Number of grid points that the last round added. If it is not 0, more starts may add more. */
  readonly added: number;
}

/** Projected sets of the joint tests of all coefficients, other than S. */
export interface SearchedSets {
  /** Degrees of freedom of K, the number of coefficients. */
  readonly dfK: number;
  /** Kleibergen's (2005) K. */
  readonly k: SearchedSet;
  /** Kleibergen's combination of K with J = S - K, which also rejects where K is small but the moments are not. */
  readonly kj: SearchedSet;
  /** Kleibergen's conditional likelihood ratio for GMM. */
  readonly clr: SearchedSet;
  /** How to read these sets. */
  readonly note: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Values of a coefficient that a joint test of all coefficients does not reject with some values of the others. */
export interface ProjectedSets {
  /** Degrees of freedom of S, the number of moment conditions. */
  readonly dfS: number;
  /** Stock and Wright's (2000) S. */
  readonly s: ConfidenceSet;
  /** Only if `projected` was true. */
  readonly searched?: SearchedSets;
}

/**
 * Values of a coefficient that the tests do not reject, with the others at the restricted continuously updated
 * estimate. They have the stated level only if the others are strongly identified.
 */
export interface ConcentratedSets {
  /** The coefficients that must be strongly identified. */
  readonly assumedStrong: readonly string[];
  /** Degrees of freedom of S; K and the conditional likelihood ratio have 1. */
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
  /** Sets of at least the stated level, however weakly any coefficient is identified. */
  readonly projected: ProjectedSets;
  readonly concentrated: ConcentratedSets;
}

export interface WeakIdentification {
  readonly kind: 'weak-identification';
  readonly title: string;
  readonly depvar: string;
  readonly level: number;
  /** Counts of independent moment conditions, of coefficients, and of units or clusters. */
  readonly nmoments: number;
  readonly nparams: number;
  readonly nclusters: number;
  /** Kleibergen and Paap's test that the derivatives of the moments do not have full rank. */
  readonly rankTest: Test;
  /** Grid points of each coefficient, from minus to plus infinity, before the ends of sets were refined. */
  readonly places: number;
  readonly sets: readonly CoefficientSets[];
  readonly warnings: readonly Warning[];
  readonly engine: EngineInfo;
}
