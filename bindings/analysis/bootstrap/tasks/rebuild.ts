/** What replicates need to build indices and samples again, as plain data that a worker can receive. */
import type { Table } from '../../../data/index.js';
import type { RebuiltStep } from '../../../models/preparation/preparation.js';
import type { RefitModel } from '../../../models/refits/refit-model.js';

export interface DrawnUnits {
  /** Unit of each row of the data, -1 for a row that is not drawn. For dpd, all units of the panel count. */
  readonly unitOf: Int32Array;
  readonly count: number;
  /** Names of the units that only an index uses. They are the last units. */
  readonly others: readonly string[];
}

export interface Rebuild extends DrawnUnits {
  readonly refit: RefitModel;
  /** The columns of the data that steps and sample read. */
  readonly table: Table;
  readonly steps: readonly RebuiltStep[];
}
