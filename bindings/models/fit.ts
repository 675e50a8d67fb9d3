import { emptyByPeriods, manyByPeriods } from '../words/errors/models/periods.js';
import { toldAgain } from '../words/told.js';
import { checkKeys, flag } from '../core/arguments/arguments.js';
import { engineFor } from '../core/engine/engine.js';
import { InputError } from '../core/errors/errors.js';
import { type DataInput, fingerprintOf, labelsOf, type Table, toTable } from '../data/index.js';
import { withContext } from './context.js';
import type { FitContext } from './fit-context.js';
import { inOnePiece } from '../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../core/jobs/run-options.js';
import type { Warning } from '../results/common.js';
import type { FitResult } from '../results/fit.js';
import { laterEstimator } from './reading/load-estimator.js';
import type { Model, ModelInput } from './model.js';
import { readModel } from './reading/model-reader.js';
import { type Named, withColumnNames } from './reading/column-names.js';
import { namedColumns } from './reading/named-columns.js';
import { periodWarnings } from './reading/period-warnings.js';
import { preparedFor } from './preparation/prepare.js';

/** Options of a function that computes in one piece. */
export type FitOptions = LocalOptions;

/** Options of `fit`. */
export interface FitModelOptions extends LocalOptions {
  /**
   * 0, the default, estimates in the calling thread; with any other number a worker does, so that the calling thread
   * stays free. The result is the same. If no worker can be started, the calling thread does the work, with the warning
   * `no-workers`.
   */
  readonly workers?: number | undefined;
  /**
   * The earlier form of `workers: 1`.
   *
   * @deprecated use `workers`
   */
  readonly worker?: boolean | undefined;
  /** Ends the fit: at any time in a worker, otherwise before or after it. The promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The options of `fit` that say where it runs.
 *
 * @deprecated use `FitModelOptions`
 */
export type ThreadOptions = Pick<FitModelOptions, 'worker' | 'signal' | 'workerUrl'>;

/** What the options of `fit` may be. */
export const fitSchemas = { ...localSchemas, worker: flag };

/**
 * Estimates a model. A model that `parseModel` returned is not parsed again. `fitModel` does not run the model's
 * `bootstrap`; see the function `bootstrap`.
 *
 * @throws InputError, IdentificationError, NumericalError, ConvergenceError, EngineError
 */
export async function fitModel(
  data: DataInput,
  model: ModelInput,
  options: FitModelOptions = {},
): Promise<FitResult> {
  checkKeys('fit', fitSchemas, options);
  const tableOf = settled(() => toTable(data));
  return inOnePiece(options, async () => {
    const parsed = await readModel(model);
    options.signal?.throwIfAborted();
    return fitTable(tableOf(), parsed, options, data);
  });
}

async function fitTable(
  source: Table,
  parsed: Model,
  options: FitModelOptions,
  data: DataInput,
): Promise<FitResult> {
  const { fitted, first, notices, table, model: named } = await estimated(source, parsed, options);
  const columns = namedColumns(named);
  const result = Object.assign(fitted.result, labelsOf(table, columns), nameOf(named));
  const added = [...periodWarnings(named, table), ...notices];
  if (first.length > 0 || added.length > 0)
    Object.assign(result, { warnings: [...first, ...result.warnings, ...added] });
  const chosen = options.engine === undefined ? fitted : { ...fitted, engine: options.engine };
  if (source !== data) return withContext(result, chosen);
  const fingerprint = fingerprintOf(table, columns);
  return withContext(result, { ...chosen, fingerprint });
}

interface Estimated {
  readonly fitted: FitContext;
  /** The data after the steps of the model, and the model with their names. */
  readonly table: Table;
  readonly model: Model;
  /** Warnings of the table, which come first. */
  readonly first: readonly Warning[];
  /** Warnings of the worker. */
  readonly notices: readonly Warning[];
}

async function estimated(
  source: Table,
  parsed: Model,
  options: FitModelOptions,
): Promise<Estimated> {
  const prepared = await preparedFor(source, parsed, { engine: options.engine });
  const named = await withColumnNames(parsed, prepared);
  const { model, table } = named;
  const first = await warningsOf(table, model);
  const { workers = options.worker === true ? 1 : 0 } = options;
  if (workers > 0) {
    const { fitInWorker } = await import('./refits/fit-job.js');
    return { ...(await fitInWorker(model, table, options)), ...named, first };
  }
  const estimator = await laterEstimator(model.estimator).load();
  const engine = await engineFor(options.engine);
  options.signal?.throwIfAborted(); // the rest may have let it abort
  try {
    return { fitted: estimator.fit(engine, model, table), ...named, first, notices: [] };
  } catch (error) {
    throw withPeriods(error, named);
  }
}

type Explained = typeof emptyByPeriods | typeof manyByPeriods;
const explanations: Readonly<Record<string, Explained | undefined>> = {
  'empty-sample': emptyByPeriods,
  'too-many-periods': manyByPeriods,
};

/**
 * The error of a sample without rows, or with too many periods; it explains the case that lags cross years because
 * times such as 201912 are numbers.
 */
function withPeriods(error: unknown, { model, table }: Named): unknown {
  if (!(error instanceof InputError)) return error;
  const tell = explanations[error.code];
  if (tell === undefined) return error;
  const [warning] = periodWarnings(model, table);
  if (warning === undefined) return error;
  const told = tell({ cause: error.told, warning });
  return error.retold({ told: toldAgain(told, { ...error.detail, ...told.detail }) });
}

/** The warnings of a table that concern a model; the code that selects them is loaded only if there are any. */
async function warningsOf(table: Table, model: Model): Promise<readonly Warning[]> {
  if (table.warnings === undefined) return [];
  const { tableWarnings } = await import('../data/warnings/table-warnings.js');
  return tableWarnings(table, model);
}

interface WithName {
  readonly name?: string | undefined;
}

/** The name of a model, as a key of its result. */
export function nameOf({ name }: WithName): { readonly name?: string } {
  return name === undefined ? {} : { name };
}

/** Runs a function at once, and returns a function that gives its value or throws its error. */
function settled<Value>(run: () => Value): () => Value {
  try {
    const value = run();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
