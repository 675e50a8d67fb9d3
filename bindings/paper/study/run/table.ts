/** Runs one table of a study: its models, its comparisons and the table that shows them. */
import { withUnitErrors } from '../../../analysis/bootstrap/groups/errors.js';
import { withDrawnChecks } from '../../../analysis/bootstrap/groups/checks/drawn.js';
import { compareGroups } from '../../../analysis/bootstrap/groups/groups.js';
import { drawnMethods } from '../../../analysis/bootstrap/groups/progress.js';
import { omit } from '../../../core/values/omit.js';
import type { Progress } from '../../../core/jobs/run-options.js';
import type { SplitStep } from '../../../data/index.js';
import type { Preparation } from '../../../models/preparation/preparation.js';
import { namedColumns } from '../../../models/reading/named-columns.js';
import type { Model, ModelInput } from '../../../models/model.js';
import { regressionTable } from '../../report/paper/index.js';
import type { ByName } from '../../../results/common.js';
import type { Test } from '../../../results/test.js';
import type { FitResult } from '../../../results/fit.js';
import type { GroupComparison } from '../../../results/groups.js';
import { indexTable, type PaperTable, testTable } from '../../tables/paper/index.js';
import type { GroupsTable, ModelColumnsTable, Study, StudyTable } from '../file/study.js';
import type { SplitFacts, StudyColumn, StudyModel } from '../result.js';
import { columnsTable } from '../tables/columns.js';
import { type ComparedSplit, withDifferences } from '../tables/differences.js';
import { type GroupedTable, grouped, inGroup } from '../tables/groups.js';
import { modelsSpec, type ShownModel } from '../tables/spec.js';
import { modelName, plannedColumns, printedColumn } from './columns.js';
import { costOf, estimate, type Estimated, type Run } from '../estimates/estimate.js';
import { keeping, stored, workHash } from '../estimates/kept.js';
import { naming } from './failures.js';
import type { PreparedModel, PreparedTable } from './prepared.js';

/** What a table adds to the result of its study. */
export interface TableParts {
  readonly table: PaperTable;
  readonly models: ByName<Estimated>;
  readonly places: readonly StudyModel[];
  readonly columns: readonly StudyColumn[];
  readonly comparisons: readonly GroupComparison[];
  readonly splits: readonly SplitFacts[];
}

/**
 * Finds the models of a table; those of a split need the data.
 *
 * @throws InputError as `grouped`
 */
export function prepareTable(run: Run, planned: StudyTable): PreparedTable {
  if (planned.kind === 'models') return { planned, run, models: planned.models };
  if (planned.kind !== 'split') return { planned, run, models: [] };
  const groups = grouped(run.table, planned);
  const { id, model } = planned;
  const models = groups.groups
    .flatMap((split) =>
      split.values.map((value, group) => ({
        ...{ path: model.path, parts: model.parts, written: model.written },
        ...{ leftOut: model.leftOut, writesItsErrors: model.writesItsErrors },
        model: inGroup(model, split, group),
        group: { by: split.by, value },
        step: split.step,
      })),
    )
    .map((one, i) => ({ ...one, id: `${id}.${i + 1}` }));
  return { planned, run: { ...run, table: groups.table }, models, grouped: groups };
}

/** What a table costs, in replicates. */
export function tableCost({ planned, models }: PreparedTable): number {
  const fits = models.reduce((sum, { model }) => sum + costOf(model), 0);
  return fits + (planned.kind === 'split' ? comparisonCost(planned) * planned.splits.length : 0);
}

function comparisonCost({ compare, model }: GroupsTable): number {
  if (compare === undefined) return 0;
  const drawn = compare.methods.filter((method) => drawnMethods.includes(method)).length;
  return drawn * (compare.reps ?? model.model.bootstrap?.reps ?? usualReps);
}

const usualReps = 9999;

/** The results of a table's models, in their order. */
async function runModels(table: PreparedTable): Promise<Estimated[]> {
  const { run, models } = table;
  const results: Estimated[] = [];
  for (const one of models) {
    const name = modelName(table, one);
    results.push(await naming(name, one.path, () => estimate(run, name, one.model)));
  }
  return results;
}

/** Runs a table. `fitOf` is the result of a model elsewhere in the study. */
export async function runTable(
  prepared: PreparedTable,
  { labels, data, steps, claims }: Study,
  fitOf: (id: string) => Promise<FitResult>,
): Promise<TableParts> {
  const { planned, run } = prepared;
  const nothing = { models: {}, places: [], columns: [], comparisons: [], splits: [] };
  const { id, path, spec } = planned;
  if (planned.kind === 'tests') {
    const { tests } = await fitOf(planned.of);
    const single = Object.entries(tests).filter(([, test]) => isTest(test));
    return {
      ...nothing,
      table: testTable(Object.fromEntries(single) as Record<string, Test>, {
        ...spec,
        labels: { ...labels, ...spec.labels },
      }),
    };
  }
  if (planned.kind === 'index') {
    const shown = { ...spec, labels: { ...labels, ...spec.labels } };
    const index = run.indices[planned.of]!;
    return { ...nothing, table: await naming(id, path, () => indexTable(index, shown)) };
  }
  if (planned.kind !== 'models' && planned.kind !== 'split') {
    const labelled = { ...planned, spec: { ...spec, labels: { ...labels, ...spec.labels } } };
    return {
      ...nothing,
      table: await naming(id, path, () => columnsTable(run, labelled, steps.panel)),
    };
  }
  const estimated = await runModels(prepared);
  const models = Object.fromEntries(prepared.models.map((one, i) => [one.id, estimated[i]!]));
  const fits = estimated.map(({ fit }) => fit);
  const made = await naming(id, path, () =>
    planned.kind === 'models'
      ? plainTable(planned, fits, labels)
      : splitTable(prepared, planned, fits, { labels, claims }),
  );
  const columns = columnsOf(prepared, fits);
  return { ...made, models, places: placesOf(prepared, columns, { data, ...steps }), columns };
}

const isTest = (value: unknown) =>
  typeof value === 'object' && value !== null && 'stat' in value && 'pValue' in value;

function plainTable(
  { models, spec, more }: ModelColumnsTable,
  fits: readonly FitResult[],
  labels: ByName<string>,
): Omit<TableParts, 'models' | 'places' | 'columns'> {
  const shown = models.map(({ parts }, i): ShownModel => ({ fit: fits[i]!, parts }));
  const table = regressionTable(fits, modelsSpec(shown, spec, more, labels));
  return { table, comparisons: [], splits: [] };
}

async function splitTable(
  prepared: PreparedTable,
  planned: GroupsTable,
  fits: readonly FitResult[],
  { labels, claims }: Pick<Study, 'labels' | 'claims'>,
): Promise<Omit<TableParts, 'models' | 'places' | 'columns'>> {
  const { models, grouped: groups } = prepared;
  const isClaimed = claims.some(
    ({ statement, models: named }) =>
      statement.kind === 'difference' && named.some(({ name }) => name === planned.id),
  );
  const { spec, more, model } = planned;
  const shown = models.map(({ group }, i): ShownModel => ({
    fit: fits[i]!,
    parts: model.parts,
    head: group!.value,
  }));
  const whole = modelsSpec(shown, spec, more, labels);
  const splits: ComparedSplit[] = [];
  let first = 1;
  for (const split of groups!.groups) {
    const numbers = split.values.map((_, i) => first + i);
    first += split.values.length;
    splits.push({
      groups: split,
      models: numbers,
      comparison: await compared(prepared, split, isClaimed),
    });
  }
  const width = Math.max(model.parts.length, 1);
  const spans = splits.map(({ groups: { by }, models: numbers }) => ({
    head: whole.labels?.[by] ?? by,
    over: [(numbers[0]! - 1) * width + 1, numbers.at(-1)! * width],
  }));
  const hasSpans = spec.spans === undefined && spec.panels === undefined;
  const spanned = hasSpans ? { ...whole, spans } : whole;
  const table = withDifferences(regressionTable(fits, spanned), splits, fits, spanned);
  return {
    table,
    comparisons: splits.flatMap(({ comparison }) => comparison ?? []),
    splits: splits.flatMap(({ groups: { facts } }) => facts ?? []),
  };
}

/** The comparison of the groups of a split, which it names by the column that is cut. */
async function compared(
  { planned, run }: PreparedTable,
  { by, column, values, written }: GroupedTable['groups'][number],
  isClaimed: boolean,
): Promise<GroupComparison | undefined> {
  const { compare, model } = planned as GroupsTable;
  if (compare === undefined) return undefined;
  const { of, methods, cluster, common } = compare;
  const { bootstrap: spec } = model.model;
  const { engine, options, meter, kept } = run;
  const reps = compare.reps ?? spec?.reps ?? usualReps;
  const seed = compare.seed ?? spec?.seed;
  const isText = run.table.columns.get(column)?.kind === 'text';
  const levels = isText ? values : written;
  const choices = { by: column, levels, of, methods, cluster, common, reps, seed };
  const columns = [
    ...namedColumns(model.model),
    column,
    ...(cluster === undefined ? [] : [cluster]),
  ];
  const input = model.writesItsErrors ? model.written : withUnitErrors(model.model);
  const hash = workHash([input, choices, isClaimed], run.table, columns, engine.info);
  const { workers, workerUrl, runner, signal } = options;
  const onProgress = ({ done }: Progress) => meter.report(planned.id, done, 0);
  const running = { engine, workers, workerUrl, runner, signal, onProgress };
  const compute = async () => {
    const comparison = await compareGroups(run.table, input, { ...choices, ...running });
    if (!isClaimed) return comparison;
    return withDrawnChecks(comparison, run.table, input, { ...choices, ...running });
  };
  const result = await keeping(kept, hash, () => stored(options.storage, hash, compute));
  meter.finish(planned.id, comparisonCost(planned as GroupsTable));
  return {
    ...result,
    by,
    groups: result.groups.map((group, i) => ({ ...group, value: values[i]! })),
  };
}

type DataKeys = Preparation & Pick<Study, 'data'>;

/** The model with the data of the study and what is done to them. */
function modelFile(model: Model, keys: DataKeys, step: SplitStep | undefined): ModelInput {
  const { build = [] } = keys;
  const steps = step === undefined ? build : [...build, step];
  const given = Object.entries(omit(keys, 'build')).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given),
    ...(steps.length > 0 && { build: steps }),
    ...model,
  } as ModelInput;
}

/** The printed columns of a table whose models are estimated. */
function columnsOf(prepared: PreparedTable, fits: readonly FitResult[]): readonly StudyColumn[] {
  const fitOf = (model: PreparedModel) => fits[prepared.models.indexOf(model)]!;
  const planned = plannedColumns(prepared, (model) => fitOf(model).endogenous ?? []);
  return planned.map((one) => printedColumn(prepared.run.engine, one, fitOf(one.model)));
}

/** The models of a table with the printed columns that show each. */
function placesOf(
  { planned, models }: PreparedTable,
  columns: readonly StudyColumn[],
  data: DataKeys,
): StudyModel[] {
  return models.map(({ id, group, model, step }) => {
    const numbers = columns.filter((one) => one.model === id).map(({ column }) => column);
    return {
      ...{
        id,
        table: planned.id,
        model: modelFile(model, data, step),
        columns: [...new Set(numbers)],
      },
      ...(group !== undefined && { group }),
    };
  });
}
