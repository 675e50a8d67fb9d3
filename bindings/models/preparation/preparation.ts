/** The steps that run before a model, and their results. */
import type { LocalOptions } from '../../core/jobs/run-options.js';
import type { SplitFacts } from '../../data/steps/facts.js';
import type { BuildStep } from '../../data/steps/step.js';
import type { PanelKeys } from '../../data/panel/panel.js';
import type { Table } from '../../data/table.js';
import type { ByName } from '../../results/common.js';
import type { CompositeIndex } from '../../results/indices/composite-index.js';
import type { DataPlace, DataSteps, DataStepsInput } from '../schema/data-keys.js';

/** The steps, and the panel that their lags use. */
export interface Preparation extends DataSteps {
  readonly panel?: PanelKeys | undefined;
}

export interface PreparationInput extends DataStepsInput {
  /** The columns of units and periods, which lags in steps need. */
  readonly panel?: PanelKeys | undefined;
}

export interface PrepareOptions extends LocalOptions {
  /** Reads the file of a merge. By default its path is relative to the working directory. */
  readonly read?: ((place: DataPlace) => Promise<Table>) | undefined;
}

/** A table after its steps, with the indices and splits that the steps made. */
export interface Steps {
  readonly table: Table;
  readonly indices: ByName<CompositeIndex>;
  readonly splits: readonly SplitFacts[];
}

/** A step that replicates of a bootstrap repeat, with the panel of its lags. */
export interface RebuiltStep {
  readonly step: BuildStep;
  readonly panel?: PanelKeys | undefined;
}
