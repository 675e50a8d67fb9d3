export { bootstrap, type BootstrapRun, withBootstrap } from './bootstrap.js';
export {
  compareGroups,
  type GroupComparison,
  type GroupDifference,
  type GroupEstimate,
  type GroupMethod,
  type GroupOptions,
} from './groups.js';
export { type BootstrapOptions, bootstrapOptions, type ShardOptions } from './options.js';
export type { PermutationOptions } from './permutation-options.js';
export { type PermutationTest, permutationTest } from './permutation-test.js';
export type { Progress } from './progress.js';
export type { Replicates } from './replicates.js';
export type { CheckpointStorage } from './saver.js';
export type { Shard } from './shard.js';
export {
  bootstrapShard,
  mergeShards,
  type ShardFile,
  type ShardResult,
  type ShardRun,
} from './shards.js';
export { type Bootstrapped, streamBootstrap, type StreamOptions } from './stream.js';
