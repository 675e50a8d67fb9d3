/** Plans a bootstrap for programs that only bootstrap dynamic panels. */
import type { DpdFitted } from '../../../models/dpd/index.js';
import type { FitResult } from '../../../results/fit.js';
import type { BootstrapOptions } from '../options.js';
import { defaultIntervals } from '../summary/scheme.js';
import { readStatistics } from '../summary/statistics.js';
import { dpdTask } from '../tasks/dpd.js';
import { checkPlan, planFrom, type ResolvedTask, type RunPlan } from './plan.js';

/** @throws InputError `no-bootstrap`, `bad-value`, `too-many-replicates` */
export function planDpd(fit: FitResult, context: DpdFitted, options: BootstrapOptions): RunPlan {
  const plan = planFrom({ fit, context }, resolveDpd(context, options), options);
  checkPlan(plan);
  return plan;
}

/** @throws InputError `no-bootstrap`, `bad-value` */
export function resolveDpd(context: DpdFitted, options: BootstrapOptions): ResolvedTask {
  const statistics = readStatistics(options.statistics);
  const task = dpdTask(context, options, statistics.tests);
  const ci = options.ci ?? defaultIntervals(task.scheme);
  const arCentred = task.statistics.centre !== null;
  return { task, ci, statistics, each: 0, arCentred };
}
