export { bootstrap, type BootstrapRun, withBootstrap } from './bootstrap.js';
export {
  compareGroups,
  type GroupComparison,
  type GroupDifference,
  type GroupEstimate,
} from './groups/groups.js';
export { type GroupMethod, type GroupOptions } from './groups/options.js';
export { type BootstrapOptions, bootstrapOptions, type ShardOptions } from './options.js';
export type { PermutationOptions } from './permutation/options.js';
export { type PermutationTest, permutationTest } from './permutation/permutation-test.js';
export type { BootstrapProgress } from './progress.js';
export type { Replicates } from './replicates.js';
export type { CheckpointStorage } from './storage/saver.js';
export type { Shard } from '../jobs/range.js';
export type { ShardResult, ShardRun } from './shard.js';
export { mergeShards, type ShardFile } from './merge-shards.js';
export { type Bootstrapped, streamBootstrap, type StreamOptions } from './stream.js';
