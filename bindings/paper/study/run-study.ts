/** Runs a study: data, models, tables, figures and claims. */
import { newEngine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import {
  type DataInput,
  findColumn,
  readSql,
  readTable,
  sharedTable,
  type Table,
  toTable,
} from '../../data/index.js';
import type { DataPlace } from '../../models/schema/data-keys.js';
import { runSteps } from '../../models/preparation/prepare.js';
import { readStudy } from './file/read.js';
import type { StudyInput } from './file/input.js';
import type { Study } from './file/study.js';
import type { Run } from './estimates/estimate.js';
import { keptResults } from './estimates/kept.js';
import { withNamesOf } from './run/names.js';
import { checkOptions, type StudyOptions } from './estimates/options.js';
import { openMeter } from './estimates/progress.js';
import { chosenOf } from './run/chosen.js';
import { runParts } from './run/parts.js';
import type { StudyResult } from './result.js';

/**
 * The study, checked. The type completes and checks its keys in an editor.
 *
 * @throws as `runStudy`, of what needs no data
 */
export function defineStudy<const Input extends StudyInput>(study: Input): Input {
  readStudy(study);
  return study;
}

/**
 * Runs a study. A table or figure that fails is an entry of `failed`, and the others are made.
 *
 * @param data - by default what the key `data` of the study names
 * @throws InputError with the path of the place, such as `tables.T5.models[1].vcov`: `unknown-key`, `bad-value`,
 *   `unknown-set`, `unknown-table`, `unknown-model`, `unknown-claim`, `claim-not-run`, and those of models; `no-data`, and those of data and its steps
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
    table: sharedTable(table),
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

/** A panel that the data do not have is one error, not one for each model. */
function checkPanel({ steps: { panel } }: Study, table: Table): void {
  if (panel === undefined) return;
  findColumn(table, panel.unit, 'panel.unit');
  findColumn(table, panel.time, 'panel.time');
}

async function readData({ data }: Study, { read }: StudyOptions): Promise<Table> {
  if (data === undefined) {
    const message = 'study: data: expected a data file, found none; set data, or pass the data';
    throw new InputError('no-data', message, { path: 'data' });
  }
  return toTable(await (read ?? readPlace)(data));
}

async function readPlace(place: DataPlace): Promise<Table> {
  if ('sql' in place) return readSql(place.sql, { folder: place.folder });
  const { file, ...keys } = place;
  return readTable(file, { ...keys, name: file });
}
