/** Bootstraps and other analyses over a queue of BullMQ in Redis or Valkey: `wasmetrics/bullmq`. */
export { bullmq, type BullmqOptions } from './runner.js';
export type { Connection } from './store.js';
export { type RunningWorker, startWorker, type WorkerOptions } from './worker.js';
