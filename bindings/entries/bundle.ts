/** `wasmetrics/bundle`: replication packages: their documents, archives and checks. */
export * from '../core/engine/entry.js';
export { bundleLimits } from '../paper/bundle/archive/limits.js';
export { readZip } from '../paper/bundle/archive/read-zip.js';
export { packTarball } from '../paper/bundle/archive/tarball.js';
export { packZip } from '../paper/bundle/archive/write-zip.js';
export { bundleCodebook, type CodebookRow } from '../paper/bundle/codebook.js';
export {
  type BundleComparison,
  type ComparedItem,
  compareOutputs,
} from '../paper/bundle/compare/compare.js';
export {
  compareRemade,
  type NotCompared,
  type Remade,
  type RemadeComparison,
} from '../paper/bundle/compare/remade.js';
export type { WrongStatement } from '../paper/bundle/compare/statements.js';
export {
  findPersonal,
  type PersonalFinding,
  type PersonalKind,
} from '../paper/bundle/confidential/personal.js';
export {
  type SyntheticData,
  type SyntheticOptions,
  syntheticTable,
} from '../paper/bundle/confidential/synthetic.js';
export {
  bundleFiles,
  type BundleParts,
  remadeFiles,
  resealedFiles,
} from '../paper/bundle/documents.js';
export {
  type BundleData,
  type BundleEngine,
  type BundleFacts,
  type BundleFiles,
  type BundleItem,
  type BundleSeed,
  type HashedFile,
  type RunRecord,
  type Shipment,
  type VenueName,
  venueNames,
} from '../paper/bundle/facts.js';
export {
  bundleForm,
  type BundleForm,
  type FormLine,
  type FormOptions,
} from '../paper/bundle/form/form.js';
export { bundleFacts, type BundleRun } from '../paper/bundle/make-facts.js';
export {
  checkManifest,
  hashed as hashedFile,
  type ManifestCheck,
} from '../paper/bundle/manifest.js';
export {
  type BundlePlan,
  type NamedData,
  type NamedFile,
  planBundle,
} from '../paper/bundle/plan.js';
export { checkBundle, type CheckedBundle, readBundleFacts } from '../paper/bundle/trust.js';
export { type Venue, venues } from '../paper/bundle/venues.js';
