/** Tables of one model in groups of its rows, with tests of the differences. */
import { withUnitErrors } from '../../../../analysis/bootstrap/groups/errors.js';
import { withDrawnChecks } from '../../../../analysis/bootstrap/groups/checks/drawn.js';
import { compareGroups } from '../../../../analysis/bootstrap/groups/groups.js';
import { drawnMethods } from '../../../../analysis/bootstrap/groups/progress.js';
import type { Progress } from '../../../../core/jobs/run-options.js';
import { namedColumns } from '../../../../models/reading/named-columns.js';
import type { FitResult } from '../../../../results/fit.js';
import type { GroupComparison } from '../../../../results/groups.js';
import { regressionTable } from '../../../report/paper/index.js';
import type { Run } from '../../estimates/estimate.js';
import { keeping, stored, workHash } from '../../estimates/kept.js';
import type { GroupsTable, Study } from '../../file/study.js';
import {
  type ComparedSplit,
  pairTables,
  withDifferences,
  withGroupNames,
} from '../../tables/differences.js';
import { type GroupedTable, grouped, inGroup } from '../../tables/groups.js';
import { modelsSpec, type ShownModel } from '../../tables/spec.js';
import { modelParts } from '../model-parts.js';
import type { PreparedTable } from '../prepared.js';
import type { TableParts, TableRunner } from '../runner.js';

export const groupsRunner: TableRunner<GroupsTable> = {
  named: async (planned, names) => ({ ...planned, model: await names.model(planned.model) }),
  prepare: prepareGroups,
  cost: (planned) => comparisonCost(planned) * planned.splits.length,
  make: (prepared, { study }) =>
    modelParts(prepared, study, (fits) => splitTable(prepared, fits, study)),
};

/** @throws InputError as `grouped` */
function prepareGroups(run: Run, planned: GroupsTable): PreparedTable<GroupsTable> {
  const groups = grouped(run.table, planned);
  const { id, model } = planned;
  const models = groups.groups
    .flatMap((split) =>
      split.values.map((value, group) => ({
        ...model,
        model: inGroup(model, split, group),
        group: { by: split.by, value },
        step: split.step,
      })),
    )
    .map((one, i) => ({ ...one, id: `${id}.${i + 1}` }));
  return { planned, run: { ...run, table: groups.table }, models, grouped: groups };
}

function comparisonCost({ compare, model }: GroupsTable): number {
  if (compare === undefined) return 0;
  const drawn = compare.methods.filter((method) => drawnMethods.includes(method)).length;
  return drawn * (compare.reps ?? model.model.bootstrap?.reps ?? usualReps);
}

const usualReps = 9999;

async function splitTable(
  prepared: PreparedTable<GroupsTable>,
  fits: readonly FitResult[],
  { labels, claims }: Study,
): Promise<Pick<TableParts, 'table' | 'appendix' | 'comparisons' | 'splits'>> {
  const { planned, models, grouped: groups } = prepared;
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
  const named = groups!.groups.flatMap(({ by }) => {
    const label = prepared.run.table.columns.get(by)?.label;
    return label === undefined ? [] : [[by, label]];
  });
  const whole = modelsSpec(shown, spec, more, { ...Object.fromEntries(named), ...labels });
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
  const printed = withGroupNames(regressionTable(fits, spanned), splits);
  const table = withDifferences(printed, splits, fits, spanned);
  return {
    table,
    appendix: pairTables(splits, spanned),
    comparisons: splits.flatMap(({ comparison }) => comparison ?? []),
    splits: splits.flatMap(({ groups: { facts } }) => facts ?? []),
  };
}

/** The comparison of the groups of a split, named by the column that is cut. */
async function compared(
  { planned, run }: PreparedTable<GroupsTable>,
  { by, column, values, written }: GroupedTable['groups'][number],
  isClaimed: boolean,
): Promise<GroupComparison | undefined> {
  const { compare, model } = planned;
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
  meter.finish(planned.id, comparisonCost(planned));
  return {
    ...result,
    by,
    groups: result.groups.map((group, i) => ({ ...group, value: values[i]! })),
  };
}
