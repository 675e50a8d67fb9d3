/** `wasmetrics/resampling`: bootstrap, jackknife and permutations of statistics that the caller defines. */
export * from '../../core/engine/entry.js';
export type { Progress } from '../../core/jobs/run-options.js';
export {
  bootstrapStatistic,
  type BootstrapStatisticOptions,
  bootstrapSums,
  type StatisticBootstrap,
} from './bootstrap.js';
export type { Rows, RunKeys, SampleKeys } from './inputs.js';
export { jackknife, type JackknifeResult, type JackknifeSummary } from './jackknife.js';
export { permuteStatistic, type PermutedStatistic, type PermuteOptions } from './permutation.js';
export type { ModuleFunction, RowStatistic, SumStatistic, Value } from './study.js';
