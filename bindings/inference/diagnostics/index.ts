export { diagnostics, type Diagnostics, type DiagnosticsOptions } from './diagnostics.js';
export type { HeteroskedasticityTests } from './heteroskedasticity.js';
export type { BreuschGodfrey, Statistic } from './serial-correlation.js';
