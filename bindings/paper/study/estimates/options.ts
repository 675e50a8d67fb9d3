/** The options of a study's run. */
import * as v from 'valibot';
import { checkKeys, flag, isKeyed, listOf, text } from '../../../core/arguments/arguments.js';
import { type RunOptions, runSchemas } from '../../../core/jobs/run-options.js';
import type { DataPlace } from '../../../models/schema/data-keys.js';
import type { Table } from '../../../data/index.js';
import type { KeptResults, StudyStorage } from './kept.js';
import type { StudyProgress } from './progress.js';
import { expects } from '../../../words/expects.js';
import * as wanted from '../../../words/expectations/paper/studies.js';
import { aFunction, aName } from '../../../words/expectations/values.js';

export interface StudyOptions extends RunOptions<StudyProgress> {
  /** Names of tables and figures to run; default all. */
  readonly only?: readonly string[] | undefined;
  /** Claims that the caller needs: a name that is not in the study is an error before anything runs. */
  readonly required?: readonly string[] | undefined;
  /** Reads a data file. By default its path is relative to the working directory, in a page to its address. */
  readonly read?: ((place: DataPlace) => Promise<Table>) | undefined;
  /** Reads a JSON file with coefficients of another program; by default as `read` reads files. */
  readonly readDocument?: ((file: string) => Promise<unknown>) | undefined;
  /** Maximum memory of a model's replicates in bytes; by default what the core can address. */
  readonly memory?: number | undefined;
  /** Results of earlier runs in this process; a run adds its own. */
  readonly kept?: KeptResults | undefined;
  /** Storage of bootstraps and comparisons between processes. */
  readonly storage?: StudyStorage | undefined;
  /** Continue stopped bootstraps; by default only complete ones are reused. */
  readonly resume?: boolean | undefined;
}

const isFunction = (value: unknown) => typeof value === 'function';
const memoryExpected = expects(wanted.numberAboveZero());

const schemas = {
  ...runSchemas,
  only: listOf(text(expects(aName())), expects(wanted.namesOfParts())),
  required: listOf(text(expects(aName())), expects(wanted.namesOfClaims())),
  read: v.custom<() => void>((value) => typeof value === 'function', expects(aFunction())),
  readDocument: v.custom<() => void>(isFunction, expects(aFunction())),
  kept: v.custom<KeptResults>(
    (value) => isKeyed(value) && value['results'] instanceof Map,
    expects(wanted.keptResultsOf()),
  ),
  storage: v.custom<StudyStorage>(
    (value) => isKeyed(value) && isFunction(value['read']) && isFunction(value['write']),
    expects(wanted.aStorage()),
  ),
  resume: flag,
  memory: v.pipe(v.number(memoryExpected), v.gtValue(0, memoryExpected)),
};

/** @throws InputError `bad-value` */
export function checkOptions(options: StudyOptions): void {
  checkKeys('study', schemas, options);
}
