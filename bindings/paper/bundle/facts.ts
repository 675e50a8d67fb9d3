/** What a replication bundle is about: the facts that its documents are written from, in `bundle.json`. */

/** Files by their paths, which have `/` between folders. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export const venueNames = ['aea', 'restud', 'ej', 'plain'] as const;
export type VenueName = (typeof venueNames)[number];

/** A file with its hash. */
export interface HashedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in hexadecimal digits. */
  readonly sha256: string;
}

/** How a data file is shipped: the original, only its hash, or synthetic data with the same schema. */
export const shipments = ['original', 'hash', 'synthetic'] as const;
export type Shipment = (typeof shipments)[number];

export interface BundleData extends HashedFile {
  readonly rows: number;
  readonly columns: number;
  readonly shipped: Shipment;
  /** The copy in an open format, if the original has another format. */
  readonly open?: string;
  /** The synthetic data. */
  readonly synthetic?: string;
}

/** A table, figure, text or claim of the study, and the files that hold it. */
export interface BundleItem {
  readonly id: string;
  readonly kind: 'table' | 'figure' | 'text' | 'claim';
  readonly title: string;
  /** The place in the study, such as `tables.T3`. */
  readonly entry: string;
  /** The line of the study file. */
  readonly line?: number;
  readonly files: readonly string[];
  /** Why the item could not be made. */
  readonly failed?: string;
  /** With confidential data, true if the synthetic data give the paper's item. */
  readonly fromSynthetic?: boolean;
}

/** An analysis that draws with a seed: a bootstrap, a permutation or a simulation. */
export interface BundleSeed {
  readonly place: string;
  readonly seed: number;
  readonly reps?: number;
}

export interface BundleEngine {
  readonly name: 'wasmetrics';
  readonly version: string;
  /** The files that run, and the module that they hold. */
  readonly files: readonly HashedFile[];
  /** The package with the source. */
  readonly source: HashedFile;
}

/** Measurements of one run, stored so that a second bundle has the same bytes. */
export interface RunRecord {
  /** UTC, such as `2026-11-28T08:00:00Z`. */
  readonly started: string;
  readonly ended: string;
  readonly seconds: number;
  /** Peak memory of the process. */
  readonly peakBytes: number;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
}

export interface BundleFacts {
  /** The version of the format. */
  readonly bundle: 1;
  readonly title?: string;
  readonly venue: VenueName;
  /** The path of the study file. */
  readonly study: string;
  /** The copy of the study that reads the synthetic data. */
  readonly syntheticStudy?: string;
  readonly engine: BundleEngine;
  readonly data: readonly BundleData[];
  readonly templates: readonly string[];
  readonly items: readonly BundleItem[];
  readonly seeds: readonly BundleSeed[];
  /** Named numbers of the study that a text can quote. */
  readonly numbers: number;
}

/** Paths that every bundle has. */
export const paths = {
  readme: 'README.md',
  license: 'LICENSE.txt',
  facts: 'bundle.json',
  manifest: 'manifest-sha256.txt',
  crate: 'ro-crate-metadata.json',
  codebook: 'codebook.md',
  codebookCsv: 'codebook.csv',
  record: 'log/run.json',
  log: 'log/run.log',
  results: 'outputs/results.json',
  numbers: 'outputs/numbers.json',
  licenses: 'engine/LICENSES.txt',
} as const;

/** Detached signatures of the manifest, by ssh-keygen and by minisign. */
export const signatures: readonly string[] = ['sig', 'minisig'].map(
  (ending) => `${paths.manifest}.${ending}`,
);

/** Folders of a bundle. Commands write to `rerun/`, which does not belong to the bundle. */
export const folders = {
  study: 'study/',
  synthetic: 'synthetic/',
  open: 'open-data/',
  outputs: 'outputs/',
  syntheticOutputs: 'outputs-synthetic/',
  engine: 'engine/',
  documents: 'docs/',
  rerun: 'rerun/',
} as const;
