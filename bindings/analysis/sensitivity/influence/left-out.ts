/** A dynamic panel estimated again without one of its units. */
import * as v from 'valibot';
import type { Engine } from '../../../core/engine/engine.js';
import type { DynamicSample } from '../../../models/dynamic/design/design.js';
import type { DynamicModel } from '../../../models/dynamic/model/model.js';
import type { MomentAnalyses } from '../../../models/protocol.js';
import { momentAnalyses } from '../../../models/refits/dynamic.js';
import { attempt, type Failure } from '../../../core/jobs/failures.js';
import { double, jobStudy } from '../../../core/jobs/study.js';

/** Estimate one model without each of its units. */
export interface InfluenceTask {
  readonly kind: 'influence';
  readonly model: DynamicModel;
  readonly sample: DynamicSample;
  /** Positions of the units in the panel index. */
  readonly units: readonly number[];
}

export interface LeftOut {
  /** Coefficients by position. */
  readonly params: readonly number[];
  readonly hansen: number;
  /** z statistics of the tests of serial correlation, by order. */
  readonly ar: readonly number[];
}

/** The estimate without a unit. Its rows count as incomplete; the calendar and the columns stay the same. */
function leaveOut(
  engine: Engine,
  moments: MomentAnalyses,
  { model, sample }: InfluenceTask,
  unit: number,
): LeftOut | Failure {
  const { unitStart, complete } = sample.design;
  const rest = complete.slice().fill(0, unitStart[unit]!, unitStart[unit + 1]!);
  return attempt(() => {
    const design = { ...sample.design, complete: rest };
    const { params, hansen, ar } = moments.estimate(engine, model, { ...sample, design });
    const orders = Array.from({ length: model.arOrders }, (_, i) => ar[4 * i]!);
    return { params: [...params], hansen, ar: orders };
  });
}

const leftOut = v.looseObject({ params: v.array(double), hansen: double, ar: v.array(double) });

export const influenceStudy = jobStudy<InfluenceTask, LeftOut>({
  kind: 'influence',
  jobsPerWorker: 80,
  first: 4,
  smallest: 4,
  outcome: leftOut,
  async jobOf(engine, task) {
    const moments = await momentAnalyses(task.model);
    return (number) => leaveOut(engine, moments, task, task.units[number]!);
  },
});
