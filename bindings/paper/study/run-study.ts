/** Runs a study: data, models, tables, figures and claims. */
import { newEngine } from '../../core/engine/engine.js';
import { EconError, InputError } from '../../core/errors/errors.js';
import {
  type DataInput,
  findColumn,
  type Table,
  toTable,
  withQuotedNames,
} from '../../data/index.js';
import { runSteps } from '../../models/preparation/prepare.js';
import { noData } from '../../words/errors/paper/studies.js';
import { readStudy } from './file/read.js';
import type { StudyInput } from './file/input.js';
import type { Run } from './estimates/estimate.js';
import { keptResults } from './estimates/kept.js';
import { withColumnNames } from '../../models/reading/column-names.js';
import type { PlannedModel, Study } from './file/study.js';
import { checkOptions, type StudyOptions } from './estimates/options.js';
import { openMeter } from './estimates/progress.js';
import { withPartLabels } from './columns/parts.js';
import { readPlace } from './run/read-place.js';
import { inOrder } from './run/runner.js';
import { namedTable } from './run/tables.js';
import { chosenOf } from './run/chosen.js';
import { runParts } from './run/parts.js';
import type { StudyResult } from './result.js';

/**
 * Checks a study. Its type lets an editor complete and check the keys.
 *
 * @throws as `runStudy`, for errors that do not depend on data
 */
export function defineStudy<const Input extends StudyInput>(study: Input): Input {
  readStudy(study);
  return study;
}

/**
 * Runs a study. A table or figure that fails is listed in `failed`, and the others are made.
 *
 * @param data - by default what the key `data` of the study names
 * @throws InputError with the path of the place, such as `tables.T5.models[1].vcov`: `unknown-key`, `bad-value`,
 *   `unknown-set`, `unknown-table`, `unknown-model`, `unknown-claim`, `claim-not-run`, and those of models; `no-data`,
 *   and those of data and its steps
 */
export async function runStudy(
  study: StudyInput,
  data?: DataInput,
  options: StudyOptions = {},
): Promise<StudyResult> {
  checkOptions(options);
  const read = readStudy(study);
  const chosen = chosenOf(read, options);
  const engine = options.engine ?? (await newEngine());
  const source = data === undefined ? await readData(read, options) : toTable(data);
  const steps = await runSteps(source, read.steps, { engine, read: options.read });
  checkPanel(read, steps.table);
  const { study: named, table } = await withNamesOf(read, steps.table);
  const meter = openMeter(options.onProgress);
  const run: Run = {
    table: withPartLabels(table, steps.splits, read.language ?? 'en'),
    engine,
    options,
    meter,
    kept: options.kept ?? keptResults(),
    fits: new Map(),
    notices: new Map(),
    indices: steps.indices,
  };
  return runParts(named, steps, run, chosen);
}

/** Checks the panel once, so that a panel missing in the data is one error, not one per model. */
function checkPanel({ steps: { panel } }: Study, table: Table): void {
  if (panel === undefined) return;
  findColumn(table, panel.unit, 'panel.unit');
  findColumn(table, panel.time, 'panel.time');
}

async function readData({ data }: Study, { read }: StudyOptions): Promise<Table> {
  if (data === undefined) {
    throw new InputError(noData({ path: 'data' }), { of: 'study', key: 'data' });
  }
  return readPlace(data, read);
}

/** The models of a study, with their column names resolved against the data. */
interface NamedStudy {
  readonly study: Study;
  /** The table, with a warning for each name that could have been an operator. */
  readonly table: Table;
}

/** The study in which a word such as `l.wage` means the column of exactly that name, if there is one. */
async function withNamesOf(study: Study, table: Table): Promise<NamedStudy> {
  let warned = table;
  const model = async (planned: PlannedModel): Promise<PlannedModel> => {
    try {
      const read = await withColumnNames(planned.model, warned);
      warned = read.table;
      return { ...planned, model: read.model };
    } catch (error) {
      if (!(error instanceof EconError)) throw error;
      return planned; // the estimate fails again, as an entry of its table
    }
  };
  const isColumn = (name: string) => table.columns.has(name);
  const filter = (where: string) => withQuotedNames(where, isColumn).text;
  const tables = await inOrder(study.tables, (one) => namedTable(one, { model, filter }));
  return { study: { ...study, tables }, table: warned };
}
