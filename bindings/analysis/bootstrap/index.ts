export { bootstrap, withBootstrap } from './bootstrap.js';
export { compareGroups } from './groups/groups.js';
export type * from '../../results/groups.js';
export type * from '../../results/permutation.js';
export type { GroupOptions } from './groups/options.js';
export { multipleTests, type MultipleTestOptions } from './multiple/multiple-tests.js';
export type * from '../../results/hypotheses.js';
export { type BootstrapOptions, bootstrapOptions, type ShardOptions } from './options.js';
export type { PermutationOptions } from './permutation/options.js';
export { permutationTest } from './permutation/permutation-test.js';
export type { BootstrapProgress } from './running/progress.js';
export type { BootstrapRun } from './running/start.js';
export type { Replicates } from './replicates.js';
export type { CheckpointStorage } from './storage/saver.js';
export { type Shard, shardRange } from './shard-range.js';
export type { ShardResult, ShardRun } from './shards/shard.js';
export { mergeShards, type ShardFile } from './shards/merge-shards.js';
export {
  bootstrapWork,
  type BootstrapWork,
  mergeParts,
  type MergeOptions,
  type PartContents,
  readPart,
} from './shards/parts.js';
export type { RunIdentity } from './storage/identity.js';
export { type Bootstrapped, streamBootstrap, type StreamOptions } from './stream.js';
export { bootstrapStored, collectStored, type FindChunks } from './stored/stored-bootstrap.js';
export type { StoredReplicates } from './stored/summarize-stored.js';
