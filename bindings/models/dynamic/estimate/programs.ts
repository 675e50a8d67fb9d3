import type { DynamicDesign } from '../design/design.js';
import type { DynamicModel } from '../model/model.js';
import type { DynamicEstimate } from './read-estimate.js';

/** The conventions of other programs, which estimates from arrays do not load. */
export interface Programs {
  /** @throws InputError `not-reproduced` for rows that the model's program treats in another way */
  checkRows(model: DynamicModel, design: DynamicDesign): void;
  /** The estimate by the model's conventions. */
  adopt(model: DynamicModel, fit: DynamicEstimate): DynamicEstimate;
}
