/** A table whose models and groups are known, before it runs. */
import type { SplitStep } from '../../../data/index.js';
import type { PlannedModel, StudyTable } from '../file/study.js';
import type { StudyModel } from '../result.js';
import type { GroupedTable } from '../tables/groups.js';
import type { Run } from '../estimates/estimate.js';

export interface PreparedModel extends PlannedModel {
  readonly group?: StudyModel['group'];
  /** The step that makes its group's column. */
  readonly step?: SplitStep | undefined;
}

export interface PreparedTable<Planned extends StudyTable = StudyTable> {
  readonly planned: Planned;
  /** The data with the group columns. */
  readonly run: Run;
  readonly models: readonly PreparedModel[];
  readonly grouped?: GroupedTable;
}

/** The prepared tables by name; a table that cannot be prepared has its error. */
export type Prepared = ReadonlyMap<string, PreparedTable | { readonly error: unknown }>;
