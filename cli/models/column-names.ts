import { EconError, type ModelInput } from '../../bindings/index.js';
import { resolveNames } from '../../bindings/entries/data.js';
import { readModelData } from '../data/data.js';
import type { Host } from '../host.js';
import type { LocatedModel } from './located.js';

/** Resolves the column names of a model against its data, as far as the names can be read. */
export async function namedModel(
  host: Host,
  model: ModelInput,
  located: LocatedModel,
): Promise<ModelInput> {
  try {
    return await resolveNames(model, () => readModelData(host, located, { progress: false }));
  } catch (error) {
    if (error instanceof EconError) return model;
    throw error;
  }
}
