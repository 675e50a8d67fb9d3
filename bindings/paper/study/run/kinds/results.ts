/** Tables of effects, tests and specifications of a model of the study. */
import { multipleTests } from '../../../../analysis/bootstrap/multiple/multiple-tests.js';
import { delta } from '../../../../analysis/inference/delta-method.js';
import { diagnostics } from '../../../../analysis/inference/diagnostics/diagnostics.js';
import { hausman } from '../../../../analysis/inference/hausman.js';
import { wald } from '../../../../analysis/inference/wald.js';
import { margins } from '../../../../analysis/postestimation/margins/margins.js';
import { multiverse } from '../../../../analysis/sensitivity/multiverse/multiverse.js';
import type { Tests } from '../../../../results/fit.js';
import type { Test } from '../../../../results/test.js';
import { resultTable } from '../../../report/paper/index.js';
import { type PaperTable, testTable } from '../../../tables/paper/index.js';
import type { Run } from '../../estimates/estimate.js';
import type { DrawnColumn } from '../../figures/make.js';
import type { MarginsTable, ModelTestsTable, MultiverseTable } from '../../file/study.js';
import { badStudyValue } from '../../file/errors.js';
import * as wanted from '../../../../words/expectations/paper/studies.js';
import { naming } from '../failures.js';
import { inOrder, labelled, type StudyParts, tableAlone, type TableRunner } from '../runner.js';

type ResultTable = MarginsTable | ModelTestsTable | MultiverseTable;

type Maker<Planned> = (
  planned: Planned,
  columns: readonly [DrawnColumn, ...DrawnColumn[]],
  parts: StudyParts & { readonly run: Run },
) => Promise<PaperTable>;

/** Makes the table of what a function computes from the models. */
function resultRunner<Planned extends ResultTable>(made: Maker<Planned>): TableRunner<Planned> {
  return {
    prepare: (run, planned) => ({ planned, run, models: [] }),
    make: ({ planned, run }, parts) =>
      naming(planned.id, planned.path, async () => {
        const all = (await inOrder(planned.columns, parts.columnsOf)).flat();
        checkNumber(planned, all);
        const shown = { ...planned, spec: labelled(planned, parts.study) };
        return tableAlone(await made(shown, all as [DrawnColumn], { ...parts, run }));
      }),
  };
}

/** Only adjusted p-values are of several models. */
function checkNumber(
  { keys, kind, path, columns }: ResultTable,
  all: readonly DrawnColumn[],
): void {
  if (all.length === 1 || ('adjust' in keys && keys.adjust !== undefined)) return;
  const expected = wanted.oneColumn({ column: all[0]!.id });
  throw badStudyValue(`${path}.${kind === 'tests' ? kind : 'of'}`, expected, columns.join(' '));
}

export const marginsRunner = resultRunner<MarginsTable>(async ({ keys, spec }, [{ fit }]) => {
  const { over, at: places, means, points, level } = keys;
  const results = await inOrder(keys.margins, (of) =>
    margins(fit, { of, over, at: places, means, points, level }),
  );
  return resultTable(results, spec);
});

export const testsRunner = resultRunner<ModelTestsTable>(async (planned, columns, parts) => {
  const { keys, spec } = planned;
  const [{ fit }] = columns;
  const { hypotheses, functions, diagnostics: assumptions, robust, adjust } = keys;
  const { level = fit.level } = keys;
  if (adjust !== undefined) {
    const { reps, seed } = keys;
    const fits = columns.map((column) => column.fit);
    return resultTable(
      await multipleTests(fits, { of: hypotheses ?? [], adjust, reps, seed }),
      spec,
    );
  }
  const [other] = keys.hausman === undefined ? [] : await parts.columnsOf(keys.hausman);
  const computed = {
    ...(hypotheses && { wald: await wald(fit, hypotheses, { level }) }),
    ...(functions && { functions: (await delta(fit, functions, { level })).functions }),
    ...(assumptions === true && { diagnostics: await diagnostics(fit) }),
    ...(other && { hausman: await hausman(fit, other.fit, { robust }) }),
  };
  if (Object.keys(computed).length === 0) return modelTests(fit.tests, spec);
  return resultTable({ kind: 'tests', statistic: fit.statistic, level, ...computed }, spec);
});

/** The tests that the model itself has. */
function modelTests({ ar = [], ...tests }: Tests, spec: ModelTestsTable['spec']): PaperTable {
  const single = Object.entries(tests).filter(([, test]) => isTest(test));
  const serial = ar.map(({ order, ...test }) => [`AR(${order})`, test]);
  return testTable(Object.fromEntries([...single, ...serial]) as Record<string, Test>, spec);
}

const isTest = (value: unknown) =>
  typeof value === 'object' && value !== null && 'stat' in value && 'pValue' in value;

export const multiverseRunner = resultRunner<MultiverseTable>(
  async (planned, [column], { run }) => {
    const { keys, spec } = planned;
    const { multiverse: coefficient, over, conditions, bootstrap } = keys;
    const { model, table } = column;
    const { engine, options } = run;
    const { workers, workerUrl, runner, signal } = options;
    const running = { engine, workers, workerUrl, runner, signal };
    const choices = { coefficient, over, conditions, bootstrap };
    const result = await multiverse(table, model, { ...choices, ...running });
    return resultTable(result, spec);
  },
);
