/** How tables of a kind run: from their models to their content. */
import type { ByName } from '../../../results/common.js';
import type { GroupComparison } from '../../../results/groups.js';
import type { PaperTable } from '../../tables/paper/index.js';
import type { Estimated, Run } from '../estimates/estimate.js';
import type { DrawnColumn } from '../figures/make.js';
import type { PlannedModel, Study, StudyTable } from '../file/study.js';
import type { SplitFacts, StudyColumn, StudyModel } from '../result.js';
import type { PreparedTable } from './prepared.js';

/** What a table contributes to the study's result. */
export interface TableParts {
  readonly table: PaperTable;
  /** Tables for an appendix. */
  readonly appendix?: readonly PaperTable[];
  readonly models: ByName<Estimated>;
  readonly places: readonly StudyModel[];
  readonly columns: readonly StudyColumn[];
  readonly comparisons: readonly GroupComparison[];
  readonly splits: readonly SplitFacts[];
}

/** What the tables of a study share. */
export interface StudyParts {
  readonly study: Study;
  /** Returns the column that a reference names, or the models of a table. */
  readonly columnsOf: (reference: string) => Promise<readonly DrawnColumn[]>;
}

/** Finds what names in a study mean among the columns of the data. */
export interface Names {
  model(planned: PlannedModel): Promise<PlannedModel>;
  filter(where: string): string;
}

export interface TableRunner<Planned extends StudyTable> {
  /** The table with its names resolved, for kinds that have models or filters. */
  named?(planned: Planned, names: Names): Promise<Planned>;
  /** Finds the models of a table. */
  prepare(run: Run, planned: Planned): PreparedTable<Planned>;
  /** The cost of a table in addition to its models, in replicates. */
  cost?(planned: Planned): number;
  make(table: PreparedTable<Planned>, parts: StudyParts): Promise<TableParts>;
}

/** The parts of a table that has no models. */
export function tableAlone(table: PaperTable): TableParts {
  return { table, models: {}, places: [], columns: [], comparisons: [], splits: [] };
}

/** The specification of a table with the labels of its study. */
export function labelled({ spec }: StudyTable, { labels }: Study): StudyTable['spec'] {
  return { ...spec, labels: { ...labels, ...spec.labels } };
}

/** Maps a list one after another. */
export async function inOrder<From, To>(
  list: readonly From[],
  each: (from: From) => Promise<To>,
): Promise<To[]> {
  const results: To[] = [];
  for (const one of list) results.push(await each(one));
  return results;
}
