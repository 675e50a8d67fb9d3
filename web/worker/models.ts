/** Estimates. */
import { fitModel, type ModelInput } from 'wasmetrics';
import type { Estimate } from '../engine/questions/models.js';
import { table } from './tables.js';

export async function fit(model: ModelInput): Promise<Estimate> {
  const start = performance.now();
  const fit = await fitModel(table(), model);
  return { fit, duration: performance.now() - start };
}
