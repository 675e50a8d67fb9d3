export { bootstrap, type BootstrapOptions, type BootstrapRun, withBootstrap } from './bootstrap.js';
export type { Progress } from './progress.js';
export type { Replicates } from './replicates.js';
