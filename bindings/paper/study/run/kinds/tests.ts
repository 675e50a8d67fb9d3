/** Tables of the tests of a model. */
import type { Test } from '../../../../results/test.js';
import { testTable } from '../../../tables/paper/index.js';
import type { ModelTestsTable } from '../../file/study.js';
import { labelled, tableAlone, type TableRunner } from '../runner.js';

export const testsRunner: TableRunner<ModelTestsTable> = {
  prepare: (run, planned) => ({ planned, run, models: [] }),
  make: async ({ planned }, { study, fitOf }) => {
    const { tests } = await fitOf(planned.of);
    const single = Object.entries(tests).filter(([, test]) => isTest(test));
    const byName = Object.fromEntries(single) as Record<string, Test>;
    return tableAlone(testTable(byName, labelled(planned, study)));
  },
};

const isTest = (value: unknown) =>
  typeof value === 'object' && value !== null && 'stat' in value && 'pValue' in value;
