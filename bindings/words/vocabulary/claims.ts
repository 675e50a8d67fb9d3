/** What verdicts on claims say, as data: the clauses of a reason, the test that decides, and what would change the verdict. */
import type { EstimatorCode, EstimatorName, PlaceDetail } from '../places.js';
import type { Told } from '../told.js';
import type { Sentences } from '../warning.js';

export type { EstimatorCode, EstimatorName, PlaceDetail };

export type Verdict = 'supported' | 'not supported' | 'mixed' | 'not testable';
export type Sides = 'one' | 'two';

/** A p-value, and the level that decides. */
export interface Decided {
  readonly pValue: number;
  readonly level: number;
}

interface Sided extends Decided {
  readonly sides: Sides;
}

/** A bootstrap as sentences name it. */
export interface DrawnBy {
  readonly scheme: string;
  readonly cluster?: string | undefined;
  readonly replicates: number;
  readonly seed: number;
}

/** What a statistic is compared with: t, or z without degrees of freedom. */
export interface Compared {
  readonly df?: number;
}

/** A test of a difference between groups, and the clusters of its errors if it is repeated with other ones. */
export interface Method {
  readonly method: string;
  readonly cluster?: string;
}

export interface Size {
  readonly method: string;
  /** The share of simulated samples in which it rejects equal coefficients. */
  readonly size: number;
}

interface Estimated {
  readonly of: string;
  readonly estimate: number;
  /** NaN if there is none: it sets the decimals of the estimate. */
  readonly stdError: number;
}

interface GroupDetail {
  readonly name: string;
  readonly estimate: number | null;
  readonly stdError: number | null;
  readonly pValue: number | null;
}

/** A method that cannot be used, and why if it is known. */
export interface Unusable {
  readonly method: string;
  readonly reason?: string | undefined;
  /** The reason as data. */
  readonly told?: Told | undefined;
}

/** An error: its code, its sentence in English and as data, and the name that it is about. */
export interface Failure {
  readonly error: string;
  readonly sentence: string;
  /** Results of versions without it have the sentence only. */
  readonly told?: Told | undefined;
  readonly name?: string | undefined;
}

export interface ClauseDetails {
  tested: Estimated &
    Compared &
    Sided & {
      readonly stat: number;
      /** The side of the value on which the estimate is not, although the claim says so. */
      readonly not?: { readonly side: 'above' | 'below'; readonly value: number };
    };
  bootstrapped: Estimated & Sided & { readonly bootstrap: DrawnBy };
  'no-error': { readonly of: string; readonly stdError: number };
  'no-degrees': { readonly of: string };
  interval: Estimated & {
    readonly interval: readonly [low: number, high: number];
    readonly level: number;
    /** How a bootstrap computes it. */
    readonly method?: string;
    readonly isInside: boolean;
    readonly band:
      readonly [low: number, high: number] | { readonly value: number; readonly width: number };
  };
  groups: {
    readonly of: string;
    readonly by: string;
    readonly groups: readonly GroupDetail[];
    readonly level: number;
  };
  difference: Method &
    Sided & {
      readonly difference: number | null;
      readonly stdError: number | null;
      readonly stat: number | null;
      readonly statistic: string | null;
      readonly df: number | null;
    };
  disagrees: Method & Decided;
  'size-skipped': Size;
  unusable: Unusable;
  'significant-in-one': { readonly significant: string; readonly other: string };
  'significant-alike': { readonly both: boolean };
  'wrong-sizes': { readonly sizes: readonly Size[] };
  'least-wrong': Size;
  'use-method': { readonly method: string };
  unreliable: { readonly why: string };
  'no-method': { readonly of: string; readonly by: string; readonly methods: readonly Unusable[] };
  'other-method': {
    readonly of: string;
    readonly by: string;
    readonly methods: readonly string[];
    readonly named: string;
  };
  'joint-of-all': { readonly of: string; readonly by: string; readonly groups: readonly string[] };
  'no-joint': { readonly reason?: string | undefined };
  'joint-size': { readonly size: number };
  joint: Decided & { readonly df: readonly number[]; readonly stat: number };
  'joint-skipped': Size;
  'table-failed': Failure & { readonly table: string };
  'table-stopped': { readonly table: string };
  'not-kept': PlaceDetail;
  'no-bootstrap': { readonly of?: string };
  'no-comparison': { readonly table: string; readonly of: string };
  'other-terms': {
    readonly table: string;
    readonly terms: readonly string[];
    readonly of: string;
  };
  'fits-exactly': object;
  omitted: {
    readonly of: string;
    readonly explainedBy: readonly string[];
    /** True if the claim names the whole table. */
    readonly isOfTable: boolean;
  };
  failed: Failure;
  'all-support': { readonly columns: number };
  support: {
    readonly supported: readonly string[];
    readonly not: readonly string[];
    readonly untested: readonly string[];
  };
}

export interface TestDetails {
  none: object;
  statistic: Compared & { readonly sides: Sides };
  interval: Compared & { readonly level: number };
  bootstrap: { readonly bootstrap: DrawnBy; readonly sides: Sides };
  'bootstrap-error': { readonly bootstrap: DrawnBy };
  'bootstrap-interval': {
    readonly bootstrap: DrawnBy;
    readonly level: number;
    readonly method: string;
  };
  difference: Method & { readonly sides: Sides };
  joint: { readonly groups: number; readonly df: readonly number[] };
}

/** The errors or the test by which another verdict is reached. */
export interface ByDetails {
  analytic: object;
  bootstrap: DrawnBy;
  type: { readonly type: string; readonly unit: string };
  clusters: { readonly column: string; readonly count: number };
  'anderson-rubin': object;
  method: { readonly method: string };
  joint: { readonly method: string };
}

export interface ChangeDetails {
  p: {
    readonly by: By;
    readonly sides?: Sides;
    readonly verdict: Verdict;
    /** Degrees of freedom of a joint test. */
    readonly df?: readonly number[];
  } & Decided;
  band: { readonly by: By; readonly isInside: boolean; readonly verdict: Verdict };
  'no-test': { readonly by: By; readonly reasons: readonly Clause[] };
  holm: Decided & { readonly claims: number };
  'many-instruments': { readonly instruments: number; readonly units: number };
  overidentified: Decided & { readonly test: 'hansen' | 'jTest' | 'sargan' };
  'no-serial': { readonly reason?: string | undefined };
  serial: Decided;
  'one-period': { readonly period: number | string; readonly pairs: number };
  'weak-effective': { readonly f: number; readonly critical: number; readonly bias: string };
  'weak-rule': { readonly f: number; readonly rule: number };
  curve: { readonly figure: string; readonly supporting: number; readonly of: number };
  tost: { readonly level: number };
}

/** A code with its detail. */
type Coded<Details> = {
  readonly [Code in keyof Details]: { readonly code: Code } & Details[Code];
}[keyof Details];

export type Clause = Coded<ClauseDetails>;
export type TestDetail = Coded<TestDetails>;
export type By = Coded<ByDetails>;
export type Change = Coded<ChangeDetails>;

/** Clauses about a column, or about the claim. */
export interface Reason {
  readonly place?: PlaceDetail;
  readonly clauses: readonly Clause[];
}

/** A change of the verdict in one of several columns. */
export interface PlacedChange {
  readonly place?: string;
  readonly change: Change;
}

/** A verdict as data. */
export interface JudgedDetail {
  readonly reasons: readonly Reason[];
  readonly test: TestDetail;
  /** The number of columns of which the test is the weakest. */
  readonly weakestOf?: number;
  readonly changes: readonly PlacedChange[];
}

/** The words of verdicts in a language. */
export interface ClaimWords {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly clauses: Sentences<ClauseDetails>;
  readonly tests: Sentences<TestDetails>;
  readonly changes: Sentences<ChangeDetails>;
  readonly weakest: (columns: number, test: string) => string;
  /** A sentence of clauses, those about a column behind its name. */
  readonly reason: (reasons: readonly Reason[]) => string;
  /** `T5 column (2)`. */
  readonly place: (place: PlaceDetail) => string;
  /** A sentence about one of several columns. */
  readonly placed: (place: string, sentence: string) => string;
  /** The lines of a claim. */
  readonly lead: (id: string, verdict: string) => string;
}
