/** `wasmetrics/jobs`: work that runs on other machines, for runners of one's own. */
export * from '../core/engine/entry.js';
export type { CheckpointStorage } from '../analysis/bootstrap/storage/saver.js';
export {
  bootstrapStored,
  collectStored,
  type FindChunks,
} from '../analysis/bootstrap/stored/stored-bootstrap.js';
export type { StoredReplicates } from '../analysis/bootstrap/stored/summarize-stored.js';
export type { CountedFailure, Failure } from '../core/jobs/failures.js';
export type { JobRunner, RepeatedWork, SharedWork, StoredChunks } from '../core/jobs/job-runner.js';
export { decodePlain, encodePlain } from '../core/jobs/plain-data.js';
export { computeJobs, type ComputeOptions } from '../workers/compute-jobs.js';
export { checkTask, isChunkOf } from '../workers/outside.js';
