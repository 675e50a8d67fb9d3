/** The errors of programs on top of the library: the command line, the queue and the page. */
export * as benchModel from './bench/model.js';
export * as benchSuite from './bench/suite.js';
export * as bundles from './bundles.js';
export * as jobFolders from './cluster.js';
export * as commands from './commands.js';
export * as commandData from './data.js';
export * as engines from './engines.js';
export * as commandFiles from './files.js';
export * as modelFiles from './models.js';
export * as notices from './notices.js';
export * as parts from './parts.js';
export * as queue from './queue.js';
export * as stores from './stores.js';
export * as studyFiles from './study.js';
export * as usage from './usage.js';
export * as yaml from './yaml.js';
