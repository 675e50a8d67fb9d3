import type { Arena } from '../../../core/engine/arena.js';
import type { Engine } from '../../../core/engine/engine.js';
import { ReplicateCovariance } from '../../../generated/codes.js';
import { dpdStatistics } from '../../../generated/records.js';
import { putDesign } from '../estimate/records.js';
import type { UnitMomentsTask } from './task.js';

/** Fills a plan in the core's memory and returns the status of the core. */
export function putTask(engine: Engine, arena: Arena, task: UnitMomentsTask, plan: number): number {
  const { covariance, factor, hansen, ntests, tests, arOrders, arLevels, centre } = task.statistics;
  const statistics = arena.putRecord(dpdStatistics, {
    covariance: ReplicateCovariance[covariance],
    factor,
    hansen: Number(hansen),
    ntests,
    tests: arena.putBytes(tests),
    arOrders,
    arLevels: Number(arLevels),
    centre: centre === null ? 0 : arena.putFloats(centre),
    thresholds: task.thresholds === null ? 0 : arena.putInts(task.thresholds),
  });
  const moments = task.moments === null ? 0 : arena.putFloats(task.moments);
  const design = putDesign(arena, task.design);
  return engine.exports.dpd_prepare(design, task.steps, moments, statistics, plan);
}
