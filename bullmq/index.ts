/** Bootstraps and other analyses over a queue of BullMQ in Redis or Valkey: `wasmetrics/bullmq`. */
export { bullmq } from './runner.js';
export type { BullmqOptions } from './options.js';
export type { Connection } from './address.js';
export type { Trust } from './seal.js';
export { type RunningWorker, startWorker, type WorkerOptions } from './worker.js';
