/** Estimates of models on the open data. The newest are kept, so that what follows an estimate need not repeat it. */
import { type FitResult, fitModel, type ModelInput } from 'wasmetrics';
import { table } from '../data/tables.js';

interface Kept {
  readonly data: object;
  readonly fit: Promise<FitResult>;
}

const most = 8;
const kept = new Map<string, Kept>();

/** The estimate of a model. @throws EconError as `fitModel` */
export function fitted(model: ModelInput): Promise<FitResult> {
  const data = table();
  const key = JSON.stringify(model);
  const known = kept.get(key);
  kept.delete(key);
  if (known?.data === data) {
    kept.set(key, known);
    return known.fit;
  }
  const fit = fitModel(data, model);
  kept.set(key, { data, fit });
  fit.catch(() => kept.delete(key));
  for (const old of kept.keys()) if (kept.size > most) kept.delete(old);
  return fit;
}
