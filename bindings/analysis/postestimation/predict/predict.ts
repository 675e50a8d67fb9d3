import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { checkKeys, flag, level as levelSchema, oneOf } from '../../../core/arguments/arguments.js';
import { type Engine, engineFor } from '../../../core/engine/engine.js';
import {
  type DataInput,
  findColumn,
  levelsOf,
  rowNumber,
  type Table,
  toTable,
} from '../../../data/index.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { requireContext } from '../../../models/context.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import { checkUnchanged } from '../../../models/refits/unchanged.js';
import type { FitResult } from '../../../results/fit.js';
import type { PredictionResult, Unpredicted } from '../../../results/postestimation/prediction.js';
import { designTerms } from '../rows/design-terms.js';
import { keyColumns } from '../rows/keys.js';
import { type UsedRows, usedRows } from '../rows/used-rows.js';
import { checkInterval, meaningWarnings, predictsEffects } from './checks.js';
import { fittedColumns } from './fitted.js';
import { absorbedEffects } from './level-effects.js';
import { inNewData, newRows, type Reasons } from './new-rows.js';

export interface PredictOptions extends LocalOptions {
  /** `confidence`, the default, is the interval of the mean, `prediction` that of a new outcome. */
  readonly interval?: 'confidence' | 'prediction' | undefined;
  /** Confidence level of intervals; by default the fit's level. */
  readonly level?: number | undefined;
  /** Whether fitted values include absorbed effects, which leaves them without standard errors; default true. */
  readonly effects?: boolean | undefined;
}

const schemas = {
  ...localSchemas,
  interval: oneOf(['confidence', 'prediction']),
  level: levelSchema,
  effects: flag,
};

/**
 * Fitted values of the rows of `newData`, or of the rows of the fit, with the standard error sqrt(x'Vx) of the mean and
 * an interval. New data need the columns of the regressors. Rows that cannot be predicted are counted with the reason: a
 * value is missing, or a level of a factor or effect is not in the sample of the fit.
 *
 * @throws InputError `bad-value`, `result-without-data`, `data-changed`, `effects-not-split`, `no-prediction-interval`;
 *   for new data as `toTable` and `fitModel`
 */
export async function predict(
  fit: FitResult,
  newData?: DataInput,
  options: PredictOptions = {},
): Promise<PredictionResult> {
  options = checkKeys('predict', schemas, options);
  const context = requireContext('predict', fit);
  checkUnchanged('predict', context);
  return inOnePiece(options, async () => {
    const { interval = 'confidence', level = fit.level, effects = true } = options;
    const linear = predictsEffects(context, effects);
    checkInterval(context, interval, linear !== undefined);
    const engine = await engineFor(options.engine);
    const { mean } = fittedModel(context);
    const used = usedRows(engine, context);
    const table = newData === undefined ? used.table : toTable(newData);
    const reasons: Reasons = new Map();
    const { columns, effect } = inNewData(() => ({
      columns: regressors(engine, context, { fit, used, table }, reasons),
      effect: linear && absorbedEffects(linear, fit, table, reasons),
    }));
    const all = newData === undefined ? used.rows : Int32Array.from(Array(table.nrows).keys());
    const rows = all.filter((row) => ![...reasons.values()].some((applies) => applies[row] === 1));
    const { keys, columns: keyValues } = keyColumns(table, rows, context.model.panel);
    const { estimator, depvar } = fit;
    return {
      kind: 'prediction',
      estimator,
      depvar,
      rowsRead: all.length,
      nrows: rows.length,
      interval,
      level,
      keys,
      columns: {
        ...keyValues,
        ...fittedColumns(engine, fit, { rows, columns, effect, mean }, { interval, level }),
      },
      unpredicted: unpredicted(all, reasons, table),
      warnings: meaningWarnings(context, linear !== undefined),
    };
  });
}

interface Places {
  readonly fit: FitResult;
  readonly used: UsedRows;
  readonly table: Table;
}

/** The regressors that have a coefficient, in all rows of the table. */
function regressors(
  engine: Engine,
  context: FitContext,
  { fit, used, table }: Places,
  reasons: Reasons,
): ReadonlyMap<string, Float64Array> {
  const kept = new Set(fit.vcov.names);
  const designs = designTerms(context, used.table, used.rows).filter(({ name }) => kept.has(name));
  return newRows(engine, context, table, { designs, seen: seenLevels(used), reasons });
}

/** The levels of a factor in the rows of the fit. */
function seenLevels({ table, rows }: UsedRows): (factor: string) => ReadonlySet<string> {
  return (factor) => {
    const { names, codes } = levelsOf(findColumn(table, factor, 'formula'));
    return new Set(Array.from(rows, (row) => names[codes[row]!]!));
  };
}

/** Maximum number of rows that are named for a reason. */
const FEW = 5;

/** Counts each row under the first reason that applies to it. */
function unpredicted(all: Int32Array, reasons: Reasons, table: Table): Unpredicted[] {
  const counted = new Set<number>();
  return [...reasons].flatMap(([reason, applies]) => {
    const rows = all.filter((row) => applies[row] === 1 && !counted.has(row));
    for (const row of rows) counted.add(row);
    const first = Array.from(rows.subarray(0, FEW), (row) => rowNumber(row, table.fileRows));
    return rows.length === 0 ? [] : [{ reason, rows: rows.length, first }];
  });
}
