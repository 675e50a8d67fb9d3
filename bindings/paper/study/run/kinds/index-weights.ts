/** Tables of the weights of an index that the study builds. */
import { indexTable } from '../../../tables/paper/index.js';
import type { IndexWeightsTable } from '../../file/study.js';
import { naming } from '../failures.js';
import { labelled, tableAlone, type TableRunner } from '../runner.js';

export const indexRunner: TableRunner<IndexWeightsTable> = {
  prepare: (run, planned) => ({ planned, run, models: [] }),
  make: ({ planned, run }, { study }) =>
    naming(planned.id, planned.path, () =>
      tableAlone(indexTable(run.indices[planned.of]!, labelled(planned, study))),
    ),
};
