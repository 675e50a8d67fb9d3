/** The models of a study as models that run alone. */
import type { ModelInput } from '../models/model.js';
import type { ByName } from '../results/common.js';
import type { StudyInput } from './file/input.js';
import { readStudy } from './file/read.js';
import type { PlannedModel, PlannedSplit, StudyTable } from './file/study.js';
import type { StudyModel, StudyResult } from './result.js';

/**
 * Each model of a result by its identifier, such as `T5.2`, with the data and steps of the study: as a model file that
 * gives the same estimates. A model of a group that no filter of rows can say is left out.
 *
 * @throws as `defineStudy`
 */
export function studyModels(
  study: StudyInput,
  { places, splits }: StudyResult,
): ByName<ModelInput> {
  const { tables, data, steps } = readStudy(study);
  const { reshape, merge, build } = steps;
  const shared = Object.entries({ data: study.data ?? data, reshape, merge, build }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const entries = places.flatMap((place) => {
    const table = tables.find(({ id }) => id === place.table);
    const model = table === undefined ? undefined : modelAt(table, place, splits);
    return model === undefined
      ? []
      : [[place.id, { ...Object.fromEntries(shared), ...model } as ModelInput] as const];
  });
  return Object.fromEntries(entries);
}

function modelAt(
  table: StudyTable,
  { id, group }: StudyModel,
  facts: StudyResult['splits'],
): ModelInput | undefined {
  if (table.kind === 'models') return table.models.find((one) => one.id === id)?.written;
  if (table.kind !== 'split' || group === undefined) return undefined;
  const split = table.splits.find(({ by }) => by === group.by);
  const filter = split && filterOf(split, group.value, facts);
  return filter === undefined ? undefined : filtered(table.model, filter);
}

function filtered({ written }: PlannedModel, filter: string): ModelInput {
  const { where } = written;
  return { ...written, where: where === undefined ? filter : `(${where}) && ${filter}` };
}

/** Rows of a value of a column, or between the cuts of a column that is cut by row. */
function filterOf(
  { by, at, level = 'row' }: PlannedSplit,
  value: string,
  facts: StudyResult['splits'],
): string | undefined {
  const column = `\`${by}\``;
  if (at === undefined) {
    if (/^-?\d+(?:\.\d+)?$/.test(value)) return `${column} == ${value}`;
    return value.includes('"') ? undefined : `${column} == "${value}"`;
  }
  const split = facts.find((one) => one.by === by && one.level === level);
  if (split === undefined || level !== 'row') return undefined;
  const part = Object.keys(split.counts).indexOf(value);
  if (part < 0) return undefined;
  const [low, high] = [split.cuts[part - 1], split.cuts[part]];
  return [
    ...(low === undefined ? [] : [`${column} >= ${low}`]),
    ...(high === undefined ? [] : [`${column} < ${high}`]),
  ].join(' && ');
}
