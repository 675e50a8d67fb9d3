import { EconError } from '../../core/errors/errors.js';
import { progressTo } from '../../core/jobs/run-options.js';
import { type DataInput, toTable } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import { toldOf } from '../../words/told.js';
import { fitModel, type FitModelOptions } from '../fit.js';
import type { ModelInput } from '../model.js';
import { preparedFor } from '../preparation/prepare.js';
import { readModel } from '../reading/model-reader.js';

/**
 * Estimates the models that one model describes: the outcomes of `c(y1, y2)`, the steps of `sw()`, `sw0()`, `csw()`,
 * `csw0()` and `mvsw()` in its formula, and the samples of its keys `samples`, `split` and `fsplit`. The results are in
 * the order of fixest: samples, absorbed effects, outcomes, then other terms from left to right, of which the last
 * changes first. Results of samples have the `name` of the sample, and a warning if named samples share rows.
 *
 * @throws as `fit`, for the first model that fails, with its number and formula; InputError `too-many-models`
 */
export async function fitAll(
  data: DataInput,
  model: ModelInput,
  { onProgress, ...options }: FitModelOptions = {},
): Promise<readonly FitResult[]> {
  const table = toTable(data);
  const { overlappingSamples, severalModels } = await import('../reading/several-models.js');
  const tableOf = async (first: unknown) => preparedFor(table, await readModel(first), options);
  const models = await severalModels({ ...model }, tableOf);
  const shared = await overlappingSamples({ ...model }, tableOf);
  const tell = progressTo(onProgress, models.length);
  const results: FitResult[] = [];
  for (const [i, one] of models.entries()) {
    try {
      const fit = await fitModel(table, one as unknown as ModelInput, options);
      if (shared.length > 0) Object.assign(fit, { warnings: [...fit.warnings, ...shared] });
      results.push(fit);
      tell(results.length);
    } catch (error) {
      if (models.length === 1 || !(error instanceof EconError)) throw error;
      const { name, formula } = one;
      const title = `model ${i + 1}${name === undefined ? '' : `, ${String(name)}`}`;
      throw error.retold({ told: toldOf(error.told, `${title}: ${String(formula)}`) });
    }
  }
  return results;
}
