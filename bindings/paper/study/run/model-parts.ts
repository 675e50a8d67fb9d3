/**
 * What a table of models contributes to the study's result: the models' results, and the printed columns that show
 * them.
 */
import { omit } from '../../../core/values/omit.js';
import type { SplitStep } from '../../../data/index.js';
import type { Preparation } from '../../../models/preparation/preparation.js';
import type { Model, ModelInput } from '../../../models/model.js';
import type { FitResult } from '../../../results/fit.js';
import { estimate, type Estimated } from '../estimates/estimate.js';
import type { Study } from '../file/study.js';
import type { StudyColumn, StudyModel } from '../result.js';
import { modelName, plannedColumns, printedColumn } from './columns.js';
import { naming } from './failures.js';
import type { PreparedModel, PreparedTable } from './prepared.js';
import type { TableParts } from './runner.js';

/** Estimates the models of a table and makes the table from their results. */
export async function modelParts(
  prepared: PreparedTable,
  { data, steps }: Study,
  made: (fits: readonly FitResult[]) => ShownParts | Promise<ShownParts>,
): Promise<TableParts> {
  const { id, path } = prepared.planned;
  const estimated = await runModels(prepared);
  const models = Object.fromEntries(
    prepared.models.map((preparedModel, i) => [preparedModel.id, estimated[i]!]),
  );
  const fits = estimated.map(({ fit }) => fit);
  const shown = await naming(id, path, () => made(fits));
  const columns = columnsOf(prepared, fits);
  return { ...shown, models, places: placesOf(prepared, columns, { data, ...steps }), columns };
}

type ShownParts = Pick<TableParts, 'table' | 'appendix' | 'comparisons' | 'splits'>;

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

type DataKeys = Preparation & Pick<Study, 'data'>;

/** The model with the study's data and their steps. */
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
  return planned.map((plannedColumn) =>
    printedColumn(prepared.run.engine, plannedColumn, fitOf(plannedColumn.model)),
  );
}

/** The models of a table, with the printed columns that show each. */
function placesOf(
  { planned, models }: PreparedTable,
  columns: readonly StudyColumn[],
  data: DataKeys,
): StudyModel[] {
  return models.map(({ id, group, model, step }) => {
    const numbers = columns
      .filter((studyColumn) => studyColumn.model === id)
      .map(({ column }) => column);
    return {
      id,
      table: planned.id,
      model: modelFile(model, data, step),
      columns: [...new Set(numbers)],
      ...(group !== undefined && { group }),
    };
  });
}
