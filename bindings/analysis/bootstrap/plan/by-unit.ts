/** Plans a bootstrap whose replicates come from the moments of units. */
import type { FitContext } from '../../../models/fit-context.js';
import type { UnitDraws } from '../../../models/protocol.js';
import type { BootstrapOptions } from '../options.js';
import { defaultIntervals } from '../summary/scheme.js';
import { readStatistics } from '../summary/statistics.js';
import type { ResolvedTask } from './plan.js';

/** @throws InputError `no-bootstrap`, `bad-value` */
export function resolveByUnit(
  byUnit: UnitDraws<FitContext>,
  context: FitContext,
  options: BootstrapOptions,
): ResolvedTask {
  const statistics = readStatistics(options.statistics);
  const task = byUnit.task(context, options, statistics.tests);
  const ci = options.ci ?? defaultIntervals(task.scheme);
  const arCentred = task.statistics.centre !== null;
  return { task, ci, statistics, each: 0, arCentred };
}
