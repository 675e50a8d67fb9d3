/** Estimates. */
import type { ModelInput } from 'wasmetrics';
import type { Estimate } from '../engine/questions/models.js';
import { fitted } from './results/fits.js';

export async function fit(model: ModelInput): Promise<Estimate> {
  const start = performance.now();
  const fit = await fitted(model);
  return { fit, duration: performance.now() - start };
}
