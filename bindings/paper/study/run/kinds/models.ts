/** Tables of models, one column or more for each. */
import { regressionTable } from '../../../report/paper/index.js';
import type { ModelColumnsTable } from '../../file/study.js';
import { modelsSpec, type ShownModel } from '../../tables/spec.js';
import { modelParts } from '../model-parts.js';
import { inOrder, type TableRunner } from '../runner.js';

export const modelsRunner: TableRunner<ModelColumnsTable> = {
  named: async (planned, names) => ({
    ...planned,
    models: await inOrder(planned.models, names.model),
  }),
  prepare: (run, planned) => ({ planned, run, models: planned.models }),
  make: (prepared, { study }) =>
    modelParts(prepared, study, (fits) => {
      const { models, spec, more } = prepared.planned;
      const shown = models.map(({ parts, head }, i): ShownModel => ({
        fit: fits[i]!,
        parts,
        head,
      }));
      const table = regressionTable(fits, modelsSpec(shown, spec, more, study.labels));
      return { table, comparisons: [], splits: [] };
    }),
};
