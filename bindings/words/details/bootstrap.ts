/** What warnings say about bootstraps, permutations and comparisons of groups. */
import type { Told } from '../told.js';
import type { NoWorkers } from '../no-workers.js';

interface Replicates {
  readonly failed: number;
  readonly replicates: number;
  /** Why the first one has no answer, where a function of the caller gives it. */
  readonly first?: string;
}

/** No test of a size, as the sample is one of few permutations, replicates or vectors of signs. */
type NoTest =
  | {
      readonly of: 'replicates';
      readonly methods: readonly string[];
      readonly replicates: number;
      readonly size: number;
      readonly least: number;
    }
  | {
      readonly of: 'permutations';
      readonly permutations: number;
      readonly size: number;
      /** True if all permutations were tried. */
      readonly enumerated: boolean;
    }
  | {
      readonly of: 'vectors';
      readonly units: number;
      /** Absent for rows. */
      readonly cluster?: string;
      readonly size: number;
      readonly vectors: number;
      readonly weights: 'signs' | 'others';
      readonly smallest: number;
      readonly webb: boolean;
    }
  | { readonly of: 'table'; readonly test: string; readonly reason: string };

export interface BootstrapWarnings {
  'failed-replicates': Replicates;
  'singular-replicates': { readonly singular: number; readonly replicates: number };
  'partial-bootstrap': { readonly completed: number; readonly replicates: number };
  'no-spread': { readonly names: readonly string[] };
  'precision-not-reached': {
    readonly replicates: number;
    readonly reached: number;
    readonly wanted: number;
  };
  'failed-jackknife': { readonly failed: number; readonly units: number };
  'no-replicate-errors': { readonly without: number; readonly replicates: number };
  'no-bca-interval': { readonly names: readonly string[] };
  'untested-constant': { readonly name: string };
  'clusters-without-scores': {
    readonly column: string;
    readonly clusters: readonly string[];
    readonly of: number;
  };
  'confidence-set': {
    readonly name: string;
    /** Ends of each piece; null for an end that is infinite. */
    readonly pieces: readonly (readonly [low: number | null, high: number | null])[];
  };
  'index-as-given': { readonly indices: readonly string[] };
  'few-resamples': { readonly rows: number; readonly resamples: number };
  'no-test': NoTest;
  'checkpoint-not-written': { readonly reason: string };
}

/** Those about tests by wild replicates and permutations. */
export type ResampledTestWarnings = Pick<
  BootstrapWarnings,
  'untested-constant' | 'clusters-without-scores' | 'confidence-set' | 'no-test'
>;

export interface WorkerWarnings {
  'no-workers': NoWorkers;
}

export interface GroupWarnings {
  bdiff: { readonly unit?: string };
  /** Clusters of a size that no other has, or units of a column with rows in periods that no other has. */
  'fixed-clusters': { readonly fixed: number; readonly of: number; readonly unit?: string };
  'group-not-estimated': {
    readonly group: string;
    readonly reason: string;
    /** The reason as data. */
    readonly cause?: Told;
  };
  'switching-units': { readonly units: number; readonly unit: string };
  /** Rows without a value of a column, or with another value than the groups have. */
  'rows-in-no-group': { readonly rows: number; readonly without?: string };
}
