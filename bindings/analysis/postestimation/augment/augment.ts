import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { noResiduals } from '../../../words/errors/analysis/postestimation.js';
import { InputError } from '../../../core/errors/errors.js';
import { checkKeys } from '../../../core/arguments/arguments.js';
import { engineFor } from '../../../core/engine/engine.js';
import { requireContext } from '../../../models/context.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import { checkUnchanged } from '../../../models/refits/unchanged.js';
import type { FitResult } from '../../../results/fit.js';
import type { AugmentResult } from '../../../results/postestimation/augment.js';
import { keyColumns } from '../rows/keys.js';
import { usedRows } from '../rows/used-rows.js';
import type { Augmented } from '../../../results/postestimation/augmented.js';
import { linearColumns } from './linear.js';

/**
 * The rows of the data that a fit used, with their keys, the outcome, fitted values and residuals; for least squares
 * also leverage and measures of influence; for models with effects also the effects. Rows that the fit left out are not
 * included.
 *
 * @throws InputError `bad-value`, `result-without-data`, `data-changed`
 */
export async function augment(fit: FitResult, options: LocalOptions = {}): Promise<AugmentResult> {
  checkKeys('augment', localSchemas, options);
  const context = requireContext('augment', fit);
  checkUnchanged('augment', context);
  return inOnePiece(options, async () => {
    const engine = await engineFor(options.engine);
    const used = usedRows(engine, context);
    const { panel } = context.model;
    const { keys, columns: keyValues } = keyColumns(used.table, used.rows, panel);
    const { columns, warnings } = columnsOf(context, fit);
    return {
      kind: 'augment',
      estimator: fit.estimator,
      depvar: fit.depvar,
      nrows: used.rows.length,
      keys,
      columns: { ...keyValues, ...columns },
      warnings,
    };
  });
}

function columnsOf(context: FitContext, fit: FitResult): Augmented {
  const model = fittedModel(context);
  const columns = model.columns?.(context, fit);
  if (columns !== undefined) return columns;
  if (model.linear !== undefined) return linearColumns(model.linear(context), fit);
  throw new InputError(noResiduals({ estimator: fit.estimator }), 'augment');
}
