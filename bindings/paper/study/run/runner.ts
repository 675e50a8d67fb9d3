/** How the tables of a kind run: from their models to what they show. */
import type { FitResult } from '../../../results/fit.js';
import type { ByName } from '../../../results/common.js';
import type { GroupComparison } from '../../../results/groups.js';
import type { PaperTable } from '../../tables/paper/index.js';
import type { Estimated, Run } from '../estimates/estimate.js';
import type { Study, StudyTable } from '../file/study.js';
import type { SplitFacts, StudyColumn, StudyModel } from '../result.js';
import type { PreparedTable } from './prepared.js';

/** What a table adds to the result of its study. */
export interface TableParts {
  readonly table: PaperTable;
  readonly models: ByName<Estimated>;
  readonly places: readonly StudyModel[];
  readonly columns: readonly StudyColumn[];
  readonly comparisons: readonly GroupComparison[];
  readonly splits: readonly SplitFacts[];
}

/** What the tables of a study share. */
export interface StudyParts {
  readonly study: Study;
  /** The result of a model elsewhere in the study. */
  readonly fitOf: (id: string) => Promise<FitResult>;
}

export interface TableRunner<Planned extends StudyTable> {
  /** Finds the models of a table. */
  prepare(run: Run, planned: Planned): PreparedTable<Planned>;
  /** What a table costs besides its models, in replicates. */
  cost?(planned: Planned): number;
  make(table: PreparedTable<Planned>, parts: StudyParts): Promise<TableParts>;
}

/** The parts of a table without models of its own. */
export function tableAlone(table: PaperTable): TableParts {
  return { table, models: {}, places: [], columns: [], comparisons: [], splits: [] };
}

/** The specification of a table with the labels of its study. */
export function labelled({ spec }: StudyTable, { labels }: Study): StudyTable['spec'] {
  return { ...spec, labels: { ...labels, ...spec.labels } };
}
