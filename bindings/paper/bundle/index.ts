export { bundleLimits } from './archive/limits.js';
export { packTarball } from './archive/tarball.js';
export { readZip } from './archive/read-zip.js';
export { packZip } from './archive/write-zip.js';
export { bundleCodebook, type CodebookRow } from './codebook.js';
export { type BundleComparison, type ComparedItem, compareOutputs } from './compare/compare.js';
export {
  compareRemade,
  type NotCompared,
  type Remade,
  type RemadeComparison,
} from './compare/remade.js';
export type { WrongStatement } from './compare/statements.js';
export { type CheckedBundle, checkBundle, readBundleFacts } from './trust.js';
export { bundleFiles, type BundleParts, remadeFiles, resealedFiles } from './documents.js';
export type {
  BundleData,
  BundleEngine,
  BundleFacts,
  BundleFiles,
  BundleItem,
  BundleSeed,
  HashedFile,
  RunRecord,
  Shipment,
  VenueName,
} from './facts.js';
export { bundleFacts, type BundleRun } from './make-facts.js';
export { checkManifest, hashed as hashedFile, type ManifestCheck } from './manifest.js';
export { type BundlePlan, type NamedData, type NamedFile, planBundle } from './plan.js';
export { type Venue, venues } from './venues.js';
export { venueNames } from './facts.js';
export { findPersonal, type PersonalFinding, type PersonalKind } from './confidential/personal.js';
export {
  type SyntheticData,
  type SyntheticOptions,
  syntheticTable,
} from './confidential/synthetic.js';
export { type BundleForm, bundleForm, type FormLine, type FormOptions } from './form/form.js';
