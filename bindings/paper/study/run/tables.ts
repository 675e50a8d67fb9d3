/** Runs the tables of a study, each by the runner of its kind. */
import { costOf, type Run } from '../estimates/estimate.js';
import type { StudyTable } from '../file/study.js';
import { balanceRunner, correlateRunner, describeRunner } from './kinds/columns.js';
import { groupsRunner } from './kinds/groups.js';
import { indexRunner } from './kinds/index-weights.js';
import { modelsRunner } from './kinds/models.js';
import { marginsRunner, multiverseRunner, testsRunner } from './kinds/results.js';
import type { PreparedTable } from './prepared.js';
import type { Names, StudyParts, TableParts, TableRunner } from './runner.js';

type TableOf<Kind, Table = StudyTable> = Table extends { readonly kind: infer Own }
  ? Kind extends Own
    ? Table
    : never
  : never;

const runners: { readonly [Kind in StudyTable['kind']]: TableRunner<TableOf<Kind>> } = {
  models: modelsRunner,
  split: groupsRunner,
  describe: describeRunner,
  balance: balanceRunner,
  correlate: correlateRunner,
  margins: marginsRunner,
  tests: testsRunner,
  multiverse: multiverseRunner,
  index: indexRunner,
};

const runnerOf = ({ kind }: StudyTable): TableRunner<StudyTable> => runners[kind];

/** The table with its names resolved against the columns of the data. */
export async function namedTable(planned: StudyTable, names: Names): Promise<StudyTable> {
  return (await runnerOf(planned).named?.(planned, names)) ?? planned;
}

/**
 * Finds the models of a table; those of a split need the data.
 *
 * @throws InputError as `grouped`
 */
export function prepareTable(run: Run, planned: StudyTable): PreparedTable {
  return runnerOf(planned).prepare(run, planned);
}

/** The cost of a table, in replicates. */
export function tableCost({ planned, models }: PreparedTable): number {
  const fits = models.reduce((sum, { model }) => sum + costOf(model), 0);
  return fits + (runnerOf(planned).cost?.(planned) ?? 0);
}

export function runTable(prepared: PreparedTable, parts: StudyParts): Promise<TableParts> {
  return runnerOf(prepared.planned).make(prepared, parts);
}
