export { diagnostics, type DiagnosticsOptions } from './diagnostics.js';
export type * from '../../../results/inference/diagnostics.js';
