import type { Telling } from '../words/phrase.js';
import type { Test } from './test.js';

type ByName = Readonly<Record<string, number>>;

/** The first stage of one endogenous variable. Tests use the model's covariance with its small-sample factor. */
export interface FirstStage {
  readonly endogenous: string;
  /** Coefficients of the excluded instruments. */
  readonly params: ByName;
  readonly stdErrors: ByName;
  /** Test that all their coefficients are 0. */
  readonly partialF: Test;
  /** Shares explained by the instruments after the exogenous regressors; `Adj`: 1 - (1 - R2) (n - k0) / (n - q). */
  readonly partialR2: number;
  readonly partialR2Adj: number;
  readonly sheaR2: number;
  readonly sheaR2Adj: number;
  /**
   * Sanderson and Windmeijer's tests given the other endogenous variables: weak identification, and
   * underidentification.
   */
  readonly swF: Test;
  readonly swChi2: Test;
  readonly rmse: number;
  readonly nobs: number;
  /** Exogenous regressors and instruments. */
  readonly nparams: number;
  readonly dfResid: number;
}

/** A measure of strength with critical values but no p-value; null with a reason if it does not exist. */
export interface Strength {
  readonly stat: number | null;
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Critical values by per cent of bias or size; values that are not tabulated are absent. */
export type Critical = Readonly<Record<string, number>>;

/**
 * Stock and Yogo's critical values for the maximum bias or size of 2SLS, LIML, and Fuller's estimator with constant 1.
 */
export interface StockYogo {
  readonly tslsBias?: Critical;
  readonly tslsSize?: Critical;
  readonly limlSize?: Critical;
  readonly fullerBias?: Critical;
  readonly fullerMaxBias?: Critical;
}

/** Montiel Olea and Pflueger's F; critical values at 5 % by per cent of the worst-case bias. */
export interface EffectiveF {
  readonly stat: number;
  /** Effective number of instruments, (tr W)^2 / tr W^2. */
  readonly dfEffective: number;
  readonly criticalValues: {
    readonly simplified: Critical;
    readonly tsls: Critical;
    readonly liml: Critical;
  };
}

/** The tF test of Lee, McCrary, Moreira and Porter: its 5 % critical value, and the factor for the standard error. */
export interface TFTest {
  readonly criticalValue: number | null;
  readonly adjustment: number | null;
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Values of a coefficient that a test does not reject; null for an end at infinity. */
export interface ConfidenceSet {
  /** `unbounded` means an end at infinity, `disjoint` several bounded intervals, `everything` all numbers. */
  readonly kind: 'empty' | 'bounded' | 'disjoint' | 'unbounded' | 'everything' | 'unavailable';
  /** Why it is unavailable. */
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  /** Disjoint intervals in ascending order. */
  readonly intervals: readonly (readonly [number | null, number | null])[];
}

/**
 * Confidence sets by test inversion for one endogenous variable's coefficient; for several, projections of the joint
 * set.
 */
export interface RobustSets {
  readonly variable: string;
  readonly level: number;
  readonly ar?: ConfidenceSet;
  readonly k?: ConfidenceSet;
  readonly clr?: ConfidenceSet;
  readonly arProjection?: ConfidenceSet;
}

/** Tests of models with instruments. */
export interface IdentificationTests {
  readonly firstStage: readonly FirstStage[];
  /** Anderson's canonical correlation test that the model is under-identified. */
  readonly anderson: Test;
  readonly kleibergenPaapLM: Test;
  readonly kleibergenPaapF: Strength;
  readonly craggDonald: { readonly stat: number; readonly criticalValues: StockYogo };
  readonly effectiveF?: EffectiveF;
  readonly tF?: TFTest;
  /** Test that all coefficients of endogenous variables are 0; valid whatever the strength of the instruments. */
  readonly andersonRubin: Test;
  readonly andersonRubinChi2: Test;
  readonly kleibergenK: Test;
  readonly kleibergenJ?: Test;
  readonly clr: Test;
  readonly confidenceSets?: readonly RobustSets[];
  readonly sargan: Test;
  readonly basmann: Test;
  readonly basmannF: Test;
  /** n log kappa of LIML. */
  readonly andersonRubinLR: Test;
  readonly durbin: Test;
  readonly wuHausman: Test;
  readonly wooldridgeScore?: Test;
  readonly robustScore?: Test;
  readonly robustRegressionF?: Test;
  /** C tests: differences in J for named sets of instruments. */
  readonly cTests?: readonly CTest[];
}

export interface CTest {
  readonly instruments: readonly string[];
  readonly test: Test;
}
