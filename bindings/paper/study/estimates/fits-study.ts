/** A worker's part of the estimation of a study: the result of each of its models. */
import { sharedTable, type Table } from '../../../data/index.js';
import { attempt } from '../../../core/jobs/failures.js';
import { jobStudy } from '../../../core/jobs/study.js';
import { estimatorOf } from '../../../models/estimators.js';
import type { Model } from '../../../models/model.js';
import type { FitResult } from '../../../results/fit.js';

export interface FitsTask {
  readonly kind: 'study-fits';
  readonly table: Table;
  readonly models: readonly Model[];
}

export interface FittedModel {
  readonly result: FitResult;
}

export const fitsStudy = jobStudy<FitsTask, FittedModel>({
  kind: 'study-fits',
  jobsPerWorker: 8,
  first: 1,
  smallest: 1,
  jobOf(engine, { models, table }) {
    const shared = sharedTable(table);
    return (number) =>
      attempt(() => {
        const model = models[number]!;
        const estimator = estimatorOf(model);
        return { result: estimator.fit(engine, model, shared).result };
      });
  },
});
